// Chains: the record of one contract, loaded to its last entry, with its projections brought up to date on the way.
import type { Entries } from './entries.ts'
import { emptyFold, type Folded, fold } from './folded.ts'
import { foldedOf } from './projections/contract-rows.ts'
import { type Beside, isDue, type Pending, type Projections, project } from './projections/project.ts'

export type Chains = {
  /** The row's state with all entries behind it; what others left undone is done when it would be missed. */
  load(contract: string): Promise<Pending>
  /** The same, with nothing left undone: for reads of talk, anchors and comparisons. */
  catchUp(contract: string): Promise<Folded>
  /** The projections after an append; answers with the row's seqs. */
  keepUp(pending: readonly Pending[]): Promise<number[]>
}

export const createChains = (entries: Entries, projections: Projections, beside: Beside): Chains => {
  const read = async (contract: string): Promise<Pending> => {
    const row = await projections.contracts.findById(contract).lean()
    const rowSeq = row?.seq ?? -1
    const behind = await entries.after(contract, rowSeq)
    return { folded: behind.reduce(fold, row ? foldedOf(row) : emptyFold(contract)), rowSeq, lag: 0, entries: behind }
  }
  return {
    async load(contract) {
      const pending = await read(contract)
      if (isDue(pending)) await project(projections, beside, [pending], 'when due')
      return pending
    },
    async catchUp(contract) {
      const pending = await read(contract)
      if (pending.entries.length > 0) await project(projections, beside, [pending], 'always')
      return pending.folded
    },
    keepUp: (pending) => project(projections, beside, pending, 'when due'),
  }
}

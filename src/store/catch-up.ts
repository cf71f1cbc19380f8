// Catching up: what a killed process left unfolded is folded, so that find misses nothing that the record holds.
import type { Chains } from './chains.ts'
import type { Entries } from './entries.ts'
import { blockOf, type ContractRow, idsOfBlock } from './projections/contract-rows.ts'
import { tellFamily } from './projections/family-facts.ts'
import type { Projections } from './projections/project.ts'

type Parts = { projections: Projections; entries: Entries; chains: Chains; newest: () => Promise<number> }

/** Brings every projection up to its last entry, those of contracts that have no row yet too; how many were behind. */
export const createCatchUp =
  ({ projections, entries, chains, newest }: Parts) =>
  async (): Promise<number> => {
    const { contracts } = projections
    const last = await newest()
    let caughtUp = 0
    for (let block = 0; last > 0 && block <= blockOf(`C-${last}`); block += 1) {
      const rows = await contracts.find({ block }, { seq: 1 }).lean<ContractRow[]>()
      const folded = new Map(rows.map(({ _id, seq }) => [_id, seq]))
      const behind = await entries.behind(idsOfBlock(block, last).map((contract) => ({ contract, seq: folded.get(contract) ?? -1 })))
      for (const contract of behind) await chains.catchUp(contract)
      caughtUp += behind.size
    }
    // Contracts whose row was written and whose family was not told of it any more.
    const untold = await contracts.find({ untold: true }, { seq: 1 }).lean<ContractRow[]>()
    for (const { _id, seq } of untold) await tellFamily(projections, _id, seq)
    return caughtUp
  }

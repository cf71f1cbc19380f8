// The heads of all chains, block by block, each to its last entry, wherever its row has folded to.
import type { Model } from 'mongoose'
import type { AnchoredHead } from '../contracts/record/anchor.ts'
import type { Entries } from './entries.ts'
import { blockOf, type ContractRow } from './projections/contract-rows.ts'

type Parts = { contracts: Model<ContractRow>; entries: Entries; newest: () => Promise<number> }

export async function* headsOf({ contracts, entries, newest }: Parts): AsyncGenerator<AnchoredHead> {
  const last = blockOf(`C-${Math.max(1, await newest())}`)
  for (let block = -1; block <= last; block += 1) {
    const rows = await contracts.find({ block }, { seq: 1, hash: 1 }).lean<ContractRow[]>()
    const behind = await entries.behind(rows.map(({ _id, seq }) => ({ contract: _id, seq })))
    const heads = rows.map(async ({ _id, seq, hash }) => ({
      contract: _id,
      ...((behind.has(_id) && (await entries.last(_id))) || { seq, hash }),
    }))
    yield* await Promise.all(heads)
  }
}

// The heads of all chains, block by block, each caught up to its last entry.
import type { Model } from 'mongoose'
import type { AnchoredHead } from '../contracts/record/anchor.ts'
import type { Chains } from './chains.ts'
import type { Entries } from './entries.ts'
import { blockOf, type ContractRow } from './projections/contract-rows.ts'

type Parts = { contracts: Model<ContractRow>; entries: Entries; chains: Chains; newest: () => Promise<number> }

export async function* headsOf({ contracts, entries, chains, newest }: Parts): AsyncGenerator<AnchoredHead> {
  const last = blockOf(`C-${Math.max(1, await newest())}`)
  for (let block = -1; block <= last; block += 1) {
    const rows = await contracts.find({ block }, { seq: 1, hash: 1 }).lean<ContractRow[]>()
    const behind = await entries.behind(rows.map(({ _id, seq }) => ({ contract: _id, seq })))
    for (const { _id, seq, hash } of rows) {
      yield { contract: _id, ...(behind.has(_id) ? (await chains.catchUp(_id)).contract.head : { seq, hash }) }
    }
  }
}

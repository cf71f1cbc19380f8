// Verifying the record: every chain recomputed from its entries as they lie in the database, one after the other.
import { type ChainCheck, type ChainReport, checkChain } from '../contracts/record/verify.ts'
import type { Entries } from './entries.ts'

/** Reports of one contract's chain or of all, in the order of the contracts' ids; holds one report at a time. */
export async function* verifyChains(entries: Entries, contract: string | undefined): AsyncGenerator<ChainReport> {
  let check: { contract: string; chain: ChainCheck } | undefined
  for await (const stored of entries.stored(contract)) {
    const of = typeof stored.contract === 'string' ? stored.contract : ''
    if (check?.contract !== of) {
      if (check) yield check.chain.finish()
      check = { contract: of, chain: checkChain(of) }
    }
    check.chain.add(stored)
  }
  if (check) yield check.chain.finish()
}

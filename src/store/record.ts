// The record: append-only chains of entries, one for each contract, from which everything that is found is made.
import { createAppend } from './append.ts'
import { createCatchUp } from './catch-up.ts'
import type { Chains } from './chains.ts'
import type { Database } from './database.ts'
import type { Entries } from './entries.ts'
import type { Projections } from './projections/project.ts'
import type { RecordStore } from './store.ts'
import { verifyChains } from './verify.ts'

type Parts = {
  database: Database
  entries: Entries
  chains: Chains
  projections: Projections
  newest: () => Promise<number>
  report: (line: string) => void
  rebuild: RecordStore['rebuild']
  /** Makes projections of an earlier version afresh, before any is caught up. */
  refresh: RecordStore['rebuild']
}

export const createRecord = ({ database, entries, chains, projections, newest, report, rebuild, refresh }: Parts): RecordStore => {
  const catchUp = createCatchUp({ projections, entries, chains, newest })
  return {
    append: createAppend({ entries, chains, clock: database.clock, report }),
    entries: (contract, fromSeq = 0) => entries.after(contract, fromSeq - 1),
    ofKind: (kind, since) => entries.ofKind(kind, since),
    verify: (contract) => verifyChains(entries, contract),
    async catchUp() {
      await refresh(report)
      return catchUp()
    },
    rebuild,
  }
}

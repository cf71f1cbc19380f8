// Rebuilding: every projection made afresh from the record, and from the texts that were read from files.
import type { Entry } from '../contracts/record/entry.ts'
import type { Chains } from './chains.ts'
import type { Entries } from './entries.ts'
import { projectFamily } from './projections/family-facts.ts'
import type { Projections } from './projections/project.ts'
import type { RecordStore } from './store.ts'

type Parts = { entries: Entries; chains: Chains; projections: Projections }

/** Takes all projections away and catches every chain up from its first entry. The record itself is only read. */
export const createRebuild =
  ({ entries, chains, projections }: Parts): RecordStore['rebuild'] =>
  async (report) => {
    const { contracts: rows, talk, links, rosters, search, facts } = projections
    for (const model of [rows, talk, links, rosters, search, facts]) await model.collection.deleteMany({})
    let contracts = 0
    const members: string[] = []
    for await (const contract of chainNames(entries)) {
      const { family } = (await chains.catchUp(contract)).contract
      if (family.length > 0) members.push(contract)
      contracts += 1
      if (contracts % 500 === 0) report(`${contracts} contracts rebuilt.`)
    }
    // Once all of a family are there: until then none could be looked up by what another says.
    for (const member of members) await projectFamily(projections, member)
    report(`${contracts} contracts rebuilt, all of them.`)
  }

async function* chainNames(entries: Entries): AsyncGenerator<string> {
  let last: Entry['contract'] | undefined
  for await (const { contract } of entries.stored()) {
    if (typeof contract === 'string' && contract !== last) yield contract
    if (typeof contract === 'string') last = contract
  }
}

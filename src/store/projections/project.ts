// Bringing the projections up to date: what follows from entries that were appended, in an order in which a crash leaves only work undone.
import type { Model } from 'mongoose'
import type { Contract } from '../../contracts/contract.ts'
import type { Entry } from '../../contracts/record/entry.ts'
import { isTalkKind } from '../../contracts/record/kinds.ts'
import { type Opened, openEntry } from '../../contracts/record/open-entry.ts'
import type { Database } from '../database.ts'
import type { Folded } from '../folded.ts'
import { createGroupedInsert } from '../grouped-insert.ts'
import { blockOf, type ContractRow, defineContractRows, keepContractRow } from './contract-rows.ts'
import { defineFactRows, type FactRow, projectFacts } from './fact-rows.ts'
import { mattersToFamily, projectAlone, tellFamily } from './family-facts.ts'
import { defineLinkRows, type LinkRow, projectLinks, type RosterNow } from './link-rows.ts'
import { defineRosterRows, projectRoster, type RosterRow } from './roster-rows.ts'
import { defineSearchRows, projectName, projectText, type SearchRow } from './search-rows.ts'
import { defineTalkRows, projectTalk, type TalkRow } from './talk-rows.ts'
import type { Insert } from './upsert-newer.ts'

export type Projections = {
  contracts: Model<ContractRow>
  talk: Model<TalkRow>
  links: Model<LinkRow>
  rosters: Model<RosterRow>
  search: Model<SearchRow>
  facts: Model<FactRow>
  insert: { contract: Insert<ContractRow>; search: Insert<SearchRow>; link: Insert<LinkRow>; fact: Insert<FactRow> }
}

export const defineProjections = (db: Database): Projections => {
  const [contracts, search, links, facts] = [defineContractRows(db), defineSearchRows(db), defineLinkRows(db), defineFactRows(db)]
  const insert = {
    contract: createGroupedInsert(contracts),
    search: createGroupedInsert(search),
    link: createGroupedInsert(links),
    fact: createGroupedInsert(facts),
  }
  return { contracts, talk: defineTalkRows(db), links, rosters: defineRosterRows(db), search, facts, insert }
}

/** What the projections ask of the stores beside the record. */
export type Beside = {
  /** The text that was read from a file. */
  textOf(sha256: string): Promise<string | undefined>
  rosterNow: RosterNow
}

/**
 * A chain folded to its end: up to where its row has folded, how many entries behind that are in the rows of talk already, and the entries
 * of which that is not known.
 */
export type Pending = { folded: Folded; rowSeq: number; lag: number; entries: readonly Entry[] }

/** Entries of talk change nothing that contracts are found by, so a row may stay that far behind: each reader folds them itself. */
const mayLag = 32

export const isDue = ({ lag, entries }: Pending): boolean => lag + entries.length >= mayLag || entries.some(({ kind }) => !isTalkKind(kind))

/**
 * Talk first, the row of the contract last: it says up to where all is done. Every step may be repeated, by anybody.
 * @returns up to which entry the row has folded now
 */
export const project = async (
  projections: Projections,
  beside: Beside,
  pending: readonly Pending[],
  force: 'when due' | 'always',
): Promise<number[]> => {
  await projectTalk(
    projections.talk,
    pending.flatMap(({ entries }) => entries),
  )
  return Promise.all(
    pending.map(async (one) => {
      if (force === 'when due' && !isDue(one)) return one.rowSeq
      await projectContract(projections, beside, one)
      return one.folded.contract.head.seq
    }),
  )
}

const projectContract = async (projections: Projections, beside: Beside, { folded, rowSeq, entries }: Pending): Promise<void> => {
  const { contract } = folded
  const { insert } = projections
  const opened = entries
    .filter(({ kind }) => !isTalkKind(kind))
    .map(openEntry)
    .filter((entry) => entry !== undefined)
  const ofKind = <Kind extends Opened['kind']>(...kinds: Kind[]) =>
    opened.filter((entry) => (kinds as string[]).includes(entry.kind)) as Extract<Opened, { kind: Kind }>[]
  const isContract = blockOf(contract.id) >= 0
  const named = ofKind('created', 'field').at(-1)
  await Promise.all([
    ...ofKind('membership').map((entry) => projectRoster(projections.rosters, entry)),
    projectLinks(
      projections.links,
      insert.link,
      contract,
      new Set(ofKind('linked', 'unlinked').map(({ payload }) => payload.thread)),
      beside.rosterNow,
    ),
    ...[...new Set(ofKind('document').map(({ payload }) => payload.sha256))].map((sha256) => text(projections, beside, contract, sha256)),
    isContract && named !== undefined && projectName(projections.search, insert.search, contract, named.entry.seq),
    isContract && projectFacts(projections.facts, insert.fact, contract, opened, rowSeq),
  ])
  const untold = isContract && opened.some(mattersToFamily)
  if (isContract && !untold && ofKind('created').length > 0) await projectAlone(projections, contract)
  await keepContractRow(projections.contracts, insert.contract, folded, rowSeq < 0, untold)
  if (untold) await tellFamily(projections, contract.id, contract.head.seq)
}

const text = async ({ search, insert }: Projections, beside: Beside, contract: Contract, sha256: string): Promise<void> => {
  const read = await beside.textOf(sha256)
  if (read !== undefined) await projectText(search, insert.search, contract, sha256, read)
}

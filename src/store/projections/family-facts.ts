// Facts of families: a contract is looked up by every value that its family may put in the place of its own on some day.
import { type Model, trusted } from 'mongoose'
import type { Contract, FieldValues } from '../../contracts/contract.ts'
import { familyOf, type Member } from '../../contracts/family.ts'
import type { FamilyLink } from '../../contracts/family-link.ts'
import { factsOf } from '../../contracts/filter/facts.ts'
import { movingFact, possibleValues } from '../../contracts/possible-values.ts'
import type { Opened } from '../../contracts/record/open-entry.ts'
import { bearing, type FamilyItem, type ReadItems, walk } from '../family-walk.ts'
import { readRows } from '../read-rows.ts'
import { belongingTo, type ContractRow, markTold, memberRowOf } from './contract-rows.ts'
import { type FactRow, shelfOf } from './fact-rows.ts'
import type { Insert } from './upsert-newer.ts'

type Parts = { contracts: Model<ContractRow>; facts: Model<FactRow>; insert: { fact: Insert<FactRow> } }

/** A member of a family as its row has it. */
export type RowItem = FamilyItem & Member & { links: FamilyLink[]; access: readonly string[]; isAnnex: boolean }

export const memberFields = { access: 1, values: 1, links: 1, belongs: 1 } as const
export const itemOf = ({ _id, access, values, links, belongs }: Pick<ContractRow, '_id' | keyof typeof memberFields>): RowItem => ({
  id: _id,
  values: JSON.parse(values) as FieldValues,
  links: links === undefined ? [] : (JSON.parse(links) as FamilyLink[]),
  access,
  isAnnex: belongs.some((word) => word.startsWith('annex:')),
})

/** Kinds of entry by which what is in force may change for others, or who may see it. */
export const mattersToFamily = ({ kind }: Opened): boolean => kind === 'field' || kind === 'family' || kind === 'restricted'

/**
 * Adds what is missing, whoever does it and however often: rows are never taken away, because one too many is only looked at in vain.
 * It reads the rows of contracts as they are, so it comes after the row of what changed: of two that change at the same moment the one
 * that comes last sees both.
 */
export const projectFamily = async (parts: Parts, changed: string): Promise<void> => {
  const read: ReadItems<RowItem> = async (ids, words) => (await readRows(parts.contracts, ids, words, memberFields)).map(itemOf)
  const start = await read([changed], [])
  // What it changes is changed by it, and so is the master that it is an annex to, with everything under those.
  const above = ({ links, isAnnex }: RowItem) => links.flatMap(({ parent, relation }) => (relation !== 'under' || isAnnex ? [parent] : []))
  const touched = await walk(await inList(walk(start, { above, below: [] }, read)), { above: () => [], below: ['under'] }, read)
  const all = await walk([...touched.values()], bearing, read)
  await Promise.all([...touched.values()].map((item) => keepPossible(parts, item, all)))
}

/** And says in its row that it is done. */
export const tellFamily = async (parts: Parts, changed: string, seq: number): Promise<void> => {
  await projectFamily(parts, changed)
  await markTold(parts.contracts, changed, seq)
}

/** A contract that was just begun: nothing can belong to it yet. */
export const projectAlone = async (parts: Parts, contract: Contract): Promise<void> => {
  const item = itemOf(memberRowOf(contract))
  await keepFacts(parts, item, factsFor([item], item))
}

const inList = async (found: Promise<Map<string, RowItem>>): Promise<RowItem[]> => [...(await found).values()]

const keepPossible = async (parts: Parts, item: RowItem, all: ReadonlyMap<string, RowItem>): Promise<void> => {
  const own = await walk([item], bearing, async (ids, words) =>
    [...all.values()].filter((one) => ids.includes(one.id) || bearsOnOne(one, words)),
  )
  const members = [...own.values()]
  await keepFacts(parts, item, factsFor(members, item))
}

const bearsOnOne = ({ links, isAnnex }: RowItem, words: readonly string[]): boolean =>
  links.some(({ parent, relation }) => (relation !== 'under' || isAnnex) && words.includes(belongingTo(parent, 'bears')[0] as string))

/** All facts of a contract that are not those of its own values. */
const factsFor = (members: readonly RowItem[], { id, values }: RowItem): string[] => {
  const isHidden = members.some(({ access }) => !access.includes('open'))
  const own = new Set(Object.entries(values).flatMap(([key, value]) => factsOf(key, value)))
  const possible = possibleValues(familyOf(members), id, isHidden).flatMap(({ key, values: some, andMore }) => [
    ...some.flatMap((value) => factsOf(key, value)),
    ...(andMore ? [movingFact(key)] : []),
  ])
  return [...new Set([...possible, ...(members.length > 1 ? [familyFact] : [])])].filter((fact) => !own.has(fact))
}

/** That others bear on it at all: most contracts stand alone, and of them nothing more need be read. */
const familyFact = '~|family'

/** Which of the contracts have others that bear on them; some that had may still be among them. */
export const withFamily = async (facts: Model<FactRow>, contracts: readonly string[]): Promise<Set<string>> => {
  const ids = contracts.map((contract) => idOf(contract, familyFact))
  const rows = await facts.find({ _id: trusted({ $in: ids }) }, { _id: 0, contract: 1 }).lean<Pick<FactRow, 'contract'>[]>()
  return new Set(rows.map(({ contract }) => contract))
}

const idOf = (contract: string, fact: string): string => `${contract}|~|${fact}`

const keepFacts = async ({ facts, insert }: Parts, { id }: RowItem, wanted: readonly string[]): Promise<void> => {
  const rows = wanted.map((fact): FactRow => ({ _id: idOf(id, fact), contract: id, shelf: shelfOf(id), fact, seq: 0 }))
  if (rows.length === 0) return
  const known = await facts.find({ _id: trusted({ $in: rows.map(({ _id }) => _id) }) }, { _id: 1 }).lean<Pick<FactRow, '_id'>[]>()
  const held = new Set(known.map(({ _id }) => _id))
  await Promise.all(rows.filter(({ _id }) => !held.has(_id)).map((row) => insert.fact(row)))
}

// People: who is behind an account, found by e-mail or by what somebody types; what is set of them is in the company's own chain.
import { randomUUID } from 'node:crypto'
import { type Model, trusted } from 'mongoose'
import { type Account, accountKey, type Person } from '../contracts/identity.ts'
import { openEntry } from '../contracts/record/open-entry.ts'
import { Refusal } from '../contracts/refusal.ts'
import { clashOf } from './clash.ts'
import { companyChain as company } from './company-chain.ts'
import type { Database } from './database.ts'
import { isAlike, isBegunBy, likeness, typedWords } from './person-match.ts'
import { changeUpdate, newRow, news, type PersonRow, personFields, personIndexes, personOf, type ToldPerson } from './person-row.ts'
import type { NumberStore, Page, PeopleStore, PersonChange, RecordStore } from './store.ts'
import { upserting } from './upserting.ts'

const mostCandidates = 500
const mostCounted = 1_000

type FoldedRow = { _id: string; seq: number }
type Parts = { database: Database; numbers: NumberStore; record: Pick<RecordStore, 'append' | 'entries'> }
type Models = { people: Model<PersonRow>; folded: Model<FoldedRow>; numbers: NumberStore }

export const createPeople = ({ database, numbers, record }: Parts): PeopleStore => {
  const people = database.model<PersonRow>('people', personFields, personIndexes)
  const folded = database.model<FoldedRow>('people_folded', { seq: Number })
  const models = { people, folded, numbers }
  const one = async (filter: { _id: string } | { keys: string } | { holds: string }): Promise<Person | undefined> => {
    const row = await people.findOne(filter).lean<PersonRow>()
    return row ? personOf(row) : undefined
  }
  return {
    meet: async (account, told) => personOf(await meet(models, account, told)),
    get: (id) => one({ _id: id }),
    ofAccount: (account) => one({ keys: account }),
    ofEmail: (email) => one({ holds: email.toLowerCase() }),
    named: (typed, limit) => named(people, typed, limit),
    list: (page) => list(people, page),
    ensure: async (person) => personOf((await holder(people, person.email)) ?? (await create(models, person, undefined))),
    async change(id, change, by, source) {
      await mayChange(people, id, change)
      const payload = { person: id, change: Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) }
      await record.append(company, () => [{ kind: 'person', key: `person:${id}:${randomUUID()}`, actor: by, source, payload }])
      await catchUp(models, record)
      const changed = await one({ _id: id })
      if (!changed) throw new Error(`The person ${id} is gone.`)
      return changed
    },
  }
}

const holder = (people: Model<PersonRow>, email: string) => people.findOne({ holds: email.toLowerCase() }).lean<PersonRow>()

const meet = async (models: Models, account: Account, told: ToldPerson): Promise<PersonRow> => {
  const { people } = models
  const key = accountKey(account)
  const met = await people.findOne({ keys: key }).lean<PersonRow>()
  if (met) return refresh(people, met, told)
  const imported = told.email === undefined ? null : await holder(people, told.email)
  // Another platform vouches for the same address of a guest or stranger: that is not the colleague who was imported.
  if (imported?.standing === told.standing && !imported.keys) {
    const set = { keys: [key], accounts: [account], ...news(imported, told) }
    const { matchedCount } = await people.updateOne({ _id: imported._id, keys: trusted({ $exists: false }) }, { $set: set })
    if (matchedCount === 1) return { ...imported, ...set }
  }
  return create(models, told, account)
}

const refresh = async (people: Model<PersonRow>, row: PersonRow, told: ToldPerson): Promise<PersonRow> => {
  const changed = news(row, told)
  if (Object.keys(changed).length > 0) await people.updateOne({ _id: row._id }, { $set: changed })
  return { ...row, ...changed }
}

/** A new person; somebody who was made at the same moment with the same account or e-mail is that person instead. */
/** A clash is settled at the next try; a server that tells one where there is none must not keep us for ever. */
const mostTries = 50

const create = async ({ people, numbers }: Models, told: ToldPerson, account: Account | undefined): Promise<PersonRow> => {
  let holds = true
  for (let tries = 0; tries < mostTries; tries += 1) {
    const row = newRow(await numbers.next('P'), told, account, holds)
    try {
      await people.create([row])
      return row
    } catch (error) {
      const clash = clashOf(people, error)
      if (!clash) throw error
      if (clash.includes('keys') && account) {
        const other = await people.findOne({ keys: accountKey(account) }).lean<PersonRow>()
        if (other) return other
      }
      if (!clash.includes('holds') || told.email === undefined) continue
      const other = account ? null : await holder(people, told.email)
      if (other) return other
      holds = false
    }
  }
  throw new Error('a person could not be made: their keys clash with somebody whom nothing finds')
}

const named = async (people: Model<PersonRow>, typed: string, limit: number): Promise<Person[]> => {
  const sought = typed.trim().replace(/^@/, '')
  const exact = await people
    .find(/^P-\d+$/i.test(sought) ? { _id: sought.toUpperCase() } : { email: sought.toLowerCase() })
    .lean<PersonRow[]>()
  if (exact.length > 0) return exact.slice(0, limit).map(personOf)
  const words = typedWords(sought)
  const longest = [...words].sort((a, b) => b.length - a.length)[0]
  if (longest === undefined) return []
  const begun = (await people.find({ prefixes: longest }).limit(mostCandidates).lean<PersonRow[]>()).filter((row) => isBegunBy(row, words))
  const found = begun.length > 0 ? begun : await alike(people, sought, words)
  return found
    .map((row) => ({ row, score: likeness(row, sought) }))
    .sort((one, other) => other.score - one.score || one.row.number - other.row.number)
    .slice(0, limit)
    .map(({ row }) => personOf(row))
}

/** People whose name is like what was typed, among those of whom a word begins with the same two letters. */
const alike = async (people: Model<PersonRow>, sought: string, words: readonly string[]): Promise<PersonRow[]> => {
  const found = new Map<string, PersonRow>()
  for (const word of words.slice(0, 5)) {
    const rows = await people
      .find({ prefixes: word.slice(0, 2) })
      .limit(mostCandidates)
      .lean<PersonRow[]>()
    for (const row of rows) if (isAlike(row, sought)) found.set(row._id, row)
  }
  return [...found.values()]
}

const list = async (people: Model<PersonRow>, { after, limit }: { after?: string; limit: number }): Promise<Page<Person>> => {
  const from = after === undefined ? {} : { number: trusted({ $gt: Number(after.slice(2)) }) }
  const [rows, number] = await Promise.all([
    people
      .find(from)
      .sort({ number: 1 })
      .limit(limit + 1)
      .lean<PersonRow[]>(),
    people.countDocuments({}).limit(mostCounted),
  ])
  const items = rows.slice(0, limit).map(personOf)
  return { items, count: { number, atLeast: number === mostCounted }, next: rows.length > limit ? items.at(-1)?.id : undefined }
}

const mayChange = async (people: Model<PersonRow>, id: string, { email }: PersonChange): Promise<void> => {
  if (!(await people.exists({ _id: id })))
    throw new Refusal('not-found', `Nobody here is ${id}.`, { next: 'See who is known: person list' })
  const other = email === undefined ? null : await holder(people, email)
  if (!other || other._id === id) return
  throw new Refusal('conflict', `${email} is the e-mail address of ${other.name}.`, { next: `See who that is: person show ${other._id}` })
}

/**
 * Folds what the company's chain says of people, each entry once and in order; a change whose process died is folded by the next. A
 * rebuild of the projections need not do it.
 */
const catchUp = async ({ people, folded }: Models, record: Parts['record']): Promise<void> => {
  const from = ((await folded.findById(company).lean())?.seq ?? -1) + 1
  const entries = await record.entries(company, from)
  for (const entry of entries) {
    const opened = openEntry(entry)
    if (opened?.kind === 'person') await apply(people, opened.payload.person, opened.payload.change as PersonChange, entry.seq)
  }
  const last = entries.at(-1)
  if (!last) return
  await upserting(() => folded.updateOne({ _id: company }, { $setOnInsert: { seq: -1 } }, { upsert: true }))
  await folded.updateOne({ _id: company, seq: trusted({ $lt: last.seq }) }, { $set: { seq: last.seq } })
}

const apply = async (people: Model<PersonRow>, id: string, change: PersonChange, seq: number): Promise<void> => {
  const row = await people.findById(id).lean<PersonRow>()
  if (!row || row.seq >= seq) return
  const update = changeUpdate(row, change, seq)
  const unfolded = { _id: id, seq: trusted({ $lt: seq }) }
  try {
    await people.updateOne(unfolded, update)
  } catch (error) {
    if (!clashOf(people, error)?.includes('holds')) throw error
    // Somebody took the e-mail in between: both have it, the other one is found by it.
    const { holds, ...set } = update.$set as typeof update.$set & { holds?: string }
    await people.updateOne(unfolded, { ...update, $set: set })
  }
}

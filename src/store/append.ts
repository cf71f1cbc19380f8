// Appending to the record: who waits at the same moment goes out as one ordered insert; who was overtaken decides again.
import { MongoError, MongoInvalidArgumentError } from 'mongodb'
import type { Entry } from '../contracts/record/entry.ts'
import { type Planned, planChain, type Waiting } from './append-plan.ts'
import type { Chains } from './chains.ts'
import type { Clash, Entries } from './entries.ts'
import type { Pending } from './projections/project.ts'
import type { Appended, RecordStore } from './store.ts'

type Caller = Waiting & { tries: number; resolve: (appended: Appended) => void; reject: (reason: unknown) => void }
/** What one write holds for one chain. `fresh`: its end was read from the database for this very write. */
type Part = { contract: string; base: Pending; fresh: boolean; planned: Planned<Caller>[] }

type Around = { entries: Entries; chains: Chains; clock: () => Date; report: (line: string) => void }

const largestGroup = 500
const mostTries = 200
/** Ends of chains that are kept at hand. They may be stale: the unique index finds that out. */
const mostEnds = 256

export const createAppend = (around: Around): RecordStore['append'] => {
  const waiting: Caller[] = []
  const ends = new Map<string, Pending>()
  let isWriting = false
  const flush = async (): Promise<void> => {
    while (waiting.length > 0) waiting.unshift(...(await writeGroup(around, ends, waiting.splice(0, largestGroup))))
    isWriting = false
  }
  return (contract, decide) =>
    new Promise((resolve, reject) => {
      waiting.push({ contract, decide, written: [], known: new Set(), tries: 0, resolve, reject })
      if (isWriting) return
      isWriting = true
      queueMicrotask(flush)
    })
}

type Ends = Map<string, Pending>

/** One write for all of them; answers with those who have to decide again. */
const writeGroup = async (around: Around, ends: Ends, group: Caller[]): Promise<Caller[]> => {
  try {
    const parts = await planParts(around, ends, group)
    const entries = parts.flatMap(({ planned }) => planned.flatMap((one) => one.entries))
    const clash = entries.length > 0 ? await around.entries.insert(entries) : undefined
    return await settle(around, ends, parts, await writtenOf(around, entries, clash), clash)
  } catch (error) {
    for (const { contract } of group) ends.delete(contract)
    if (group.length > 1 && isOfOne(error)) return (await inTurn(group, (caller) => writeGroup(around, ends, [caller]))).flat()
    for (const { reject } of group) reject(error)
    return []
  }
}

/** Thrown before anything was sent: an entry of one caller can't be written, which is no matter of the others. */
const isOfOne = (error: unknown): boolean => !(error instanceof MongoError) || error instanceof MongoInvalidArgumentError

const inTurn = async <Item, Result>(items: readonly Item[], act: (item: Item) => Promise<Result>): Promise<Result[]> => {
  const results: Result[] = []
  for (const item of items) results.push(await act(item))
  return results
}

const planParts = async ({ chains, clock }: Around, ends: Ends, group: Caller[]): Promise<Part[]> => {
  const at = clock().toISOString()
  const byContract = [...Map.groupBy(group, ({ contract }) => contract)]
  return Promise.all(
    byContract.map(async ([contract, callers]) => {
      const known = ends.get(contract)
      const base = known ?? (await chains.load(contract))
      return { contract, base, fresh: known === undefined, planned: planChain(base.folded, callers, at) }
    }),
  )
}

/** After a clash: what stood before it, and what is there although it clashed, because a write whose reply was lost was sent again. */
const writtenOf = async (around: Around, entries: Entry[], clash: Clash | undefined): Promise<Set<Entry>> =>
  clash ? around.entries.written(entries) : new Set(entries)

/** Lets those go who are done, brings the projections up to date, and answers with the others. */
const settle = async (around: Around, ends: Ends, parts: Part[], written: Set<Entry>, clash: Clash | undefined): Promise<Caller[]> => {
  const again: Caller[] = []
  const finished: Planned<Caller>[] = []
  const reached: Pending[] = []
  for (const part of parts) {
    const all = part.planned.flatMap((one) => one.entries)
    // Where an entry went in, or the end was just read, everybody decided on what was true.
    const wasTrue = part.fresh || (all[0] !== undefined && written.has(all[0]))
    const isWhole = wasTrue && all.every((entry) => written.has(entry))
    for (const one of part.planned) {
      if (isWhole || (wasTrue && isDone(one, part.planned, written))) finished.push(one)
      else again.push(tryAgain(one, written))
    }
    if (isWhole) reached.push(endOf(part))
    else ends.delete(part.contract)
  }
  if (clash?.fields.includes('key')) await findKnown(around, again, parts)
  await keepUp(around, ends, reached)
  for (const { who, entries, known, folded } of finished.filter(({ refused }) => refused === undefined)) {
    who.resolve({ contract: folded.contract, entries: [...who.written, ...entries], known: [...known] })
  }
  for (const { who, refused } of finished) if (refused !== undefined) who.reject(refused)
  return again.filter(mayTryAgain)
}

/** Everything up to and including its own entries is in. */
const isDone = (one: Planned<Caller>, planned: Planned<Caller>[], written: Set<Entry>): boolean =>
  planned.slice(0, planned.indexOf(one) + 1).every(({ entries }) => entries.every((entry) => written.has(entry)))

const tryAgain = ({ who, entries }: Planned<Caller>, written: Set<Entry>): Caller => {
  who.written.push(...entries.filter((entry) => written.has(entry)))
  who.tries += 1
  return who
}

const mayTryAgain = (caller: Caller): boolean => {
  if (caller.tries < mostTries) return true
  caller.reject(new Error(`An append to ${caller.contract} was overtaken ${caller.tries} times.`))
  return false
}

/** A key was there: finds out about all keys of those who try again, so that one more try is enough however many are known. */
const findKnown = async ({ entries }: Around, again: readonly Caller[], parts: readonly Part[]): Promise<void> => {
  const open = new Set(again)
  await Promise.all(
    parts.map(async ({ contract, planned }) => {
      const left = planned.filter(({ who }) => open.has(who))
      const keys = left.flatMap((one) => one.entries.map(({ key }) => key))
      const known = new Set(await entries.knownKeys(contract, keys))
      for (const { who, entries: planned } of left) {
        const own = new Set(who.written.map(({ key }) => key))
        for (const { key } of planned) if (known.has(key) && !own.has(key)) who.known.add(key)
      }
    }),
  )
}

/** The end of the chain as this write has left it. */
const endOf = ({ base, planned }: Part): Pending => ({
  ...base,
  folded: planned.at(-1)?.folded ?? base.folded,
  entries: [...base.entries, ...planned.flatMap(({ entries }) => entries)],
})

/** Brings the projections up to date, and keeps the ends at hand for the next write. */
const keepUp = async ({ chains, report }: Around, ends: Ends, reached: readonly Pending[]): Promise<void> => {
  try {
    const rowSeqs = await chains.keepUp(reached)
    reached.forEach((end, index) => {
      const rowSeq = rowSeqs[index] as number
      const { id, head } = end.folded.contract
      ends.delete(id)
      ends.set(id, { ...end, rowSeq, lag: rowSeq === head.seq ? 0 : end.lag + end.entries.length, entries: [] })
    })
    for (const id of [...ends.keys()].slice(0, Math.max(0, ends.size - mostEnds))) ends.delete(id)
  } catch (error) {
    // The entries are in, which is what was asked for; whoever reads next finds the projections behind and brings them up to date.
    for (const { folded } of reached) ends.delete(folded.contract.id)
    report(`The record was appended to, but what is found in it is not up to date yet: ${(error as Error).message}`)
  }
}

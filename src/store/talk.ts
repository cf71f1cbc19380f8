// Talk of a contract, read message by message under the rules of who may (P5, P7, P8).
import { type Model, trusted } from 'mongoose'
import type { Contract } from '../contracts/contract.ts'
import { isInternal, type Person } from '../contracts/identity.ts'
import { mayReadAsKeeper } from '../contracts/permission.ts'
import { contractNotFound } from '../contracts/refusal.ts'
import { queryWords, searchedWords } from '../contracts/search-words.ts'
import type { TalkMessage } from '../contracts/talk.ts'
import { maySeeMessage, type TalkReader } from '../contracts/visible-talk.ts'
import type { Chains } from './chains.ts'
import { messageOf, sortable, type TalkRow, talkRowId } from './projections/talk-rows.ts'
import type { Count, TalkPage, TalkQuery, TalkStore } from './store.ts'
import { countVisible, groupsOf, hiddenOf } from './talk-groups.ts'
import { readTalkPlace, spellPlace } from './talk-place.ts'
import type { ReaderFor } from './talk-reader.ts'
import { visibleTo } from './visible-to.ts'

type Parts = { chains: Chains; talk: Model<TalkRow>; readerFor: ReaderFor }

const mostCounted = 1_000
const rowsAtOnce = 200

export const createTalk = (parts: Parts): TalkStore => {
  const { chains, talk, readerFor } = parts
  return {
    async list(person, contract, query) {
      refuseUnseen(person, contract, query.keeper)
      const { widened } = await chains.catchUp(contract.id)
      const { place, ...scope } = rangeOf(query)
      const groups = await groupsOf(talk, contract.id, place ? { place } : {}, scope)
      const reader = await readerFor(person, groups, () => widened, query)
      return pageOf(talk, contract.id, query, reader, { visible: countVisible(groups, reader), hidden: hiddenOf(groups, reader) })
    },
    async get(person, contract, messages, together) {
      refuseUnseen(person, contract, false)
      const { widened } = await chains.catchUp(contract.id)
      const ids = messages.map((message) => talkRowId(contract.id, message))
      const rows = ids.length === 0 ? [] : await talk.find({ _id: trusted({ $in: ids }) }).lean<TalkRow[]>()
      const reader = await readerFor(person, rows, () => widened, { together })
      const seen = new Map(rows.filter((row) => maySeeMessage(reader, row, row.conversation)).map((row) => [row._id, messageOf(row)]))
      return ids.map((id) => seen.get(id)).filter((message) => message !== undefined)
    },
  }
}

/** An outsider is let through by the rule for each message only; who is inside must be one for whom the contract exists. */
const refuseUnseen = (person: Person, contract: Contract, keeper: boolean | undefined): void => {
  const visible = visibleTo(person)
  if (!isInternal(person) || visible.may(contract) || (keeper && mayReadAsKeeper(person))) return
  throw contractNotFound(contract.id)
}

/** Up to the moment that is asked about: its places end before the sign that follows the one after the instant. */
const rangeOf = ({ asOf, thread }: TalkQuery): { place?: { $lt: string }; thread?: string } => ({
  ...(asOf !== undefined && { place: { $lt: `${sortable(asOf)}}` } }),
  ...(thread !== undefined && { thread }),
})

type Amounts = { visible: number; hidden: TalkPage['hidden'] }

const pageOf = async (
  talk: Model<TalkRow>,
  contract: string,
  query: TalkQuery,
  reader: TalkReader,
  { visible, hidden }: Amounts,
): Promise<TalkPage> => {
  const from = query.after === undefined ? undefined : readTalkPlace(query.after)
  const words = queryWords(query.words)
  const isAnything = query.words.length === 0 || words.length > 0
  const counting = from === undefined && words.length > 0
  const rows = isAnything ? readable(talk, contract, query, reader, words, from?.place) : []
  const found = await take(rows, counting && !query.latest ? mostCounted + 1 : query.limit + 1)
  const count = from?.count ?? (query.words.length > 0 ? countOf(found.length) : countOf(visible))
  const page = found.slice(0, query.limit)
  const last = found.length > query.limit && !query.latest ? page.at(-1) : undefined
  const items = page.map(messageOf)
  return { items: query.latest ? items.reverse() : items, count, next: last && spellPlace(last.place, count), hidden }
}

const countOf = (number: number): Count => ({ number: Math.min(number, mostCounted), atLeast: number > mostCounted })

const take = async (rows: AsyncIterable<TalkRow> | TalkRow[], most: number): Promise<TalkRow[]> => {
  const taken: TalkRow[] = []
  for await (const row of rows) if (taken.push(row) >= most) break
  return taken
}

/** The rows that this person may read and that hold the words, in the order of platform time; the newest first for the latest. */
async function* readable(
  talk: Model<TalkRow>,
  contract: string,
  query: TalkQuery,
  reader: TalkReader,
  words: readonly string[],
  after: string | undefined,
): AsyncGenerator<TalkRow> {
  const { place, ...scope } = rangeOf(query)
  let bounds: { $gt?: string; $lt?: string } = { ...place, ...(after !== undefined && { $gt: after }) }
  for (;;) {
    const filter = { contract, ...scope, ...(Object.keys(bounds).length > 0 && { place: trusted(bounds) }) }
    const rows = await talk
      .find(filter as object)
      .sort({ place: query.latest ? -1 : 1 })
      .limit(rowsAtOnce)
      .lean<TalkRow[]>()
    for (const row of rows) if (maySeeMessage(reader, row, row.conversation) && holds(row, words, query.asOf)) yield row
    const last = rows.at(-1)
    if (!last || rows.length < rowsAtOnce) return
    bounds = query.latest ? { ...bounds, $lt: last.place } : { ...bounds, $gt: last.place }
  }
}

/** Whether all the words stand in what was said until then, in its files' names or in its author's. */
const holds = (row: TalkRow, words: readonly string[], asOf: string | undefined): boolean => {
  if (!words.every((word) => row.tokens.includes(word))) return false
  if (asOf === undefined) return true
  const message: TalkMessage = messageOf(row)
  const until = sortable(asOf)
  const texts = message.texts.filter(({ at }) => sortable(at) <= until).map(({ text }) => text)
  const said = searchedWords(...texts, message.author.name, ...message.files.map(({ name }) => name))
  return words.every((word) => said.includes(word))
}

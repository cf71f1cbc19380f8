// The passage that shows why a contract was found.
import type { Model } from 'mongoose'
import { dayOf, showDay } from '../../contracts/calendar-date.ts'
import type { Contract } from '../../contracts/contract.ts'
import { passageAround } from '../../contracts/passage.ts'
import { searchedWords } from '../../contracts/search-words.ts'
import { fieldTexts, namesOf } from '../projections/search-rows.ts'
import { messageOf, type TalkRow } from '../projections/talk-rows.ts'
import type { Passage } from '../store.ts'
import type { Match } from './matches.ts'

type Parts = { talk: Model<TalkRow>; textOf: (sha256: string) => Promise<string | undefined>; zone: string }

/** From the name, else from the document or the message with most of the words, else from the fields. */
export const passageOf = async (parts: Parts, contract: Contract, match: Match, words: readonly string[]): Promise<Passage | undefined> => {
  if (words.length === 0) return undefined
  if (match.rank === 'name') return inTexts('title', namesOf(contract), words)
  const documents = counted(match.standings.map(({ sources }) => sources.filter((source) => source !== 'name')))
  const messages = counted(match.standings.map(({ talk }) => talk.map(({ _id }) => _id)))
  const [document] = documents
  const [message] = messages
  const documentFirst = (document?.[1] ?? 0) >= (message?.[1] ?? 0)
  return (
    (documentFirst && document && (await inDocument(parts, contract, document[0], words))) ||
    (message && (await inTalk(parts, message[0], words))) ||
    inTexts('title', namesOf(contract), words) ||
    inTexts('field', fieldTexts(contract), words)
  )
}

/** How many of the words stand in each, most first. */
const counted = (byWord: readonly (readonly string[])[]): [string, number][] => {
  const counts = new Map<string, number>()
  for (const place of byWord.flatMap((places) => [...new Set(places)])) counts.set(place, (counts.get(place) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)
}

const inDocument = async (
  { textOf }: Parts,
  contract: Contract,
  sha256: string,
  words: readonly string[],
): Promise<Passage | undefined> => {
  const text = passageAround((await textOf(sha256)) ?? '', words)
  const where = contract.documents.findLast((document) => document.sha256 === sha256)?.name
  return text === undefined || where === undefined ? undefined : { source: 'document', where, text }
}

const inTalk = async ({ talk, zone }: Parts, id: string, words: readonly string[]): Promise<Passage | undefined> => {
  const row = await talk.findById(id, { state: 1 }).lean<TalkRow>()
  if (!row) return undefined
  const message = messageOf(row)
  const texts = [...message.texts.map(({ text }) => text), ...message.files.map(({ name }) => name), message.author.name]
  const text = passageAround(withMost(texts, words), words)
  const where = `${message.author.name}, ${showDay(dayOf(message.postedAt, zone))}`
  return text === undefined ? undefined : { source: 'talk', where, text }
}

const inTexts = (source: 'title' | 'field', texts: readonly string[], words: readonly string[]): Passage | undefined => {
  const text = passageAround(withMost(texts, words), words)
  return text === undefined ? undefined : { source, where: '', text }
}

const withMost = (texts: readonly string[], words: readonly string[]): string => {
  const hits = (text: string) => searchedWords(text).filter((word) => words.includes(word)).length
  return [...texts].sort((one, other) => hits(other) - hits(one))[0] ?? ''
}

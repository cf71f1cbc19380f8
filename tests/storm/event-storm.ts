// The event storm: a true history of talk from one seed, and a hostile delivery of it; what is expected is told from the true history alone.

import type { Heard } from '../../src/bot/platform.ts'
import { conversationOf, messageId, threadId } from '../../src/contracts/talk.ts'
import type { Delivery } from '../../src/store/store.ts'
import { type Random, randomFrom } from './random.ts'

export type StormEvent = { id: string; thread: string; heard: Heard }
export type ExpectedMessage = {
  thread: string
  author: string
  texts: { text: string; at: string; origin: string }[]
  isDeleted: boolean
  removals: number
  reactions: string[]
}
export type Storm = {
  seed: number
  threads: string[]
  /** Which contracts each thread is linked to: the first thread to two of them. */
  contractsOf(thread: string): number[]
  history: StormEvent[]
  /** In the order in which they arrive: 30 % twice, 10 % out of order. */
  deliveries: Delivery[]
  expected: Map<string, ExpectedMessage>
}

type Options = { seed: number; deliveries: number; threads: number; contracts: number }
type Said = { id: string; thread: string; author: string; postedAt: string; isDeleted: boolean }

const start = Date.parse('2026-03-02T08:00:00.000Z')
const instant = (milliseconds: number) => new Date(start + milliseconds).toISOString()
const authors = ['ana', 'lee', 'kim', 'noor', 'sam'].map((name) => `playground:storm:${name}`)
const words = [
  'cap',
  'liability',
  'renewal',
  'notice',
  'price',
  'Müller',
  'naïve',
  '\u0000',
  '‮',
  '𝒳',
  'schedule B',
  '12 months',
  '<at>all</at>',
]

export const eventStorm = ({ seed, deliveries, threads: threadCount, contracts }: Options): Storm => {
  const random = randomFrom(seed)
  const threads = Array.from({ length: threadCount }, (_, index) => threadId(`playground:storm:channel-${index % 7}`, `root-${index}`))
  const history: StormEvent[] = []
  const said: Said[] = []
  const count = Math.round(deliveries / 1.3)
  for (let index = 0; index < count; index += 1) history.push(nextEvent(random, threads, said, index))
  return {
    seed,
    threads,
    contractsOf: (thread) => {
      const index = threads.indexOf(thread)
      return index === 0 ? [0, 1 % contracts] : [index % contracts]
    },
    history,
    deliveries: hostile(random, history),
    expected: expectedOf(history),
  }
}

const nextEvent = (random: Random, threads: readonly string[], said: Said[], index: number): StormEvent => {
  const at = instant(index * 250 + random.below(200))
  const dice = random.next()
  const known = said.length > 0 ? random.pick(said) : undefined
  if (known && dice < 0.05) return edited(random, known, at, index)
  if (known && !known.isDeleted && dice < 0.07) return deleted(known, at)
  if (known?.isDeleted && dice < 0.2) return undeleted(known, at)
  if (known && dice < 0.1) return reacted(random, known, at)
  const id = `${1_700_000_000_000 + index}`
  const message: Said = { id, thread: random.pick(threads), author: random.pick(authors), postedAt: at, isDeleted: false }
  said.push(message)
  const heard: Heard = {
    type: 'message',
    message: { id, author: authorOf(message), postedAt: at, text: textOf(random, index), files: [] },
  }
  return { id: `${keyOf(message)}|message`, thread: message.thread, heard }
}

const textOf = (random: Random, index: number) =>
  `${index}: ${Array.from({ length: 1 + random.below(12) }, () => random.pick(words)).join(' ')}`
const authorOf = ({ author }: Said) => ({ account: author, name: author.split(':').at(-1) ?? '' })
const keyOf = ({ thread, id }: Said) => messageId(conversationOf(thread), id)

const edited = (random: Random, said: Said, at: string, index: number): StormEvent => ({
  id: `${keyOf(said)}|edit|${at}`,
  thread: said.thread,
  heard: {
    type: 'edited',
    id: said.id,
    text: `${textOf(random, index)} (edited)`,
    editedAt: at,
    author: authorOf(said),
    postedAt: said.postedAt,
    ...(random.chance(0.2) && { system: true as const }),
  },
})

const deleted = (said: Said, at: string): StormEvent => {
  said.isDeleted = true
  const heard: Heard = { type: 'deleted', id: said.id, deletedAt: at, author: authorOf(said), postedAt: said.postedAt }
  return { id: `${keyOf(said)}|delete|${at}`, thread: said.thread, heard }
}

const undeleted = (said: Said, at: string): StormEvent => {
  said.isDeleted = false
  return { id: `${keyOf(said)}|undelete|${at}`, thread: said.thread, heard: { type: 'undeleted', id: said.id, undeletedAt: at } }
}

const reacted = (random: Random, said: Said, at: string): StormEvent => {
  const [emoji, by, added] = [random.pick(['like', 'heart']), random.pick(authors), random.chance(0.7)]
  return { id: `${keyOf(said)}|react|${by}|${at}`, thread: said.thread, heard: { type: 'reaction', id: said.id, emoji, by, at, added } }
}

/** Up to ten minutes late, that is 2,400 events, for a tenth of them; a second time, a while later, for three in ten. */
const hostile = (random: Random, history: readonly StormEvent[]): Delivery[] => {
  const arrivals = history.flatMap((event, index) => {
    const first = index + (random.chance(0.1) ? 1 + random.below(2_400) : 0)
    return random.chance(0.3)
      ? [
          { event, place: first },
          { event, place: first + random.below(400) + 0.5 },
        ]
      : [{ event, place: first }]
  })
  return arrivals
    .sort((one, other) => one.place - other.place)
    .map(({ event }, index) => ({
      id: event.id,
      platform: 'playground' as const,
      thread: event.thread,
      receivedAt: instant(index * 200),
      roster: undefined,
      body: JSON.stringify([event.heard]),
    }))
}

/** What must be known of each message in the end: told without any code of the product's fold. */
const expectedOf = (history: readonly StormEvent[]): Map<string, ExpectedMessage> => {
  const expected = new Map<string, ExpectedMessage>()
  for (const { thread, heard } of history) {
    const id = messageId(conversationOf(thread), heard.type === 'message' ? heard.message.id : heard.id)
    const message = expected.get(id)
    if (heard.type === 'message') {
      const { author, text, postedAt } = heard.message
      const texts = [{ text, at: postedAt, origin: 'original' }]
      expected.set(id, { thread, author: author.account, texts, isDeleted: false, removals: 0, reactions: [] })
    } else if (!message) throw new Error(`The storm names ${id} before it was said.`)
    else if (heard.type === 'edited') message.texts.push({ text: heard.text, at: heard.editedAt, origin: heard.system ? 'system' : 'edit' })
    else if (heard.type === 'reaction') react(message, heard)
    else {
      message.isDeleted = heard.type === 'deleted'
      message.removals += 1
    }
  }
  return expected
}

const react = (message: ExpectedMessage, { emoji, by, added }: Extract<Heard, { type: 'reaction' }>): void => {
  const reaction = `${emoji} ${by}`
  message.reactions = message.reactions.filter((one) => one !== reaction)
  if (added) message.reactions.push(reaction)
}

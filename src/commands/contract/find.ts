// `find`: contracts by name, party, field, their text and the talk that the asker may see.
import { z } from 'zod'
import { readerOf } from '../../bot/answer-reader.ts'
import { PastDay } from '../../bot/argument-types.ts'
import { findCard, type WiderFound } from '../../bot/cards/find.ts'
import { defineCommand } from '../../bot/command.ts'
import { namesFields } from '../../bot/filter/tokens.ts'
import { namesOf } from '../../bot/names.ts'
import type { Pair } from '../../bot/pair.ts'
import { parse } from '../../bot/parse.ts'
import { withoutPlace } from '../../bot/place-in-line.ts'
import { readQuery, type Wider } from '../../bot/query.ts'
import { withoutPair } from '../../bot/without-pair.ts'
import { writeLine } from '../../bot/write-line.ts'
import { showDay } from '../../contracts/calendar-date.ts'
import { computedFields } from '../../contracts/computed-fields.ts'
import { definitionOf } from '../../contracts/fields.ts'
import type { DayOrder, Page, Query } from '../../store/store.ts'

export const contractFind = defineCommand({
  name: 'contract find',
  summary: 'Find contracts by name, party, field, text or talk.',
  examples: [
    'find acme',
    'find "limitation of liability" type:msa',
    'find owner:me expires<90d',
    'find sla!=standard or (value>100k -type:nda)',
    'find deadline<90d',
    'find sla<99.9 on:2025-03-01',
  ],
  requires: 'member',
  contract: 'none',
  positional: ['words'],
  args: z.object({
    words: z.string().default(''),
    after: z.string().optional(),
    on: PastDay.optional(),
    pairs: z.custom<Pair[]>().default([]),
  }),
  async run({ args, person, app, today, invocation, together }) {
    const line = withoutPlace(invocation.text)
    const filter = withoutPair(filterOf(line), 'on')
    const definitions = [...(namesFields(filter) ? await app.store.fields.list() : []), ...computedFields]
    const asked = await readQuery(filter, { store: app.store, person, today, definitions })
    // Days in words are counted from today, whichever day the values are asked for.
    const query = { ...asked.query, day: args.on ?? today }
    const reader = readerOf({ person, together })
    const page = await app.store.contracts.find(reader, query, { limit: 10, ...(args.after && { after: args.after }) })
    const isEmpty = page.items.length === 0 && args.after === undefined
    const nameOf = await namesOf(
      app.store,
      page.items.flatMap(({ values }) => Object.values(values).filter((value) => typeof value === 'string')),
    )
    return findCard(page, nameOf, {
      line: onward(asked.spelled, args.on) ?? line,
      understood: [asked.understood, args.on && `as in force on ${showDay(args.on)}`, orderOf(query.by, page)].filter(Boolean).join('; '),
      continued: args.after !== undefined,
      compared: asked.fields.map((key) => definitionOf(definitions, key)),
      hasWords: query.words.length > 0,
      wider: isEmpty ? await widerFound(asked.wider, args.on, (one) => app.store.contracts.find(reader, one, { limit: 1 })) : undefined,
    })
  },
})

/** How many there are without the last condition, where that is what nothing fits. */
const widerFound = async (
  wider: Wider | undefined,
  on: string | undefined,
  find: (query: Query) => Promise<Page<unknown>>,
): Promise<WiderFound | undefined> => {
  const line = wider && onward(wider.spelled, on)
  if (!wider || line === undefined) return undefined
  const { count } = await find({ ...wider.query, ...(on !== undefined && { day: on }) })
  return count.number === 0 ? undefined : { leftOut: wider.leftOut, count, line }
}

/** How the list is ordered, where that is not from the newest contract on. */
const orderOf = (by: DayOrder | undefined, { items, count }: Page<unknown>): string | undefined => {
  if (by === undefined || count.atLeast || items.length < 2) return undefined
  return by.isLatestFirst ? 'the latest first' : 'the soonest first'
}

/** A button holds no more. */
const mostLetters = 1_000

/** The search once more, for its next page: who presses it, and when, changes nothing of it. Undefined for one that is too long spelled out. */
const onward = (spelled: string, on: string | undefined): string | undefined =>
  spelled.length > mostLetters ? undefined : ['find', spelled, on && `on:${on}`].filter(Boolean).join(' ')

/** What stands behind the verb, or in the one field of a form. */
const filterOf = (line: string): string => {
  const parsed = parse(line)
  const form = parsed.pairs.find(({ key }) => key === 'words')
  return form ? form.value : writeLine({ ...parsed, words: parsed.words.slice(1) })
}

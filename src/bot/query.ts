// What a search means: words, words left out, and conditions on fields, with a sentence that says how it was understood.

import { definitionOf } from '../contracts/fields.ts'
import { allOf, type Condition, conjunctsOf, fieldsIn, isField, testsOf } from '../contracts/filter/condition.ts'
import { describeFilter } from '../contracts/filter/describe.ts'
import type { DayOrder, Query } from '../store/store.ts'
import type { Surroundings } from './filter/operands.ts'
import { readFilter } from './filter/read-filter.ts'
import { showFilter } from './filter/show-filter.ts'
import { namesOf } from './names.ts'

export type ReadQuery = {
  query: Query
  understood: string
  /** The same condition as a line that means it on any day and to anybody. */
  spelled: string
  /** The fields that it compares, to be shown with what was found. */
  fields: string[]
  /** Of several conditions, the same without the last: what is left out in words, and what is left. */
  wider: Wider | undefined
}
export type Wider = { leftOut: string; query: Query; spelled: string }

/** Reads what was typed behind `find`; a filter of its own stands for every contract. */
export const readQuery = async (typed: string, around: Surroundings): Promise<ReadQuery> => {
  const { condition, pasted } = await readFilter(typed, around)
  const query = queryOf(condition, around)
  const { where } = query
  const nameOf = await namesOf(around.store, peopleIn(condition, around))
  const told = [describeFilter(condition, { definitions: around.definitions, nameOf }), ...pasted, ...(where ? leftOut(where, around) : [])]
  return {
    query,
    spelled: showFilter(condition, around.definitions),
    understood: told.filter((text) => text !== '').join('; '),
    fields: fieldsIn(condition),
    wider: widerOf(condition, { ...around, nameOf }),
  }
}

const queryOf = (condition: Condition, around: Surroundings): Query => {
  const { words, without, others } = sorted(condition)
  const where = others.length === 0 ? undefined : allOf(others)
  const by = dayOrderOf(condition, around)
  return { words, without, ...(where && { where }), day: around.today, ...(by && words.length === 0 && { by }) }
}

const widerOf = (condition: Condition, around: Surroundings & { nameOf: (person: string) => string }): Wider | undefined => {
  const parts = conjunctsOf(condition)
  const last = parts.at(-1)
  if (last === undefined || parts.length < 2) return undefined
  const rest = allOf(parts.slice(0, -1))
  const spell = (one: Condition) => showFilter(one, around.definitions)
  return { leftOut: describeFilter(last, around) || spell(last), query: queryOf(rest, around), spelled: spell(rest) }
}

/** Words that must stand there and single words that must not are looked up by themselves; the rest is a condition. */
const sorted = (condition: Condition): { words: string[]; without: string[]; others: Condition[] } => {
  const parts = conjunctsOf(condition)
  const isLeftOut = (part: Condition) => 'not' in part && 'words' in part.not && part.not.words.length === 1
  return {
    words: parts.flatMap((part) => ('words' in part ? part.words : [])),
    without: parts.flatMap((part) => (isLeftOut(part) && 'not' in part && 'words' in part.not ? part.not.words : [])),
    others: parts.filter((part) => !('words' in part) && !isLeftOut(part)),
  }
}

const peopleIn = (condition: Condition, { definitions }: Surroundings): string[] =>
  testsOf(condition).flatMap((test) =>
    isField(test) && 'comparison' in test && definitionOf(definitions, test.field).type === 'person' ? [String(test.value)] : [],
  )

/** No value is no deviation, which not everybody expects of `!=`. */
const leftOut = (where: Condition, { definitions }: Surroundings): string[] => {
  const unlike = testsOf(where).filter((test) => isField(test) && 'comparison' in test && test.comparison === '!=')
  const labels = [...new Set(unlike.map((test) => (isField(test) ? definitionOf(definitions, test.field).label : '')))]
  return labels.length === 0 ? [] : [`contracts without ${labels.join(' or ')} are left out`]
}

/** Who asks for a span of days gets the list in order of that day: what is still to come from the soonest on, what has passed from the latest. */
const dayOrderOf = (condition: Condition, { definitions, today }: Surroundings): DayOrder | undefined => {
  const spans = conjunctsOf(condition).flatMap((test) => {
    if (!isField(test) || 'isSet' in test || definitionOf(definitions, test.field).type !== 'date') return []
    if (!('comparison' in test)) return [{ field: test.field, to: test.to }]
    const isOpen = test.comparison === '<' || test.comparison === '<='
    return test.comparison === '=' || test.comparison === '!=' ? [] : [{ field: test.field, to: isOpen ? test.value : undefined }]
  })
  const [first] = spans
  return first && { field: first.field, isLatestFirst: typeof first.to === 'string' && first.to <= today }
}

// Every value that a field of a contract may hold on some day, for who sees all of its family or a part: what an index looks it up by.
import { lastDay } from './calendar-date.ts'
import { keysOf, passesOn } from './effective-terms.ts'
import type { Family } from './family.ts'
import type { FieldValue } from './field-value.ts'
import { computedKeys, timelineOf } from './terms.ts'

export type Possible = {
  key: string
  values: readonly FieldValue[]
  /** More than are told here: terms that go on by themselves for longer, or that some may see and some may not. */
  andMore: boolean
}

/** So many terms ahead: forty years of yearly renewals. */
const mostSpans = 40

/** `isHidden`: whether some who see the contract may not see all of its family, so that other dates follow for them. */
export const possibleValues = (family: Family, id: string, isHidden: boolean): Possible[] => {
  const members = [...family.members.values()]
  const said = keysOf(family, id).map((key) => ({
    key,
    values: members.flatMap(({ id: by, values }) => (values[key] !== undefined && (by === id || passesOn(key)) ? [values[key]] : [])),
    andMore: false,
  }))
  return [...said.filter(({ key }) => !computedKeys.has(key)), ...[...computedKeys].flatMap((key) => computed(family, id, key, isHidden))]
}

const computed = (family: Family, id: string, key: string, isHidden: boolean): Possible[] => {
  const spans = timelineOf(family, id, key, lastDay, mostSpans)
  const stated = [...family.members.values()].flatMap(({ values }) => values[key] ?? [])
  const values = [...stated, ...spans.flatMap(({ term }) => term?.claims.map(({ value }) => value) ?? [])]
  return values.length === 0 ? [] : [{ key, values, andMore: isHidden || spans.length >= mostSpans }]
}

/** The fact of a field that holds more values than are told: it is looked at whatever is asked about that field. */
export const movingFact = (key: string): string => `${key}|~:`

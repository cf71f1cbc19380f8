// Where a page of what was found ends and the next begins.
import type { CalendarDate } from '../../contracts/calendar-date.ts'
import { Refusal } from '../../contracts/refusal.ts'
import type { Count } from '../store.ts'

/** Contracts found by their name come first, then the others; each from the newest to the oldest. */
export type Place = { rank: 'name' | 'other'; number: number }
/** In a list that is in order of a day. */
export type DayPlace = { rank: 'day'; day: CalendarDate; number: number }

/** The count goes along from page to page, so that it is counted once. */
export const spell = (place: Place | DayPlace, count: Count): string =>
  [place.rank, ...(place.rank === 'day' ? [place.day] : []), place.number, count.number, count.atLeast ? '+' : ''].join('.')

/** @throws Refusal for what nobody was given */
export const readPlace = (typed: string): { place: Place | DayPlace; count: Count } => {
  const [, rank, day = '', number, counted, more] =
    /^(?:(name|other)|day\.(\d{4}-\d\d-\d\d))\.(\d{1,9})\.(\d{1,4})\.(\+?)$/.exec(typed) ?? []
  if (number === undefined)
    throw new Refusal('invalid', 'This list does not go on from there.', { next: 'Search again from the beginning.' })
  const place: Place | DayPlace =
    rank === undefined ? { rank: 'day', day, number: Number(number) } : { rank: rank as Place['rank'], number: Number(number) }
  return { place, count: { number: Number(counted), atLeast: more === '+' } }
}

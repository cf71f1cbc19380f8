// Where a page of what was found ends and the next begins.
import { Refusal } from '../../contracts/refusal.ts'
import type { Count } from '../store.ts'

/** Contracts found by their name come first, then the others; each from the newest to the oldest. */
export type Place = { rank: 'name' | 'other'; number: number }

/** The count goes along from page to page, so that it is counted once. */
export const spell = ({ rank, number }: Place, count: Count): string => [rank, number, count.number, count.atLeast ? '+' : ''].join('.')

/** @throws Refusal for what nobody was given */
export const readPlace = (typed: string): { place: Place; count: Count } => {
  const [, rank, number, counted, more] = /^(name|other)\.(\d{1,9})\.(\d{1,4})\.(\+?)$/.exec(typed) ?? []
  if (rank === undefined) throw new Refusal('invalid', 'This list does not go on from there.', { next: 'Search again from the beginning.' })
  return { place: { rank: rank as Place['rank'], number: Number(number) }, count: { number: Number(counted), atLeast: more === '+' } }
}

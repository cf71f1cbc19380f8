// Where a page of talk ends and the next begins.
import { Refusal } from '../contracts/refusal.ts'
import type { Count } from './store.ts'

/** Written without signs that a command line would read; the count goes along, so that it is counted once. */
export const spellPlace = (place: string, { number, atLeast }: Count): string =>
  `${number}.${atLeast ? 'more' : 'all'}.${Buffer.from(place).toString('base64url')}`

/** @throws Refusal for what nobody was given */
export const readTalkPlace = (typed: string): { place: string; count: Count } => {
  const [, number, more, place] = /^(\d{1,9})\.(more|all)\.([\w-]+)$/.exec(typed) ?? []
  if (place === undefined)
    throw new Refusal('invalid', 'This talk does not go on from there.', { next: 'Ask for it again from the beginning.' })
  return { place: Buffer.from(place, 'base64url').toString(), count: { number: Number(number), atLeast: more === 'more' } }
}

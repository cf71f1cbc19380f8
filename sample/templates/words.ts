// Dates, counts and sums the way that contracts write them.

import { DateTime } from 'luxon'

export type Style = 'european' | 'american'

const UNITS = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen',
  'fourteen fifteen sixteen seventeen eighteen nineteen',
]
  .join(' ')
  .split(' ')
const TENS = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** '2024-02-01' as "1 February 2024" or "February 1, 2024". */
export function longDate(iso: string, style: Style = 'european'): string {
  return DateTime.fromISO(iso).toFormat(style === 'american' ? 'MMMM d, yyyy' : 'd MMMM yyyy')
}

/** 36 as "thirty-six", for 0 to 199. */
export function inWords(count: number): string {
  if (count >= 100) return `one hundred${count > 100 ? ` and ${inWords(count - 100)}` : ''}`
  if (count < 20) return UNITS[count] ?? ''
  const unit = count % 10
  return unit === 0 ? (TENS[count / 10] ?? '') : `${TENS[Math.floor(count / 10)]}-${UNITS[unit]}`
}

/** (36, 'month') as "thirty-six (36) months". */
export function counted(count: number, unit: string): string {
  return `${inWords(count)} (${count}) ${unit}${count === 1 ? '' : 's'}`
}

/** 1900800 minor units of GBP as "GBP 19,008.00". */
export function money(currency: string, minorUnits: number): string {
  const whole = Math.floor(minorUnits / 100).toLocaleString('en-US')
  return `${currency} ${whole}.${String(minorUnits % 100).padStart(2, '0')}`
}

/** "a, b and c" */
export function listed(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

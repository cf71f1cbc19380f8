// Numbers as agreements write them: "thirty (30)", "one hundred and eighty", "12".
import { ones, tens } from '../../contracts/english-words.ts'

const spellings: Record<string, number> = { fourty: 40, ninty: 90, a: 1, an: 1, another: 1, single: 1 }

const values = new Map<string, number>([
  ...ones.map((word, value): [string, number] => [word, value]),
  ...tens.flatMap((word, index): [string, number][] => (word === '' ? [] : [[word, index * 10]])),
  ...Object.entries(spellings),
])

const unit = ones.slice(1, 10).join('|')
const small = `(?:${tens.slice(2).join('|')}|fourty|ninty)(?:[- ]{1,2}(?:${unit}))?|${ones.slice(1).reverse().join('|')}`

/** Pattern of a number in words up to 999, lower case. */
export const numberWords = `(?:(?:(?:${unit}|a) hundred(?: and)? ?)?(?:${small})|(?:${unit}|a) hundred|another|an?|single)`

/** The value of a number in words; undefined for words that are none. */
export function wordsToNumber(words: string): number | undefined {
  let total = 0
  for (const word of words.split(/[- ]+/)) {
    if (word === 'and' || word === '') continue
    const value = values.get(word)
    if (word === 'hundred') total = Math.max(total, 1) * 100
    else if (value === undefined) return undefined
    else total += value
  }
  return total
}

const ordinalOnes =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
const ordinals = new Map<string, number>([
  ...ordinalOnes.split(' ').map((word, value): [string, number] => [word, value]),
  ...tens.flatMap((word, index): [string, number][] => (word === '' ? [] : [[word.replace(/y$/, 'ieth'), index * 10]])),
])

/** Pattern of an ordinal in words, lower case: "first" to "ninety-ninth". */
export const ordinalWords = `(?:(?:${tens.slice(2).join('|')})[- ](?:${ordinalOnes.split(' ').slice(1, 10).join('|')})|${[...ordinals.keys()].slice(1).reverse().join('|')})`

/** The value of an ordinal in words, such as "twenty-first". */
export function ordinalToNumber(words: string): number | undefined {
  const whole = ordinals.get(words)
  if (whole !== undefined) return whole
  const [first = '', second = ''] = words.split(/[- ]/)
  const [ten, one] = [values.get(first), ordinals.get(second)]
  return ten === undefined || one === undefined ? undefined : ten + one
}

const century = '(?:one thousand )?nineteen hundred(?: and)?|one thousand,? nine hundred(?: and)?|two thousand(?: and)?|twenty'
/** Pattern of a year in words, lower case: "nineteen hundred ninety-nine", "nineteen ninety-nine", "two thousand and four". */
export const yearWords = `(?:(?:${century}|nineteen)[ -](?:${small})|two thousand)`

/** The value of a year in words. */
export function wordsToYear(words: string): number | undefined {
  const match = new RegExp(`^(${century}|nineteen)(?:[ -](${small}))?$`).exec(words)
  if (match === null) return undefined
  const rest = match[2] === undefined ? 0 : wordsToNumber(match[2])
  return rest === undefined ? undefined : (/nine/.test(match[1] ?? '') ? 1900 : 2000) + rest
}

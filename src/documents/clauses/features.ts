// What the model sees of a text: hashed words and pairs of words, hashed runs of four letters, and the signs that the text shows.
import { monthNames } from '../../contracts/english-words.ts'
import { signs } from './signs.ts'

const wordPlaces = 32_768
const letterPlaces = 16_384
/** Words and pairs come first, runs of letters behind them, and a place for each sign at the end. */
export const signStart = wordPlaces + letterPlaces
export const width = signStart + 256

/** Places that a text shows, each once, and the value at each. */
export type Features = { places: Uint32Array; values: Float32Array }

const longestText = 6_000
const weightOfLetters = 0.7
const weightOfSigns = 0.22
/** FNV-1a: the same everywhere and for ever, as the stored weights need it. */
const start = 0x811c9dc5
const prime = 0x01000193
const times = new Uint16Array(width)

/** Words, figures, signs of money and shares, and what was blacked out, which mostly was a figure. */
const words = /[a-z]+|\d[\d,.]*|[%$\u00a3\u20ac]|\[[*\u2022\u25cf_. ]+\]|\*{2,}|_{3,}/g
const spelledNumbers =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million first second third fourth fifth'
/** What says how many or when: which number it is tells nothing of the type, and "thirty (30)" is one number. */
const numbers = new Map([
  ...spelledNumbers.split(' ').map((word): [string, string] => [word, '#']),
  // "May" is mostly the verb.
  ...monthNames.filter((name) => name !== 'may').map((word): [string, string] => [word, 'month#']),
])

/** How often each place is shown, on a scale that grows slowly; numbers in a row are one, a sign counts once. */
export function featuresOf(text: string): Features {
  const lower = text.slice(0, longestText).toLowerCase().replace(/\s+/g, ' ')
  const places: number[] = []
  let last = 0
  let before = ''
  for (const word of lower.match(words) ?? []) {
    const token = numbers.get(word) ?? (/^[\d[*_]/.test(word) ? '#' : word)
    if (token === '#' && before === '#') continue
    before = token
    const sum = hashOn(start, token)
    count(places, place(sum) & (wordPlaces - 1))
    if (last !== 0) count(places, place(hashOn(last, token)) & (wordPlaces - 1))
    countLetters(places, token)
    last = hashOn(sum, ' ')
  }
  for (const [index, sign] of signs.entries()) if (sign.test(lower)) count(places, signStart + index)
  const values = Float32Array.from(places, (shown) => 1 + Math.log(times[shown] ?? 1))
  for (const shown of places) times[shown] = 0
  return { places: Uint32Array.from(places), values }
}

function count(places: number[], shown: number): void {
  if (times[shown] === 0) places.push(shown)
  times[shown] = (times[shown] ?? 0) + 1
}

/** Every four letters in a row, the spaces around a word among them. */
function countLetters(places: number[], token: string): void {
  const code = (at: number): number => (at < 0 || at >= token.length ? 32 : token.charCodeAt(at))
  for (let i = -1; i + 3 <= token.length; i++) {
    let sum = start
    for (let at = i; at < i + 4; at++) sum = Math.imul(sum ^ code(at), prime)
    count(places, wordPlaces + (place(sum) & (letterPlaces - 1)))
  }
}

function hashOn(sum: number, text: string): number {
  let value = sum
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), prime)
  return value
}

const place = (sum: number): number => sum ^ (sum >>> 15)

/** Rare places weigh more; words and runs of letters have each a length of their own, whatever the text's. */
export function weighted({ places, values }: Features, rarity: Float32Array): Features {
  let [words, letters] = [0, 0]
  const weights = values.map((value, index) => {
    const place = places[index] ?? 0
    const weight = value * (rarity[place] ?? 0)
    if (place < wordPlaces) words += weight * weight
    else if (place < signStart) letters += weight * weight
    return weight
  })
  const [perWord, perLetter] = [1 / (Math.sqrt(words) || 1), weightOfLetters / (Math.sqrt(letters) || 1)]
  for (let i = 0; i < weights.length; i++) {
    const place = places[i] ?? 0
    weights[i] = place < signStart ? (weights[i] ?? 0) * (place < wordPlaces ? perWord : perLetter) : weightOfSigns
  }
  return { places, values: weights }
}

/** Smoothed inverse document frequency; what stands in one text only is left out. */
export function rarityOf(texts: readonly Features[]): Float32Array {
  const seen = new Float32Array(width)
  for (const { places } of texts) for (const place of places) seen[place] = (seen[place] ?? 0) + 1
  return seen.map((count) => (count < 2 ? 0 : Math.log((1 + texts.length) / (1 + count)) + 1))
}

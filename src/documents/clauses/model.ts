// A small linear model of clause types: hashed words and pairs of words and some signs, turned into shares that sum to one.
import { plainSigns, signs } from './signs.ts'

/** The types that the model tells apart: CUAD's categories that are frequent enough to be learned. */
export const modelTypes = [
  'expiration-date',
  'renewal-term',
  'notice-period-to-terminate-renewal',
  'governing-law',
  'most-favored-nation',
  'non-compete',
  'exclusivity',
  'termination-for-convenience',
  'anti-assignment',
  'revenue-profit-sharing',
  'price-restrictions',
  'minimum-commitment',
  'audit-rights',
  'uncapped-liability',
  'cap-on-liability',
  'liquidated-damages',
  'warranty-duration',
  'insurance',
] as const
export type ModelType = (typeof modelTypes)[number]

/** Hashed words come first, a place for each sign behind them; the last row of weights stands for "none of these". */
export const buckets = 32_768
export const width = buckets + 64
export const rowCount = modelTypes.length + 1

/** How rare a place is (0 leaves it out), and for each row its weights and its bias. */
export type Model = { rarity: Float32Array; rows: Float32Array[]; biases: number[] }
export type Features = { places: number[]; counts: number[] }

const stop = new Set('the a an of to and or in by for on at as be is are was with this that it its such any shall will'.split(' '))
const longestText = 6_000

/** Words without the commonest ones, pairs of neighbours, digits folded, and the signs that a text shows. */
export function featuresOf(text: string): Features {
  const lower = text.slice(0, longestText).toLowerCase()
  const counts = new Map<number, number>()
  let last = ''
  for (const word of lower.match(/[a-z]+|\d+/g) ?? []) {
    const token = word.charCodeAt(0) < 58 ? '#' : word
    if (!stop.has(token)) count(counts, token)
    if (last !== '') count(counts, `${last} ${token}`)
    last = token
  }
  const shown = signs.flatMap((sign, index) => (sign.test(lower) ? [buckets + index] : []))
  return {
    places: [...counts.keys(), ...shown],
    counts: [...[...counts.values()].map((times) => 1 + Math.log(times)), ...shown.map(() => 1)],
  }
}

/** FNV-1a over the letters: the same everywhere and for ever, as the stored weights need it. */
function count(counts: Map<number, number>, key: string): void {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  const bucket = (hash ^ (hash >>> 15)) & (buckets - 1)
  counts.set(bucket, (counts.get(bucket) ?? 0) + 1)
}

/** Rare words weigh more, and the words of each text together have the length one; signs keep their own weight. */
export function weighted({ places, counts }: Features, rarity: Float32Array): Features {
  const values = places.map((place, index) => (counts[index] ?? 0) * (rarity[place] ?? 0))
  const length = Math.sqrt(values.reduce((sum, value, index) => ((places[index] ?? 0) < buckets ? sum + value * value : sum), 0)) || 1
  return { places, counts: values.map((value, index) => ((places[index] ?? 0) < buckets ? value / length : value)) }
}

/** The share of each row, "none" last; they sum to one. */
export function sharesOf({ rows, biases }: Pick<Model, 'rows' | 'biases'>, { places, counts }: Features): number[] {
  const scores = rows.map((row, index) => {
    let score = biases[index] ?? 0
    for (let i = 0; i < places.length; i++) score += (counts[i] ?? 0) * (row[places[i] ?? 0] ?? 0)
    return score
  })
  const highest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - highest))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

/** The samples hold far more other paragraphs of each kind than clauses of one type: "none" is taken down by this factor. */
const lessNone = Math.exp(-2)
const enough = 0.3
const plainShare = 0.62

/** The types that a text shows, likeliest first: several where it does several things, none for most paragraphs. */
export function typesOf(model: Model, text: string): { type: ModelType; share: number }[] {
  const shares = sharesOf(model, weighted(featuresOf(text), model.rarity))
  const none = shares.at(-1) ?? 0
  const sum = 1 - none + none * lessNone
  const lower = text.slice(0, longestText).toLowerCase().replace(/\s+/g, ' ')
  const plain = new Set<string>(plainSigns.filter(([, sign]) => sign.test(lower)).map(([type]) => type))
  return modelTypes
    .map((type, index) => ({ type, share: Math.max((shares[index] ?? 0) / sum, plain.has(type) ? plainShare : 0) }))
    .filter(({ share }) => share >= enough)
    .sort((one, other) => other.share - one.share)
}

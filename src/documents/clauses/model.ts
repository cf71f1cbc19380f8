// A small linear model of clause types: one row of weights for each, over hashed words, letters and signs.
import { type Features, featuresOf, weighted, width } from './features.ts'

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

/**
 * How rare a place is (0 leaves it out); the weights of all types at the first place, then at the next; and for each type its bias,
 * the threshold taken off already.
 */
export type Model = { rarity: Float32Array; weights: Float32Array; biases: number[] }

/** How far a text is on a type's side of its border; above 0 it is of that type. */
export type TypeMargin = { type: ModelType; margin: number }

/** The margin of each type, in the order of `modelTypes`. */
export function marginsOf({ weights, biases }: Pick<Model, 'weights' | 'biases'>, { places, values }: Features): Float64Array {
  const margins = Float64Array.from(biases)
  const count = margins.length
  for (let i = 0; i < places.length; i++) {
    const [value, from] = [values[i] ?? 0, (places[i] ?? 0) * count]
    if (value === 0) continue
    for (let row = 0; row < count; row++) margins[row] = (margins[row] ?? 0) + value * (weights[from + row] ?? 0)
  }
  return margins
}

/** The weights of rows, one for each type, side by side. */
export function sideBySide(rows: readonly Float32Array[]): Float32Array {
  const weights = new Float32Array(rows.length * width)
  for (const [index, row] of rows.entries())
    for (let place = 0; place < width; place++) weights[place * rows.length + index] = row[place] ?? 0
  return weights
}

/** The types that a text shows, plainest first: several where it does several things, none for most paragraphs. */
export function typesOf(model: Model, text: string): TypeMargin[] {
  const margins = marginsOf(model, weighted(featuresOf(text), model.rarity))
  return modelTypes
    .map((type, index) => ({ type, margin: margins[index] ?? 0 }))
    .filter(({ margin }) => margin > 0)
    .sort((one, other) => other.margin - one.margin)
}

// Trains the clause model on samples: logistic regression over all types at once, with steps that shrink for each weight.
import { buckets, type Features, featuresOf, type Model, type ModelType, modelTypes, rowCount, sharesOf, weighted, width } from './model.ts'

/** One text with the types that experts gave it; none for other paragraphs. */
export type Sample = { text: string; types: ModelType[] }

const rounds = 20
const pace = 0.3
const decay = 1e-5
const weightOfSigns = 0.6
const mostImportance = 3
const commonCount = 90

/** A model of these samples; the same samples in the same order give the same model. */
export function trainModel(samples: readonly Sample[]): Model {
  const features = samples.map(({ text }) => featuresOf(text))
  const rarity = rarityOf(features)
  const vectors = features.map((each) => weighted(each, rarity))
  const importance = importanceOf(samples)
  const targets = samples.map(({ types }) => targetOf(types))
  const rows = emptyRows(0)
  const biases = new Array<number>(rowCount).fill(0)
  const steps = { rows: emptyRows(1e-8), biases: new Array<number>(rowCount).fill(1e-8) }
  for (let round = 0; round < rounds; round++) {
    for (const [index, vector] of vectors.entries()) {
      const shares = sharesOf({ rows, biases }, vector)
      for (let row = 0; row < rowCount; row++) {
        const slope = ((shares[row] ?? 0) - (targets[index]?.[row] ?? 0)) * (importance[index] ?? 1)
        if (Math.abs(slope) > 1e-4) learn({ weights: rows[row], past: steps.rows[row], vector, slope })
        steps.biases[row] = (steps.biases[row] ?? 0) + slope * slope
        biases[row] = (biases[row] ?? 0) - (pace * slope) / Math.sqrt(steps.biases[row] ?? 1)
      }
    }
  }
  return { rarity, rows, biases }
}

const emptyRows = (value: number): Float32Array[] => Array.from({ length: rowCount }, () => new Float32Array(width).fill(value))

function targetOf(types: readonly ModelType[]): number[] {
  const target = new Array<number>(rowCount).fill(0)
  if (types.length === 0) target[rowCount - 1] = 1
  for (const type of types) target[modelTypes.indexOf(type)] = 1 / types.length
  return target
}

type Lesson = { weights: Float32Array | undefined; past: Float32Array | undefined; vector: Features; slope: number }

/** AdaGrad: a weight that was often moved moves less. */
function learn({ weights, past, vector, slope }: Lesson): void {
  if (weights === undefined || past === undefined) return
  for (let i = 0; i < vector.places.length; i++) {
    const place = vector.places[i] ?? 0
    const value = vector.counts[i] ?? 0
    if (value === 0) continue
    const gradient = slope * value + decay * (weights[place] ?? 0)
    past[place] = (past[place] ?? 0) + gradient * gradient
    weights[place] = (weights[place] ?? 0) - (pace * gradient) / Math.sqrt(past[place] ?? 1)
  }
}

/** Samples of rare types count more, up to three times. */
function importanceOf(samples: readonly Sample[]): number[] {
  const times = new Map<ModelType, number>()
  for (const { types } of samples) for (const type of types) times.set(type, (times.get(type) ?? 0) + 1)
  return samples.map(({ types }) =>
    Math.max(1, ...types.map((type) => Math.min(mostImportance, Math.sqrt(commonCount / (times.get(type) ?? 1))))),
  )
}

/** Smoothed inverse document frequency; what stands in one sample only is left out. */
function rarityOf(features: readonly Features[]): Float32Array {
  const seen = new Float32Array(width)
  for (const { places } of features) for (const place of places) seen[place] = (seen[place] ?? 0) + 1
  return seen.map((times, place) => (place >= buckets ? weightOfSigns : times < 2 ? 0 : Math.log((1 + features.length) / (1 + times)) + 1))
}

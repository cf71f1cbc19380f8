// Trains the clause model: a support vector machine for each type, and one threshold for all, found on contracts held out in turn.
import { type Features, featuresOf, rarityOf, weighted } from './features.ts'
import { type Model, type ModelType, marginsOf, modelTypes, sideBySide } from './model.ts'
import { separate } from './separate.ts'

/** One text with the types that experts gave it, none for other paragraphs; `from` is its contract, `weight` how much it counts. */
export type Sample = { text: string; types: ModelType[]; from: string; weight: number }

const folds = 5

/** A model of these samples; the same samples in the same order give the same model. */
export function trainModel(samples: readonly Sample[]): Model {
  const features = samples.map(({ text }) => featuresOf(text))
  const model = fitModel(samples, features)
  const threshold = thresholdOf(samples, features)
  return { ...model, biases: model.biases.map((bias) => bias - threshold) }
}

function fitModel(samples: readonly Sample[], features: readonly Features[]): Model {
  const rarity = rarityOf(features)
  const vectors = features.map((each) => weighted(each, rarity))
  const separated = modelTypes.map((type) => {
    const isOfType = samples.map(({ types }) => types.includes(type))
    const count = isOfType.filter(Boolean).length
    // Rare types would be given up for the many samples of others.
    const more = Math.sqrt(samples.length / Math.max(1, count) / 2)
    const costs = samples.map(({ weight }, index) => weight * (isOfType[index] ? more : 1))
    return separate({ vectors, isOfType, costs })
  })
  return { rarity, weights: sideBySide(separated.map(({ weights }) => weights)), biases: separated.map(({ bias }) => bias) }
}

/** The threshold of the best micro-F1 on samples of full weight, each told by a model that has not seen its contract. */
function thresholdOf(samples: readonly Sample[], features: readonly Features[]): number {
  const contracts = [...new Set(samples.map(({ from }) => from))].sort()
  const told: { margin: number; isRight: boolean }[] = []
  for (let fold = 0; fold < folds; fold++) {
    const isHeldOut = (sample: Sample): boolean => contracts.indexOf(sample.from) % folds === fold
    const kept = samples.flatMap((sample, index) => (isHeldOut(sample) ? [] : [index]))
    const model = fitModel(pick(samples, kept), pick(features, kept))
    for (const [index, sample] of samples.entries()) {
      const vector = features[index]
      if (sample.weight < 1 || vector === undefined || !isHeldOut(sample)) continue
      const margins = marginsOf(model, weighted(vector, model.rarity))
      for (const [row, type] of modelTypes.entries()) told.push({ margin: margins[row] ?? 0, isRight: sample.types.includes(type) })
    }
  }
  return bestThreshold(told)
}

function pick<Item>(items: readonly Item[], places: readonly number[]): Item[] {
  return places.map((place) => items[place]).filter((item) => item !== undefined)
}

/** Halfway between the last margin that is still worth being told and the next. */
function bestThreshold(told: { margin: number; isRight: boolean }[]): number {
  told.sort((one, other) => other.margin - one.margin)
  const wanted = told.filter(({ isRight }) => isRight).length
  let [right, best, threshold] = [0, 0, 0]
  for (const [index, { margin, isRight }] of told.entries()) {
    if (isRight) right++
    const f1 = (2 * right) / (index + 1 + wanted)
    if (f1 <= best) continue
    best = f1
    threshold = (margin + (told[index + 1]?.margin ?? margin)) / 2
  }
  return threshold
}

// Finds the border between samples of a type and all others: a linear support vector machine with squared hinge loss.
import { type Features, width } from './features.ts'

export type Separation = { weights: Float32Array; bias: number }
type Problem = { vectors: readonly Features[]; isOfType: readonly boolean[]; costs: readonly number[] }

/** What a sample on the wrong side costs against a wide border. */
const hardness = 2
const mostRounds = 40
const smallStep = 0.05

/** Dual coordinate descent (Hsieh and others, ICML 2008), in an order that is shuffled the same way each time. */
export function separate({ vectors, isOfType, costs }: Problem): Separation {
  const weights = new Float32Array(width + 1)
  const pulls = new Float64Array(vectors.length)
  const softness = costs.map((cost) => 0.5 / (hardness * cost))
  const curvature = vectors.map(({ values }, index) => values.reduce((sum, value) => sum + value * value, 1 + (softness[index] ?? 0)))
  const order = vectors.map((_, index) => index)
  const next = randomNumbers()
  for (let round = 0; round < mostRounds; round++) {
    let largest = 0
    shuffle(order, next)
    for (const index of order) {
      const vector = vectors[index]
      if (vector === undefined) continue
      const side = isOfType[index] ? 1 : -1
      const pull = pulls[index] ?? 0
      const slope = side * marginOf(weights, vector) - 1 + pull * (softness[index] ?? 0)
      if (pull === 0 && slope >= 0) continue
      largest = Math.max(largest, Math.abs(slope))
      const changed = Math.max(0, pull - slope / (curvature[index] ?? 1))
      pulls[index] = changed
      move(weights, vector, (changed - pull) * side)
    }
    if (largest < smallStep) break
  }
  return { weights: weights.subarray(0, width), bias: weights[width] ?? 0 }
}

function marginOf(weights: Float32Array, { places, values }: Features): number {
  let margin = weights[width] ?? 0
  for (let i = 0; i < places.length; i++) margin += (values[i] ?? 0) * (weights[places[i] ?? 0] ?? 0)
  return margin
}

function move(weights: Float32Array, { places, values }: Features, step: number): void {
  if (step === 0) return
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0
    weights[place] = (weights[place] ?? 0) + step * (values[i] ?? 0)
  }
  weights[width] = (weights[width] ?? 0) + step
}

function shuffle(order: number[], next: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const other = next() % (i + 1)
    const kept = order[i] ?? 0
    order[i] = order[other] ?? 0
    order[other] = kept
  }
}

/** The same numbers each time, so that the stored weights can be made again. */
function randomNumbers(): () => number {
  let state = 12_345
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 8
  }
}

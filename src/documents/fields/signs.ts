// Signs: words that speak for or against a reading of a text, each with its points.

export type Sign = readonly [pattern: RegExp, points: number]

/** How much words look like what the signs look for. */
export const points = (signs: readonly Sign[], words: string): number =>
  signs.reduce((sum, [pattern, worth]) => sum + (pattern.test(words) ? worth : 0), 0)

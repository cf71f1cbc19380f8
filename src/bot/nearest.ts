// "Did you mean": what is spelled most like what was typed.
import { ratio } from 'fuzzball'
import { foldCase } from '../contracts/company-name.ts'

/** Below this, of 100, two words have nothing to do with each other. */
const alike = 60

/** The candidates that are spelled like it, best first. */
export const nearest = (typed: string, candidates: readonly string[], limit = 1): string[] => {
  const folded = foldCase(typed.slice(0, 60))
  return candidates
    .map((candidate) => ({ candidate, score: ratio(folded, foldCase(candidate)) }))
    .filter(({ score }) => score >= alike)
    .sort((one, other) => other.score - one.score)
    .slice(0, limit)
    .map(({ candidate }) => candidate)
}

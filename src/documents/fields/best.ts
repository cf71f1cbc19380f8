// The best of several candidates, and whether another one that says something else comes close to it.

export type Scored = { score: number }
export type Choice<Candidate> = { best: Candidate; isAlone: boolean }

/** The highest score above `least`, the first of equals; alone when none with another value comes within `margin` of it. */
export function choose<Candidate extends Scored>(
  candidates: Iterable<Candidate>,
  { least, margin, says }: { least: number; margin: number; says: (candidate: Candidate) => string | undefined },
): Choice<Candidate> | undefined {
  let best: Candidate | undefined
  let rival = Number.NEGATIVE_INFINITY
  const passed: Candidate[] = []
  for (const candidate of candidates) {
    if (candidate.score > least) passed.push(candidate)
    if (candidate.score > (best?.score ?? least)) best = candidate
  }
  if (best === undefined) return undefined
  const value = says(best)
  for (const candidate of passed) {
    const other = says(candidate)
    if (other !== undefined && other !== value) rival = Math.max(rival, candidate.score)
  }
  return { best, isAlone: rival < best.score - margin }
}

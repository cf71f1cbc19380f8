// How well fields and clauses are read: precision and recall by field on the labelled contracts, and floors that must hold.
import { hasCorpus, readCorpus } from './corpus-labels.ts'
import { f1Of, measureClauses, measureFields, precisionOf, recallOf, type Sums } from './measure-fields.ts'

/** F1 that is aimed at on contracts nobody has seen, and the floors for each part, a little below what was reached. */
type Line = { goal: number; development: number; heldOut: number }
export const floors: Record<string, Line> = {
  governingLaw: { goal: 0.98, development: 0.97, heldOut: 0.85 },
  agreementDate: { goal: 0.96, development: 0.96, heldOut: 0.92 },
  effectiveDate: { goal: 0.88, development: 0.93, heldOut: 0.84 },
  expirationDate: { goal: 0.75, development: 0.91, heldOut: 0.95 },
  renewalTerm: { goal: 0.9, development: 0.92, heldOut: 0.95 },
  noticePeriodToTerminateRenewal: { goal: 0.88, development: 0.97, heldOut: 0.95 },
  autoRenewal: { goal: 0.96, development: 0.96, heldOut: 0.95 },
  capOnLiability: { goal: 0.95, development: 0.94, heldOut: 0.87 },
  parties: { goal: 0.85, development: 0.85, heldOut: 0.9 },
  paymentTerms: { goal: 0.85, development: 0.92, heldOut: 0.78 },
  liabilityCapMonetary: { goal: 0.85, development: 0.8, heldOut: 0.8 },
}
/** `read` is of whole contracts, where a clause has to be found at its place as well. */
export const clauseFloors = { goal: 0.87, alone: 0.78, read: 0.77 }
/** Of what is marked sure; measured over all fields together, as single ones are too few. */
export const sureFloor = { precision: 0.97, share: 0.5 }

export async function prove(): Promise<void> {
  if (!hasCorpus()) {
    console.log('The labelled contracts do not lie beside the project: accuracy was not measured.')
    return
  }
  const corpus = readCorpus()
  const faults: string[] = []
  for (const part of ['development', 'heldOut'] as const) {
    const contracts = corpus.filter(({ isClosed }) => isClosed === (part === 'heldOut'))
    const sums = measureFields(contracts)
    console.log(`${part === 'heldOut' ? 'held out (every twelfth contract)' : 'development'}: ${contracts.length} contracts`)
    console.table(tableOf(sums))
    faults.push(...faultsOf(sums, part))
  }
  const clauses = measureClauses(corpus)
  for (const part of ['alone', 'read'] as const) {
    console.log(
      `clause types, held out, trained on the development part: ${part === 'alone' ? 'samples by themselves' : 'whole contracts'}`,
    )
    console.table(Object.fromEntries([...clauses[part]].map(([type, score]) => [type, rowOf(score)])))
    const all = clauses[part].get('all')
    if (all === undefined || f1Of(all) < clauseFloors[part]) faults.push(`clause types (${part}) are under ${clauseFloors[part]}`)
  }
  if (faults.length > 0) throw new Error(`Accuracy fell: ${faults.join('; ')}.`)
}

/** What is under its floor, in words. */
export function faultsOf(sums: Sums, part: 'development' | 'heldOut'): string[] {
  const faults: string[] = []
  for (const [key, line] of Object.entries(floors)) {
    const sum = sums.get(key)
    const reached = sum === undefined ? 0 : f1Of(sum)
    if (reached < line[part]) faults.push(`${key} (${part}) reaches ${reached.toFixed(3)}, not ${line[part]}`)
  }
  const sure = { found: 0, right: 0, allRight: 0 }
  for (const [key, sum] of sums) {
    // Parties are names to look at, never marked.
    if (key === 'parties') continue
    sure.found += sum.sureFound
    sure.right += sum.sureRight
    sure.allRight += sum.right
  }
  if (sure.right < sure.found * sureFloor.precision) faults.push(`of ${sure.found} sure values (${part}) only ${sure.right} are right`)
  if (sure.right < sure.allRight * sureFloor.share)
    faults.push(`of ${sure.allRight} right values (${part}) only ${sure.right} are marked sure`)
  return faults
}

const rowOf = (score: { right: number; found: number; wanted: number }) => ({
  precision: round(precisionOf(score)),
  recall: round(recallOf(score)),
  F1: round(f1Of(score)),
  right: score.right,
  found: score.found,
  wanted: score.wanted,
})

function tableOf(sums: Sums): Record<string, object> {
  const rows = Object.entries(floors).map(([key, line]): [string, object] => {
    const sum = sums.get(key) ?? { right: 0, found: 0, wanted: 0, sureFound: 0, sureRight: 0 }
    const sure = {
      'sure right': `${sum.sureRight} of ${sum.sureFound}`,
      'right marked sure': round(sum.right === 0 ? 0 : sum.sureRight / sum.right),
    }
    return [key, { ...rowOf(sum), goal: line.goal, ...sure }]
  })
  return Object.fromEntries(rows)
}

const round = (value: number): number => Math.round(value * 1_000) / 1_000

// Which of the obligations that were read somebody means: all of them, or some by their numbers.
import type { Contract } from '../contracts/contract.ts'
import type { WaitingObligation } from '../contracts/obligation.ts'
import { Refusal } from '../contracts/refusal.ts'

/** @throws Refusal for a number that waits no more, and where nothing waits */
export const waitingObligations = (contract: Contract, typed: string): WaitingObligation[] => {
  const all = contract.waitingObligations
  const ids = typed.trim().toLowerCase() === 'all' ? all.map(({ id }) => id) : typed.split(/[\s,;]+/).filter((word) => word !== '')
  const found = all.filter(({ id }) => ids.includes(id))
  const missing = ids.filter((id) => !found.some((one) => one.id === id))
  if (found.length > 0 && missing.length === 0) return found
  const what = missing.length > 0 ? `no obligation ${missing.join(', ')} that waits` : 'no obligation that waits'
  throw new Refusal('not-found', `${contract.id} has ${what}.`, { next: `See what does: obligation list ${contract.id}` })
}

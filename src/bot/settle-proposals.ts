// Settling proposals: what people confirmed and turned down goes into the record in one append, and the answer goes on with what waits.
import { z } from 'zod'
import type { Contract } from '../contracts/contract.ts'
import { refuseBackwards } from '../contracts/field-change.ts'
import type { FieldDefinition } from '../contracts/field-definition.ts'
import type { Person } from '../contracts/identity.ts'
import { confirmDrafts, dismissDrafts, type Proposal, type Verdict } from '../contracts/proposal.ts'
import type { Store } from '../store/store.ts'
import type { Card } from './card.ts'
import { nextCard, proposalsCard } from './cards/proposals.ts'
import { refuseVerdicts } from './refuse-verdicts.ts'
import { nextOf, queueFor, saidOf } from './review.ts'

/** Where to go on: with the next value of all, or of this contract alone; by itself, with what waits in the contract. */
export const Walk = z.enum(['next', 'here']).optional()

/** Of a button: the contract's last entry that its card knew. */
export const SeenEntry = z.coerce.number().int().nonnegative().optional()

/** `owner`: the walk is through what is theirs; `after`: the last place in the queue that was skipped. */
type Onward = { walk?: z.infer<typeof Walk>; owner?: string | undefined; after?: string | undefined }

export type Verdicts = { confirmed?: readonly Verdict[]; dismissed?: readonly Proposal[] }
export type Settled = { contract: Contract; confirmed: readonly Proposal[]; dismissed: readonly Proposal[]; late: number }

/** `was`: the last entry of the contract that the asker saw, where a button or a page knows it. */
type Act = { actor: string; source: string; definitions: readonly FieldDefinition[]; was?: number | undefined }

/**
 * What somebody else settled meanwhile is left as it is and counted in `late`.
 * @throws Refusal for a term that would end before it begins, and for what `refuseVerdicts` refuses; then nothing is recorded
 */
export const settleProposals = async (store: Store, contract: Contract, verdicts: Verdicts, act: Act): Promise<Settled> => {
  const { confirmed = [], dismissed = [] } = verdicts
  const { contract: after, entries } = await store.record.append(contract.id, (now) => {
    refuseVerdicts(now, confirmed, act)
    refuseBackwards(withValues(now, confirmed))
    return [...confirmDrafts(now, confirmed, act), ...dismissDrafts(now, dismissed, act)]
  })
  const written = new Set(entries.map(({ key }) => key))
  const set = confirmed
    .filter(({ proposal }) => written.has(`field:${proposal.field}:proposal:${proposal.id}`))
    .map(({ proposal, value }) => ({ ...proposal, value: value ?? proposal.value }))
  const gone = entries.some(({ kind }) => kind === 'dismissed') ? dismissed : []
  return { contract: after, confirmed: set, dismissed: gone, late: confirmed.length + dismissed.length - set.length - gone.length }
}

const withValues = (contract: Contract, confirmed: readonly Verdict[]): { effectiveDate?: string; expirationDate?: string } => {
  const dayOf = (field: 'effectiveDate' | 'expirationDate') => {
    const verdict = confirmed.find(({ proposal }) => proposal.field === field)
    const value = verdict ? (verdict.value ?? verdict.proposal.value) : contract.fields[field]?.value
    return typeof value === 'string' ? { [field]: value } : {}
  }
  return { ...dayOf('effectiveDate'), ...dayOf('expirationDate') }
}

export const settledCard = async (
  { store, person, definitions }: { store: Store; person: Person; definitions: readonly FieldDefinition[] },
  settled: Settled,
  { walk, owner, after }: Onward,
): Promise<Card> => {
  const said = settledWords(settled, definitions)
  if (walk === undefined) return proposalsCard(settled.contract, { definitions }, said)
  const only = walk === 'here'
  const next = nextOf(await queueFor(store, person, { contract: only ? settled.contract : undefined, owner }), after)
  return nextCard(next, { definitions }, { only, owner, after, said })
}

export const settledWords = ({ contract, confirmed, dismissed, late }: Settled, definitions: readonly FieldDefinition[]): string =>
  [
    confirmed.length > 0 && saidOf(`Recorded in ${contract.id}`, confirmed, definitions),
    dismissed.length > 0 && saidOf(`Not in ${contract.id}`, dismissed, definitions),
    late > 0 && (late === 1 ? 'One was settled by somebody else meanwhile.' : `${late} were settled by somebody else meanwhile.`),
  ]
    .filter(Boolean)
    .join(' ')

// Reviewing: which proposals a person means, which one is next, and what is said when some are settled.
import type { Contract } from '../contracts/contract.ts'
import type { FieldDefinition } from '../contracts/field-definition.ts'
import { definitionOf, fieldNamed, showFieldValue } from '../contracts/fields.ts'
import type { Person } from '../contracts/identity.ts'
import { inReviewOrder, type Proposal, reviewRank, waitingProposal } from '../contracts/proposal.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { Store } from '../store/store.ts'

/**
 * `all`, `sure`, numbers such as `12.3`, or fields by name; a field stands for the one value of it that waits. Of a button, all are those
 * that its card showed: `was` is the contract's last entry then.
 */
export const proposalsMeant = (contract: Contract, definitions: readonly FieldDefinition[], typed: string, was = Infinity): Proposal[] => {
  const word = typed.trim().toLowerCase()
  const shown = contract.proposals.filter(({ seq }) => seq <= was)
  if (word === 'all') return waitingIn(contract, shown)
  if (word === 'sure')
    return waitingIn(
      contract,
      shown.filter(({ sure }) => sure),
    )
  return [...new Set(namesIn(typed, definitions).map((one) => proposalMeant(contract, definitions, one)))]
}

/** `name on the document`, `governing law, sla`, `law sla 12.3`: a label of several words is one name, else each word is. */
const namesIn = (typed: string, definitions: readonly FieldDefinition[]): string[] =>
  typed
    .split(/[,;]+/)
    .flatMap((part) => (fieldNamed(definitions, part.trim()) ? [part.trim()] : part.split(/\s+/)))
    .filter((one) => one !== '')

const waitingIn = (contract: Contract, proposals: readonly Proposal[]): Proposal[] => {
  if (proposals.length > 0) return [...proposals]
  throw new Refusal('not-found', `No such value waits in ${contract.id}.`, { next: `See what does: review ${contract.id}` })
}

/** @throws Refusal where no such value waits, or several of one field do */
export const proposalMeant = (contract: Contract, definitions: readonly FieldDefinition[], typed: string): Proposal => {
  if (/^\d+\.\d+$/.test(typed)) return waitingProposal(contract, typed)
  const definition = fieldNamed(definitions, typed)
  const found = contract.proposals.filter(({ field }) => field === definition?.key)
  const [first, second] = found
  if (first && !second) return first
  if (!definition || !first) throw notWaiting(contract, definition, typed)
  throw new Refusal('ambiguous', `${found.length} values of ${definition.label} wait in ${contract.id}.`, {
    next: 'Say which by its number.',
    choices: found.map(({ id, value, evidence }) => ({
      label: `${showFieldValue(definition, value, String)} (${evidence.name})`,
      command: `review next ${contract.id} at:${id}`,
    })),
  })
}

/** What is settled already can be set like any value. */
const notWaiting = (contract: Contract, definition: FieldDefinition | undefined, typed: string): Refusal => {
  const held = definition && contract.fields[definition.key]?.value
  if (!definition || held === undefined)
    return new Refusal('not-found', `No value of "${typed}" waits in ${contract.id}.`, { next: `See what does: review ${contract.id}` })
  return new Refusal(
    'not-found',
    `${definition.label} of ${contract.id} waits no longer: it is ${showFieldValue(definition, held, String)}.`,
    {
      next: `To change it: set ${contract.id} ${definition.key}="..."`,
    },
  )
}

export type Queued = { contract: Contract; proposal: Proposal; behind: number }

/** What is next of all that wait in these contracts: most urgent first, behind a place in the queue when one is given. */
export const nextOf = (contracts: readonly Contract[], after?: string): Queued | undefined => {
  const queue = contracts
    .flatMap((contract) => inReviewOrder(contract.proposals).map((proposal) => ({ contract, proposal })))
    .sort((one, other) => comparePlaces(placeOf(one), placeOf(other)))
  const place = after === undefined ? undefined : readPlace(after)
  const index = place === undefined ? 0 : queue.findIndex((one) => comparePlaces(placeOf(one), place) > 0)
  const next = queue[index]
  return next && { ...next, behind: queue.length - index - 1 }
}

/** Rank, number of the contract, entry, value: what `placeInQueue` writes. */
const placeOf = ({ contract, proposal }: { contract: Contract; proposal: Proposal }): number[] => [
  reviewRank(proposal),
  Number(contract.id.slice(2)),
  ...proposal.id.split('.').map(Number),
]

const readPlace = (typed: string): number[] => {
  if (/^\d(\.\d{1,9}){3}$/.test(typed)) return typed.split('.').map(Number)
  throw new Refusal('invalid', `"${typed}" is no place in the queue.`, { next: 'Begin again: review next' })
}

const comparePlaces = (one: readonly number[], other: readonly number[]): number =>
  one.map((part, index) => part - (other[index] ?? 0)).find((difference) => difference !== 0) ?? 0

/** "Confirmed: SLA uptime 99.9 %, Notice period 90 days." */
export const saidOf = (what: string, proposals: readonly Proposal[], definitions: readonly FieldDefinition[]): string => {
  const named = proposals.map(({ field, value }) => {
    const definition = definitionOf(definitions, field)
    return `${definition.label} ${showFieldValue(definition, value, String)}`
  })
  return `${what}: ${named.join(', ')}.`.replace(/\.\.$/, '.')
}

/** The contracts to walk through: one, those of an owner, or one's own and then anybody's. */
export const queueFor = (
  store: Store,
  person: Person,
  of: { contract?: Contract | undefined; owner?: string | undefined },
): Promise<Contract[]> => (of.contract ? Promise.resolve([of.contract]) : store.reviews.waiting(person, of.owner))

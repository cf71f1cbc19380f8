// Which contracts exist for a person: the one place from which every read for somebody starts.
import { type Contract, field } from '../contracts/contract.ts'
import { hasRole, isInternal, type Person } from '../contracts/identity.ts'
import { maySee } from '../contracts/permission.ts'

export type Visible = {
  /** A row is visible when it holds one of these words. */
  access: readonly string[]
  may(contract: Contract): boolean
}

/** Whose reads these are; a query built without a person must not reach the database. */
export const visibleTo = (person: Person): Visible => {
  if (!person?.id) throw new TypeError('A contract is read without a person who reads it.')
  return { access: isInternal(person) ? accessFor(person) : [], may: (contract) => maySee(person, contract) }
}

const accessFor = (person: Person): string[] => [
  'open',
  `person:${person.id}`,
  ...(person.team === undefined ? [] : [`team:${person.team}`]),
  ...(hasRole(person, 'legal') ? ['legal'] : []),
]

/** The words of a contract that `visibleTo` matches: the access table's line for read, spelled for the database. */
export const accessOf = (contract: Contract): string[] => {
  if (!contract.restricted) return ['open']
  const owner = field(contract, 'owner')
  const team = field(contract, 'team')
  const people = [...(owner === undefined ? [] : [owner]), ...contract.grants.map((grant) => grant.person), ...contract.approvers]
  return ['legal', ...(team === undefined ? [] : [`team:${team}`]), ...[...new Set(people)].map((person) => `person:${person}`)]
}

export const mayRead = (visible: Visible, access: readonly string[]): boolean => access.some((word) => visible.access.includes(word))

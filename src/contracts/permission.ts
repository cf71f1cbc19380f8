// Who may do what with a contract: the company's access table as one pure rule.
import { type Contract, field } from './contract.ts'
import { hasRole, isInternal, type Person } from './identity.ts'

/** What a command needs; declared beside its name and checked by dispatch. */
export const requirements = [
  /** Everyone who reaches us, outsiders too: help, whoami. */
  'anyone',
  /** Active people of the company. */
  'member',
  'contract.read',
  'contract.write',
  /** Grant, restrict, change of owner, share: owner and legal. */
  'contract.govern',
  'contract.audit',
  /** People, roles, configuration: administrators, who read no contract by that. */
  'people.manage',
  /** What fields contracts have: legal. */
  'fields.manage',
] as const
export type Requirement = (typeof requirements)[number]

const isOwner = (person: Person, contract: Contract) => field(contract, 'owner') === person.id
const isOfTeam = (person: Person, contract: Contract) => person.team !== undefined && field(contract, 'team') === person.team
const granted = (person: Person, contract: Contract) => contract.grants.find((grant) => grant.person === person.id)?.level

/** Whether the contract exists for this person at all: open to every member, restricted to those concerned. */
export const maySee = (person: Person, contract: Contract): boolean =>
  isInternal(person) &&
  (!contract.restricted ||
    isConcerned(person, contract) ||
    granted(person, contract) !== undefined ||
    contract.approvers.includes(person.id))

const isConcerned = (person: Person, contract: Contract) =>
  isOwner(person, contract) || isOfTeam(person, contract) || hasRole(person, 'legal')

export const mayWrite = (person: Person, contract: Contract): boolean =>
  isInternal(person) && (isConcerned(person, contract) || granted(person, contract) === 'write')

export const mayGovern = (person: Person, contract: Contract): boolean =>
  isInternal(person) && (isOwner(person, contract) || hasRole(person, 'legal'))

/** Full audit: owner, legal, record keeper; an administrator sees counts only. */
export const mayAudit = (person: Person, contract: Contract): boolean => mayGovern(person, contract) || hasRole(person, 'record-keeper')
export const mayAuditCounts = (person: Person): boolean => hasRole(person, 'administrator')

/** Rule P7: a record keeper reads everything of a contract under a typed reason, and each such read is recorded. */
export const mayReadAsKeeper = (person: Person): boolean => hasRole(person, 'record-keeper')

/** The access table: may this person do on this contract what the command requires? */
export const mayOnContract = (person: Person, requirement: Requirement, contract: Contract): boolean => {
  switch (requirement) {
    case 'contract.read':
      return maySee(person, contract)
    case 'contract.write':
      return mayWrite(person, contract)
    case 'contract.govern':
      return mayGovern(person, contract)
    case 'contract.audit':
      return mayAudit(person, contract) || mayAuditCounts(person)
    default:
      return mayInGeneral(person, requirement)
  }
}

/** May this person run such a command at all, before any contract is named? */
export const mayInGeneral = (person: Person, requirement: Requirement): boolean => {
  if (requirement === 'anyone') return true
  if (requirement === 'people.manage') return hasRole(person, 'administrator')
  if (requirement === 'fields.manage') return hasRole(person, 'legal')
  return isInternal(person)
}

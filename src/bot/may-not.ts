// The refusal of what a person may not do: it says who may, and how to ask them.
import { type Contract, field } from '../contracts/contract.ts'
import type { Person } from '../contracts/identity.ts'
import { mayWrite, type Requirement } from '../contracts/permission.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { Store } from '../store/store.ts'

/** What no contract is asked about: one role may do it. */
export const mayNot = (command: string, requirement: Requirement): Refusal => {
  const [who, whom] = requirement === 'fields.manage' ? ['legal', 'somebody of legal'] : ['administrators', 'an administrator']
  return new Refusal('not-allowed', `Only ${who} may use ${command}.`, { next: `Ask ${whom}: person list shows who is one.` })
}

export const mayNotOnContract = async (store: Store, person: Person, requirement: Requirement, contract: Contract): Promise<Refusal> => {
  const ownerId = field(contract, 'owner')
  const owner = ownerId === undefined ? undefined : await store.people.get(ownerId)
  const whose = owner ? `its owner ${owner.name}` : 'its owner'
  const asked = owner?.email ? `${owner.name} (${owner.email})` : (owner?.name ?? 'legal')
  if (requirement !== 'contract.write') {
    const others = requirement === 'contract.audit' ? ', legal and record keepers' : ' and legal'
    return new Refusal('not-allowed', `Only ${whose}${others} may do this on ${contract.id}.`, { next: `Ask ${asked} to do it.` })
  }
  const team = field(contract, 'team')
  const who = [whose, team && `team ${team}`, 'legal', 'people granted write'].filter(Boolean).join(', ')
  return new Refusal('not-allowed', `${contract.id} may be changed by ${who}; you may read it.`, {
    next: `Ask ${asked} to type: grant ${contract.id} ${person.email ?? person.name} level:write`,
  })
}

/** Of values that were read, for who may read them: who may confirm them. Undefined for who may do it themselves. */
export const whoMayConfirm = async (store: Store, person: Person, contract: Contract): Promise<string | undefined> => {
  if (mayWrite(person, contract)) return undefined
  const [ownerId, team] = [field(contract, 'owner'), field(contract, 'team')]
  const owner = ownerId === undefined ? undefined : await store.people.get(ownerId)
  const others = [team && `team ${team}`, 'legal'].filter(Boolean).join(' and ')
  return `You may read this; ${owner ? `the owner, ${owner.name}` : 'the owner'}, confirms or changes it, and so may ${others}.`
}

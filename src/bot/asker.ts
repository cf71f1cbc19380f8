// Who asks: the account that a platform vouches for, turned into a person.
import type { Person } from '../contracts/identity.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { Store } from '../store/store.ts'
import type { Speaker } from './invocation.ts'

/** On the terminal the account is an e-mail of somebody whom the company knows; elsewhere people are met. */
export const askerOf = async (store: Store, { account, name, email, zone, standing }: Speaker): Promise<Person> => {
  if (account.platform !== 'terminal') {
    return store.people.meet(account, { name, standing, ...(email && { email }), ...(zone && { zone }) })
  }
  const person = await store.people.ofEmail(account.id)
  if (person) return person
  throw new Refusal('not-found', `Nobody here has the e-mail ${account.id}.`, { next: 'Name somebody who is known: --as ana@acme.example' })
}

/** Of the other side, a guest or a stranger: either by what the platform says now or by what we know. */
export const isOutsider = (speaker: Speaker, person: Person | undefined): boolean =>
  speaker.standing !== 'member' || (person !== undefined && person.standing !== 'member')

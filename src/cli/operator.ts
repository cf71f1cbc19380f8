// Who sits at the terminal: the first administrator of the configuration, else the operator of this machine, a member like any other.
import type { Config } from '../config.ts'
import type { Person } from '../contracts/identity.ts'
import type { Store } from '../store/store.ts'

const operatorEmail = 'operator@localhost.example'

export const operatorOf = async (store: Store, config: Config): Promise<Person> => {
  const [administrator] = config.administrators
  return store.people.ensure({
    email: administrator ?? operatorEmail,
    name: administrator?.split('@')[0] ?? 'Operator',
    standing: 'member',
  })
}

/** Administrators are named by the configuration, and by nothing else. */
export const ensureAdministrators = async (store: Store, config: Config): Promise<void> => {
  for (const email of config.administrators) {
    const person = await store.people.ensure({ email, name: email.split('@')[0] ?? email, standing: 'member' })
    if (person.roles.includes('administrator')) continue
    await store.people.change(person.id, { roles: [...person.roles, 'administrator'] }, 'throughline', 'configuration')
  }
}

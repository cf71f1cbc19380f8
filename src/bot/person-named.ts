// The one person whom a typed name means: by e-mail, handle or name; several that fit are a pick list, never a guess.
import type { Person } from '../contracts/identity.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { Store } from '../store/store.ts'

/** Refuses when nobody or several fit; `again` gives the line to run for each candidate. */
export const personNamed = async (store: Store, typed: string, again?: (person: Person) => string): Promise<Person> => {
  const found = await store.people.named(typed, 6)
  const exact = found.filter((person) => isExactly(person, typed))
  const only = exact.length === 1 ? exact[0] : found.length === 1 ? found[0] : undefined
  if (only) return only
  if (found.length === 0)
    throw new Refusal('not-found', `Nobody here is called "${typed}".`, {
      next: 'Use the e-mail address, or see who is known: person list',
    })
  const choices = again ? found.map((person) => ({ label: labelOf(person), command: again(person) })) : []
  throw new Refusal('ambiguous', `"${typed}" could be ${found.map(labelOf).join(', or ')}.`, { next: 'Use the e-mail address.', choices })
}

const isExactly = (person: Person, typed: string): boolean => {
  const folded = typed.replace(/^@/, '').toLowerCase()
  return person.id.toLowerCase() === folded || person.email?.toLowerCase() === folded || person.name.toLowerCase() === folded
}

const labelOf = (person: Person): string => (person.email ? `${person.name} (${person.email})` : person.name)

// The one person whom a typed name means: by e-mail, handle or name; several that fit are a pick list, never a guess.
import { wordsOf } from '../contracts/company-name.ts'
import type { Person } from '../contracts/identity.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { Store } from '../store/store.ts'

/** Refuses when nobody or several fit; `again` gives the line to run for each candidate. */
export const personNamed = async (store: Store, typed: string, again?: (person: Person) => string): Promise<Person> => {
  const found = await store.people.named(typed, 6)
  const exact = found.filter((person) => isExactly(person, typed))
  const begun = found.filter((person) => isBegun(person, typed))
  const only = exact.length === 1 ? exact[0] : begun.length === 1 ? begun[0] : undefined
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
  const handle = person.email?.split('@')[0]
  return [person.id, person.email, handle, person.name].some((name) => name?.toLowerCase() === folded)
}

/** Every word typed begins a word of the name; one that is merely alike is a guess. */
const isBegun = (person: Person, typed: string): boolean => {
  const words = [...wordsOf(person.name), ...wordsOf(person.email?.split('@')[0] ?? '')]
  return wordsOf(typed).every((word) => words.some((own) => own.startsWith(word)))
}

const labelOf = (person: Person): string => (person.email ? `${person.name} (${person.email})` : person.name)

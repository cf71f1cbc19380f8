// The people of the playground: six of the sample company, each with an account that is the same at every start.
import { createHash } from 'node:crypto'
import { foldCase } from '../../contracts/company-name.ts'
import { Refusal } from '../../contracts/refusal.ts'

export type SamplePerson = { name: string; email: string; roles: readonly string[] }

export type PlaygroundPerson = {
  name: string
  email: string
  /** As the connector knows them. */
  id: string
  /** As Entra would. */
  aadObjectId: string
}

/** How many the playground has: the one whose page it is, and five others. */
export const peopleCount = 6

/** Who comes first owns the page; then one of each role, so that every door can be tried, and others as listed. */
export const pickPeople = (sample: readonly SamplePerson[], first: string): PlaygroundPerson[] => {
  const wanted = ['legal', 'approver', 'record-keeper', 'administrator']
  const picked = new Set(sample.filter(({ email }) => email === first))
  for (const role of wanted) {
    const found = sample.find((person) => person.roles.includes(role) && !picked.has(person))
    if (found) picked.add(found)
  }
  for (const person of sample) if (picked.size < peopleCount) picked.add(person)
  if (picked.size < peopleCount) throw new Error(`The playground needs ${peopleCount} people; the sample has ${picked.size}.`)
  return [...picked].map(withAccount)
}

const withAccount = ({ name, email }: SamplePerson): PlaygroundPerson => {
  const hex = createHash('sha256').update(email).digest('hex')
  const guid = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
  return { name, email, id: `29:${hex.slice(0, 20)}`, aadObjectId: guid }
}

/** `lee`, `Lee Carmody`, `lee@...`; refuses with a pick list when nobody or several fit. `again` is the command that a choice completes. */
export const personMeant = (people: readonly PlaygroundPerson[], typed: string, again: string): PlaygroundPerson => {
  const wanted = foldCase(typed.replace(/^@/, '').trim())
  const exact = people.filter(({ name, email }) => [foldCase(name), email].includes(wanted))
  const found =
    exact.length > 0 ? exact : people.filter(({ name, email }) => [...foldCase(name).split(' '), email.split('@')[0]].includes(wanted))
  const [only] = found
  if (only && found.length === 1) return only
  throw new Refusal(
    only ? 'ambiguous' : 'not-found',
    only ? `Several people here are called ${typed}.` : `Nobody here is called ${typed}.`,
    {
      next: 'Choose one:',
      choices: (only ? found : people).map(({ name, email }) => ({ label: name, command: `${again} ${email}` })),
    },
  )
}

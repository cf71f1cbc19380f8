// The people of the playground: six of the sample company, each with an account that is the same at every start.
import { createHash } from 'node:crypto'
import { foldCase } from '../../contracts/company-name.ts'
import type { Account } from '../../contracts/identity.ts'
import { Refusal } from '../../contracts/refusal.ts'
import { accountOf } from '../teams/ids.ts'
import { playgroundTenant } from './place.ts'

export type SamplePerson = { name: string; email: string }

export type PlaygroundPerson = {
  name: string
  email: string
  /** As the connector knows them. */
  id: string
  /** As Entra would. */
  aadObjectId: string
}

/** The people named, in that order: who comes first owns the page. The page itself wants six of them. */
export const playgroundPeople = (sample: readonly SamplePerson[], emails: readonly string[]): PlaygroundPerson[] =>
  emails.map((email) => {
    const person = sample.find((one) => one.email === email)
    if (!person) throw new Error(`The sample has nobody with the e-mail ${email}.`)
    return { name: person.name, email, id: `29:${hashOf(email).slice(0, 20)}`, aadObjectId: guidOf(email) }
  })

/** The account of a person of the sample, whether the page has them or not. */
export const accountOfPerson = (email: string): Account => accountOf('playground', playgroundTenant, guidOf(email))

const hashOf = (email: string): string => createHash('sha256').update(email).digest('hex')

const guidOf = (email: string): string => {
  const hex = hashOf(email)
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
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

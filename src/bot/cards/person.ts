// A person as a card: what the company knows of them, and what they may do by it.
import type { Person } from '../../contracts/identity.ts'
import { type Card, card, context, type Fact, heading } from '../card.ts'
import type { NameOf } from '../names.ts'

export const personCard = (person: Person, nameOf: NameOf): Card => {
  const roles = person.roles.length > 0 ? person.roles.join(', ') : 'none'
  return card(
    `${person.name}, ${person.standing}${person.team ? `, team ${person.team}` : ''}, roles: ${roles}`,
    heading(person.name),
    { type: 'facts', facts: personFacts(person, nameOf, roles) },
    !person.active && context('Deactivated: may do nothing here.'),
  )
}

const personFacts = (person: Person, nameOf: NameOf, roles: string): Fact[] => {
  const told: [string, string | undefined][] = [
    ['E-mail', person.email],
    ['Standing', person.standing],
    ['Roles', roles],
    ['Team', person.team],
    ['Manager', person.manager && nameOf(person.manager)],
    ['Company', person.company],
    ['Time zone', person.zone],
    ['Hours', person.hours],
    ['Accounts', person.accounts.map((account) => account.platform).join(', ') || undefined],
  ]
  return told.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

export const peopleCard = (people: readonly Person[], count: string, next: string | undefined): Card =>
  card(
    `${count} people`,
    heading(`${count} people`),
    {
      type: 'table',
      caption: 'People of the company',
      columns: [{ label: 'Name' }, { label: 'E-mail' }, { label: 'Team' }, { label: 'Roles' }],
      rows: people.map((person) => ({
        cells: [person.name, person.email ?? '', person.team ?? '', person.roles.join(', ')],
        command: `person show ${person.email ?? person.id}`,
      })),
    },
    next !== undefined && { type: 'buttons', buttons: [{ label: 'More', command: `person list after:"${next}"` }] },
  )

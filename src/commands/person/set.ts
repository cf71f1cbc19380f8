// `person set`: an administrator tells what a person's team, roles, manager, hours and zone are.
import { z } from 'zod'
import { personCard } from '../../bot/cards/person.ts'
import { defineCommand } from '../../bot/command.ts'
import { namesOf } from '../../bot/names.ts'
import { personNamed } from '../../bot/person-named.ts'
import { Role } from '../../contracts/identity.ts'
import { Refusal } from '../../contracts/refusal.ts'
import { Hours, Zone } from '../../contracts/working-time.ts'
import type { PersonChange, Store } from '../../store/store.ts'

const args = z.object({
  person: z.string(),
  name: z.string().max(120).optional(),
  email: z.email().optional(),
  team: z.string().max(60).optional(),
  role: z.string().optional(),
  manager: z.string().optional(),
  hours: Hours.optional(),
  zone: Zone.optional(),
  company: z.string().max(120).optional(),
  active: z.stringbool().optional(),
})

export const personSet = defineCommand({
  name: 'person set',
  summary: "Set a person's roles, team, manager, hours, zone.",
  examples: [
    'person set @lee role:approver team:finance manager:@kim hours:"09:00-17:30" zone:Europe/Berlin',
    'person set @lee role:none active:no',
  ],
  requires: 'people.manage',
  contract: 'none',
  changes: true,
  positional: ['person'],
  args,
  async run({ args: given, person: by, app, invocation }) {
    const person = await personNamed(app.store, given.person, (one) => invocation.text.replace(given.person, one.email ?? one.id))
    const change = await changeOf(app.store, given)
    if (Object.keys(change).length === 0) {
      throw new Refusal('invalid', `What shall be set for ${person.name}?`, {
        next: `For example: person set ${given.person} role:approver team:finance`,
      })
    }
    if (change.manager === person.id) {
      throw new Refusal('invalid', `${person.name} can't be their own manager.`, { next: 'Name another, or manager:none.' })
    }
    const changed = await app.store.people.change(person.id, change, by.id, invocation.door)
    return personCard(changed, await namesOf(app.store, [changed.manager]))
  },
})

const changeOf = async (store: Store, given: z.output<typeof args>): Promise<PersonChange> => {
  const { person: _person, role, manager, team, ...plain } = given
  const told = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)) as PersonChange
  if (team !== undefined) told.team = team === 'none' ? null : team.toLowerCase()
  if (role !== undefined) told.roles = rolesOf(role)
  if (manager !== undefined) told.manager = manager === 'none' ? null : (await personNamed(store, manager)).id
  return told
}

const rolesOf = (typed: string): Role[] =>
  typed
    .split(/[,;\s]+/)
    .filter((word) => word !== '' && word !== 'none')
    .map((word) => {
      const role = Role.safeParse(word.toLowerCase())
      if (role.success) return role.data
      throw new Refusal('invalid', `There is no role "${word}".`, { next: `Roles: ${Role.options.join(', ')}, or none` })
    })

// `whoami`: who you are here, so that a missing right or a second account explains itself.
import { z } from 'zod'
import { personCard } from '../../bot/cards/person.ts'
import { defineCommand } from '../../bot/command.ts'
import { namesOf } from '../../bot/names.ts'

export const whoami = defineCommand({
  name: 'whoami',
  summary: 'Who you are here: name, e-mail, roles, team, zone, accounts.',
  examples: ['whoami'],
  requires: 'anyone',
  contract: 'none',
  outsiders: true,
  args: z.object({}),
  async run({ person, app }) {
    return personCard(person, await namesOf(app.store, [person.manager]))
  },
})

// `person show`: what the company knows of a colleague.
import { z } from 'zod'
import { personCard } from '../../bot/cards/person.ts'
import { defineCommand } from '../../bot/command.ts'
import { namesOf } from '../../bot/names.ts'
import { personNamed } from '../../bot/person-named.ts'

export const personShow = defineCommand({
  name: 'person show',
  summary: 'What is known of a person: team, roles, hours.',
  examples: ['person show @lee', 'person show lee@acme.example'],
  requires: 'member',
  contract: 'none',
  positional: ['person'],
  args: z.object({ person: z.string() }),
  async run({ args, app }) {
    const person = await personNamed(app.store, args.person, (one) => `person show ${one.email ?? one.id}`)
    return personCard(person, await namesOf(app.store, [person.manager]))
  },
})

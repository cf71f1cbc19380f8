// `field show`: what a field may hold, what is standard, who changed it, and how many contracts hold it.
import { z } from 'zod'
import { definitionCard } from '../../bot/cards/field-definition.ts'
import { defineCommand } from '../../bot/command.ts'
import { definitionMeant } from '../../bot/field-meant.ts'
import { peopleIn } from '../../bot/field-words.ts'
import { namesOf } from '../../bot/names.ts'
import { mayInGeneral } from '../../contracts/permission.ts'

export const fieldShow = defineCommand({
  name: 'field show',
  summary: 'What a field may hold, its standard value, its versions, and how many contracts hold it.',
  examples: ['field show sla', 'field show governing law'],
  requires: 'member',
  contract: 'none',
  positional: ['field'],
  args: z.object({ field: z.string() }),
  async run({ args, person, app }) {
    const { fields } = app.store
    const definitions = await fields.list()
    const definition = definitionMeant(definitions, args.field, (key) => `field show ${key}`)
    const { key, standard } = definition
    const [versions, held] = await Promise.all([fields.versions(key), fields.held(person, key)])
    const values = [standard, ...held.values.map(({ value }) => value), ...versions.map(({ change }) => change.standard)]
    const people = peopleIn(
      definitions,
      values.map((value) => ({ field: key, value })),
    )
    const nameOf = await namesOf(app.store, [...people, ...versions.map(({ by }) => by)])
    const mayChange = mayInGeneral(person, 'fields.manage')
    return definitionCard(definition, { versions, held, nameOf, zone: person.zone ?? app.zone, mayChange })
  },
})

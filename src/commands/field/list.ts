// `field list`: the fields that contracts have, by words or contract type.
import { z } from 'zod'
import { definitionsCard } from '../../bot/cards/field-definition.ts'
import { defineCommand } from '../../bot/command.ts'
import { peopleIn } from '../../bot/field-words.ts'
import { namesOf } from '../../bot/names.ts'
import { withoutPlace } from '../../bot/place-in-line.ts'
import { fieldsMatching } from '../../bot/read-definition.ts'
import { ContractType } from '../../contracts/contract.ts'

const perPage = 20

export const fieldList = defineCommand({
  name: 'field list',
  summary: 'The fields of contracts: what they hold, their standard values, and who has them.',
  examples: ['field list', 'field list notice', 'field list for:dpa', 'field list --retired'],
  requires: 'member',
  contract: 'none',
  positional: ['words'],
  args: z.object({
    words: z.string().max(200).default(''),
    for: ContractType.optional(),
    retired: z.stringbool().default(false),
    after: z
      .string()
      .regex(/^\d{1,6}$/, 'the place that More gives')
      .optional(),
  }),
  async run({ args, app, invocation }) {
    const definitions = await app.store.fields.list()
    const found = fieldsMatching(definitions, args.words, args.for).filter(({ retired }) => retired === args.retired)
    const from = Number(args.after ?? 0)
    const shown = found.slice(from, from + perPage)
    const people = peopleIn(
      definitions,
      shown.map(({ key, standard }) => ({ field: key, value: standard })),
    )
    const next = from + perPage < found.length ? String(from + perPage) : undefined
    return definitionsCard(shown, await namesOf(app.store, people), { total: found.length, next, line: withoutPlace(invocation.text) })
  },
})

// `person list`: the people of the company.
import { z } from 'zod'
import { showCount } from '../../bot/cards/find.ts'
import { peopleCard } from '../../bot/cards/person.ts'
import { defineCommand } from '../../bot/command.ts'

export const personList = defineCommand({
  name: 'person list',
  summary: 'The people of the company, with teams and roles.',
  examples: ['person list'],
  requires: 'member',
  contract: 'none',
  args: z.object({
    after: z
      .string()
      .regex(/^P-\d+$/, 'the place that More gives')
      .optional(),
  }),
  async run({ args, app }) {
    const page = await app.store.people.list({ limit: 20, ...(args.after && { after: args.after }) })
    return peopleCard(page.items, showCount(page.count), page.next)
  },
})

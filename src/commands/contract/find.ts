// `find`: contracts by name, party, field, their text and the talk that the asker may see.
import { z } from 'zod'
import { findCard } from '../../bot/cards/find.ts'
import { defineCommand } from '../../bot/command.ts'
import { namesOf } from '../../bot/names.ts'
import type { Pair } from '../../bot/pair.ts'
import { parse, type Word } from '../../bot/parse.ts'
import { withoutPlace } from '../../bot/place-in-line.ts'
import { readQuery } from '../../bot/query.ts'
import { anyColleague } from '../../bot/share.ts'
import { field } from '../../contracts/contract.ts'

export const contractFind = defineCommand({
  name: 'contract find',
  summary: 'Find contracts by name, party, field, text or talk.',
  examples: ['find acme', 'find "limitation of liability" type:msa', 'find owner:me expires<90d'],
  requires: 'member',
  contract: 'none',
  positional: ['words'],
  args: z.object({
    words: z.string().default(''),
    after: z.string().optional(),
    pairs: z.custom<Pair[]>().default([]),
  }),
  async run({ args, person, app, today, invocation, together }) {
    const typed = { words: typedWords(invocation.text, args.words), pairs: args.pairs }
    const { query, understood } = await readQuery(typed, { store: app.store, person, today })
    const page = await app.store.contracts.find(together ? anyColleague(person) : person, query, {
      limit: 10,
      ...(args.after && { after: args.after }),
    })
    const nameOf = await namesOf(
      app.store,
      page.items.map(({ contract }) => field(contract, 'owner')),
    )
    const line = withoutPlace(invocation.text)
    return findCard(page, nameOf, { line, understood, continued: args.after !== undefined })
  },
})

/** The words with what stood in quotes, which the joined text no longer tells; a form has them in one field. */
const typedWords = (line: string, words: string): Word[] => {
  const { words: typed, pairs } = parse(line)
  return pairs.some(({ key }) => key === 'words') ? parse(words).words : typed.slice(1)
}

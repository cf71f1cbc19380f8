// `talk`: what was said about a contract, now or as it stood at a past moment, with every version if asked.
import { z } from 'zod'
import { readerMayWrite } from '../../bot/answer-reader.ts'
import { talkCard } from '../../bot/cards/talk.ts'
import { defineCommand } from '../../bot/command.ts'
import { parseMoment } from '../../bot/moment.ts'
import { withoutPlace } from '../../bot/place-in-line.ts'

export const contractTalk = defineCommand({
  name: 'contract talk',
  summary: 'What was said about a contract, on every platform, in order.',
  examples: ['talk C-142', 'talk C-142 liability cap', 'talk C-142 on:2025-03-01', 'talk C-142 --history'],
  requires: 'contract.read',
  contract: 'required',
  outsiders: true,
  positional: ['words'],
  args: z.object({
    words: z.string().default(''),
    on: z.string().optional(),
    history: z.stringbool().default(false),
    after: z.string().optional(),
  }),
  async run({ args, contract, person, app, invocation, today, keeperReason, together, outsiderView }) {
    const zone = person.zone ?? app.zone
    const asOf = args.on === undefined ? undefined : parseMoment(args.on, today, zone)
    const words = args.words.split(/\s+/).filter(Boolean)
    const page = await app.store.talk.list(person, contract, {
      words,
      limit: args.history ? 10 : 15,
      keeper: keeperReason !== undefined,
      ...(together && { together }),
      ...(asOf && { asOf }),
      ...(args.after && { after: args.after }),
    })
    const line = withoutPlace(invocation.text)
    const reader = outsiderView ? 'outsider' : readerMayWrite({ person, together }, contract) ? 'writer' : 'colleague'
    return talkCard(contract, page, { zone, line, reader, history: args.history, searched: args.words, ...(asOf && { asOf }) })
  },
})

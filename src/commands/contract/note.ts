// `note`: talk that never was in chat, kept with the contract: a call in one's own words, or a mail as it came.
import { z } from 'zod'
import { talkNotedCard } from '../../bot/cards/noted.ts'
import { defineCommand } from '../../bot/command.ts'
import { callDraft, mailDraft } from '../../bot/note-drafts.ts'
import { parsePastDay } from '../../bot/past-day.ts'
import { Refusal } from '../../contracts/refusal.ts'

export const contractNote = defineCommand({
  name: 'contract note',
  summary: 'Keep a call or a forwarded mail as talk of the contract.',
  examples: ['note C-142 "Call with Lee: they accept 12 months" with:lee@acme.example on:yesterday'],
  requires: 'contract.write',
  contract: 'required',
  changes: true,
  positional: ['words'],
  args: z.object({ words: z.string().max(20_000).default(''), with: z.string().optional(), on: z.string().optional() }),
  async run({ args, contract, person, app, invocation, now, today }) {
    const [file] = invocation.files
    if (!file && args.words.trim() === '') {
      throw new Refusal('invalid', 'What was said?', {
        next: `For example: note ${contract.id} "Call with Lee: they accept 12 months" with:lee@acme.example`,
      })
    }
    const act = { person, contract, invocation, at: args.on === undefined ? now : `${parsePastDay(args.on, today)}T12:00:00.000Z` }
    const draft = file ? await mailDraft(app, act, file) : callDraft(act, args.words, args.with?.split(/[,;]\s*/) ?? [])
    const { known } = await app.store.record.append(contract.id, () => [draft])
    return talkNotedCard(contract, draft.payload, { zone: person.zone ?? app.zone, known: known.length > 0 })
  },
})

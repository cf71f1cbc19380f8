// `show`: a contract at a glance.
import { z } from 'zod'
import { readerOf } from '../../bot/answer-reader.ts'
import { PastDay } from '../../bot/argument-types.ts'
import { contractCard, outsiderContractCard, peopleOfContract } from '../../bot/cards/contract.ts'
import { familyCard, termsOnCard } from '../../bot/cards/family.ts'
import { withPageLink } from '../../bot/cards/page-link.ts'
import { timelineCard } from '../../bot/cards/timeline.ts'
import { defineCommand } from '../../bot/command.ts'
import { definitionMeant } from '../../bot/field-meant.ts'
import { inForceFor, papersAbove } from '../../bot/in-force.ts'
import { namesOf } from '../../bot/names.ts'
import { addToDay } from '../../contracts/calendar-date.ts'
import { computedFields } from '../../contracts/computed-fields.ts'

const part = z.stringbool().default(false)

export const contractShow = defineCommand({
  name: 'contract show',
  summary:
    'A contract at a glance: parties, status, dates, fields off standard, papers, last decisions; its family; what was in force, and a field over time.',
  examples: ['show C-142', 'show acme', 'show C-142 --all', 'show C-142 family', 'show C-142 on:2025-03-01', 'show C-142 history:sla'],
  requires: 'contract.read',
  contract: 'required',
  outsiders: true,
  hasOutsiderView: true,
  lastWords: ['family'],
  args: z.object({ all: part, family: part, on: PastDay.optional(), history: z.string().optional() }),
  async run({ args, contract, person, app, outsiderView, together, today, invocation }) {
    const known = app.store.fields.list()
    if (outsiderView) return outsiderContractCard(contract, await known)
    const reader = { person, together }
    const [definitions, inForce] = await Promise.all([known, inForceFor(app.store, reader, contract, args.on ?? today)])
    const people = [...inForce.documents.values(), inForce.contract].flatMap((one) => peopleOfContract(one, definitions))
    const words = { definitions, nameOf: await namesOf(app.store, people) }
    if (args.history !== undefined) {
      const all = { ...words, definitions: [...definitions, ...computedFields] }
      const { key } = definitionMeant(all.definitions, args.history, (one) => `show ${contract.id} history:${one}`)
      return timelineCard(inForce, key, inForce.over(key, addToDay(today, 2, 'year')), all)
    }
    if (args.family) return familyCard(inForce, await app.store.families.members(readerOf(reader), contract), words)
    if (args.on !== undefined) return termsOnCard(inForce, words)
    const above = await papersAbove(app.store, reader, inForce)
    const shown = contractCard(contract, { ...words, zone: person.zone ?? app.zone, all: args.all, inForce, above })
    // For one person alone, in a chat: the terminal shows everything, and the link is long.
    const isForOne = together === undefined && invocation.door !== 'terminal'
    return isForOne ? withPageLink(shown, app.pages.contract(contract.id, person.id)) : shown
  },
})

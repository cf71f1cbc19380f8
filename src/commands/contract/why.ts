// `why`: the decisions behind a clause, with the words that they follow from, who and when, years later.
import { z } from 'zod'
import { readerMayWrite } from '../../bot/answer-reader.ts'
import { card, context, heading } from '../../bot/card.ts'
import { type Reason, whyCard } from '../../bot/cards/decision.ts'
import { defineCommand } from '../../bot/command.ts'
import { namesOf } from '../../bot/names.ts'
import { clauseNamed } from '../../contracts/clause-type.ts'
import { wordsOf } from '../../contracts/company-name.ts'
import { type Contract, type Decision, titleOf } from '../../contracts/contract.ts'

export const contractWhy = defineCommand({
  name: 'contract why',
  summary: 'Why a clause is what it is: decisions, the messages behind them, who and when.',
  examples: ['why C-142 liability', 'why C-142'],
  requires: 'contract.read',
  contract: 'required',
  positional: ['about'],
  args: z.object({ about: z.string().default('') }),
  async run({ args, contract, person, app, together }) {
    const decisions = decisionsAbout(contract, args.about)
    if (decisions.length === 0) return nothingDecided(contract, args.about, readerMayWrite({ person, together }, contract))
    const reasons = await Promise.all(
      decisions.map(async (decision): Promise<Reason> => {
        const cites = await app.store.talk.get(person, contract, decision.cites, together)
        return { decision, cites, heldBack: decision.cites.length - cites.length }
      }),
    )
    return whyCard(
      contract,
      args.about,
      reasons,
      await namesOf(
        app.store,
        decisions.map(({ by }) => by),
      ),
      person.zone ?? app.zone,
    )
  },
})

/** By the clause it was recorded under, or by its own words; the newest first. */
export const decisionsAbout = (contract: Contract, about: string): Decision[] => {
  const newest = contract.decisions.toReversed()
  if (about.trim() === '') return newest
  const clause = clauseNamed(about)
  const words = wordsOf(about)
  const fits = (decision: Decision) => {
    const said = new Set([...wordsOf(decision.text), ...wordsOf(decision.clause ?? ''), decision.id.toLowerCase()])
    return decision.clause === clause || decision.id.toLowerCase() === about.trim().toLowerCase() || words.every((word) => said.has(word))
  }
  return newest.filter(fits)
}

const nothingDecided = (contract: Contract, about: string, writes: boolean) => {
  const subject = about ? ` about ${about}` : ''
  const line = `No decision${subject} is recorded on ${contract.id} ${titleOf(contract)}.`
  return card(
    line,
    heading(line),
    about !== '' && context(`What was said: talk ${contract.id} ${about}`),
    about === '' && writes && context(`Record one in the thread: decide "12-month cap, agreed by CFO" clause:liability`),
    { type: 'buttons', buttons: [{ label: 'Talk', command: `talk ${contract.id}${about ? ` ${about}` : ''}` }] },
  )
}

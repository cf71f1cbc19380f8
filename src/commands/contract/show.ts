// `show`: a contract at a glance.
import { z } from 'zod'
import { contractCard, outsiderContractCard, peopleOfContract } from '../../bot/cards/contract.ts'
import { withPageLink } from '../../bot/cards/page-link.ts'
import { defineCommand } from '../../bot/command.ts'
import { namesOf } from '../../bot/names.ts'

export const contractShow = defineCommand({
  name: 'contract show',
  summary: 'A contract at a glance: parties, status, dates, fields off standard, papers, last decisions.',
  examples: ['show C-142', 'show acme', 'show C-142 --all'],
  requires: 'contract.read',
  contract: 'required',
  outsiders: true,
  hasOutsiderView: true,
  args: z.object({ all: z.stringbool().default(false) }),
  async run({ args, contract, person, app, outsiderView, together }) {
    const definitions = await app.store.fields.list()
    if (outsiderView) return outsiderContractCard(contract, definitions)
    const nameOf = await namesOf(app.store, peopleOfContract(contract, definitions))
    const shown = contractCard(contract, { definitions, nameOf, zone: person.zone ?? app.zone, all: args.all })
    return together === undefined ? withPageLink(shown, app.pages.contract(contract.id, person.id)) : shown
  },
})

// `show`: a contract at a glance.
import { z } from 'zod'
import { contractCard, outsiderContractCard, peopleOfContract } from '../../bot/cards/contract.ts'
import { withPageLink } from '../../bot/cards/page-link.ts'
import { defineCommand } from '../../bot/command.ts'
import { namesOf } from '../../bot/names.ts'

export const contractShow = defineCommand({
  name: 'contract show',
  summary: 'A contract at a glance: parties, status, dates, papers, last decisions.',
  examples: ['show C-142', 'show acme'],
  requires: 'contract.read',
  contract: 'required',
  outsiders: true,
  hasOutsiderView: true,
  args: z.object({}),
  async run({ contract, person, app, outsiderView, together }) {
    if (outsiderView) return outsiderContractCard(contract)
    const shown = contractCard(contract, await namesOf(app.store, peopleOfContract(contract)), person.zone ?? app.zone)
    return together === undefined ? withPageLink(shown, app.pages.contract(contract.id, person.id)) : shown
  },
})

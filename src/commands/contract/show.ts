// `show`: a contract at a glance.
import { z } from 'zod'
import { contractCard, outsiderContractCard, peopleOfContract } from '../../bot/cards/contract.ts'
import { defineCommand } from '../../bot/command.ts'
import { namesOf } from '../../bot/names.ts'
import { isInternal } from '../../contracts/identity.ts'

export const contractShow = defineCommand({
  name: 'contract show',
  summary: 'A contract at a glance: parties, status, dates, papers, last decisions.',
  examples: ['show C-142', 'show acme'],
  requires: 'contract.read',
  contract: 'required',
  outsiders: true,
  args: z.object({}),
  async run({ contract, person, app }) {
    if (!isInternal(person)) return outsiderContractCard(contract)
    return contractCard(contract, await namesOf(app.store, peopleOfContract(contract)), person.zone ?? app.zone)
  },
})

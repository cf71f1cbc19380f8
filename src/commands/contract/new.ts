// `contract new`: a contract begins; whoever makes it owns it.
import { z } from 'zod'
import { contractCard, peopleOfContract } from '../../bot/cards/contract.ts'
import { defineCommand } from '../../bot/command.ts'
import { parseFieldValue } from '../../bot/field-values.ts'
import { namesOf } from '../../bot/names.ts'
import type { CoreKey, FieldValues } from '../../contracts/contract.ts'
import { coreField } from '../../contracts/core-fields.ts'
import { refuseBackwards } from '../../contracts/field-change.ts'

const typed = ['counterparty', 'parties', 'type', 'status', 'team'] as const satisfies readonly CoreKey[]

export const contractNew = defineCommand({
  name: 'contract new',
  summary: 'Begin a contract that you own.',
  examples: ['contract new "Acme MSA" counterparty:"Acme Ltd" type:msa expires:2027-12-31 value:"EUR 250k"'],
  requires: 'member',
  contract: 'none',
  changes: true,
  positional: ['title'],
  args: z.object({
    title: z.string(),
    counterparty: z.string().optional(),
    parties: z.string().optional(),
    type: z.string().optional(),
    status: z.string().default('draft'),
    team: z.string().optional(),
    effective: z.string().optional(),
    expires: z.string().optional(),
    value: z.string().optional(),
    restricted: z.stringbool().optional(),
  }),
  async run({ args, person, app, invocation, today }) {
    const around = { store: app.store, today }
    const fields: FieldValues = { owner: person.id }
    const given: [CoreKey, string | undefined][] = [
      ['title', args.title],
      ...typed.map((key): [CoreKey, string | undefined] => [key, args[key]]),
      ['effectiveDate', args.effective],
      ['expirationDate', args.expires],
      ['value', args.value],
    ]
    for (const [key, words] of given) if (words !== undefined) fields[key] = (await parseFieldValue(coreField(key), words, around)) as never
    if (fields.team === undefined && person.team) fields.team = person.team
    refuseBackwards(fields)
    const contract = await app.store.contracts.create({
      fields,
      restricted: args.restricted ?? false,
      by: person.id,
      source: invocation.door,
      key: `invocation:${invocation.id}`,
    })
    return contractCard(contract, await namesOf(app.store, peopleOfContract(contract)), person.zone ?? app.zone)
  },
})

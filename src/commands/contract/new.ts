// `contract new`: a contract begins; whoever makes it owns it.
import { z } from 'zod'
import { contractCard, peopleOfContract } from '../../bot/cards/contract.ts'
import { defineCommand } from '../../bot/command.ts'
import { namesOf } from '../../bot/names.ts'
import type { Pair } from '../../bot/pair.ts'
import { readFieldChanges } from '../../bot/read-field-changes.ts'
import type { FieldValues } from '../../contracts/contract.ts'
import { refuseBackwards } from '../../contracts/field-change.ts'
import { Refusal } from '../../contracts/refusal.ts'

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
    pairs: z.custom<Pair[]>().default([]),
  }),
  async run({ args, person, app, invocation, today }) {
    const { restricted, pairs, ...named } = args
    const given = Object.entries(named).flatMap(([key, value]): Pair[] => (value === undefined ? [] : [{ key, comparison: '=', value }]))
    const definitions = await app.store.fields.list()
    const set = await readFieldChanges([...given, ...pairs], { store: app.store, today, definitions, contract: undefined })
    if (set.some(({ field }) => field === 'owner')) throw ownedByMaker()
    const fields: FieldValues = { ...(person.team !== undefined && { team: person.team }), owner: person.id }
    for (const { field, value } of set) if (value !== null) fields[field] = value
    refuseBackwards(fields)
    const contract = await app.store.contracts.create({
      fields,
      restricted: restricted ?? false,
      by: person.id,
      source: invocation.door,
      key: `invocation:${invocation.id}`,
    })
    const nameOf = await namesOf(app.store, peopleOfContract(contract, definitions))
    return contractCard(contract, { definitions, nameOf, zone: person.zone ?? app.zone })
  },
})

const ownedByMaker = () =>
  new Refusal('invalid', 'Whoever begins a contract owns it.', { next: 'Begin it, then hand it over: set <its number> owner=@kim' })

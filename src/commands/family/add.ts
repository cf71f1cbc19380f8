// `family add`: a contract amends, renews or stands under another one.
import { z } from 'zod'
import { addedCard } from '../../bot/cards/family.ts'
import { defineCommand } from '../../bot/command.ts'
import { contractMeant } from '../../bot/contract-meant.ts'
import { mayNotOnContract } from '../../bot/may-not.ts'
import { addDrafts, changesTerms, refuseCircle, refuseItself, relationMeant } from '../../contracts/family-change.ts'
import { Relation } from '../../contracts/family-link.ts'
import { mayWrite } from '../../contracts/permission.ts'

export const familyAdd = defineCommand({
  name: 'family add',
  summary: 'Say that a contract amends, renews or stands under another one.',
  examples: [
    'family add C-143 to:C-142 as:amends',
    'family add C-144 to:"Acme MSA" as:under',
    'family add C-145 to:C-142 as:amends order:2',
  ],
  requires: 'contract.write',
  contract: 'required',
  changes: true,
  args: z.object({ to: z.string(), as: Relation.optional(), order: z.coerce.number().int().min(1).max(999).optional() }),
  async run({ args, contract, person, app, invocation, today }) {
    const { store } = app
    const again = (to: string, as = args.as) =>
      `family add ${contract.id} to:${to}${as ? ` as:${as}` : ''}${args.order === undefined ? '' : ` order:${args.order}`}`
    const parent = await contractMeant(store, person, args.to, (id) => again(id))
    refuseItself(contract, parent)
    const relation = relationMeant(contract, args.as, (as) => again(parent.id, as))
    // What changes a contract's terms is a change of that contract.
    if (changesTerms(contract, relation) && !mayWrite(person, parent)) throw await mayNotOnContract(store, person, 'contract.write', parent)
    const { contracts: above } = await store.families.members(person, parent)
    refuseCircle(contract, parent, above)
    const wanted = { parent, relation, order: args.order }
    const { contract: after } = await store.record.append(contract.id, (now) =>
      addDrafts(now, wanted, { actor: person.id, source: invocation.door, key: invocation.id }),
    )
    return addedCard(after, wanted, today)
  },
})

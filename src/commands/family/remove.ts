// `family remove`: a contract no longer belongs to another one; that it did stays in the record.
import { z } from 'zod'
import { buttons, card, text } from '../../bot/card.ts'
import { familyButton } from '../../bot/cards/family.ts'
import { defineCommand } from '../../bot/command.ts'
import { contractMeant } from '../../bot/contract-meant.ts'
import type { Contract } from '../../contracts/contract.ts'
import { linkTo, nameOfContract, removeDrafts } from '../../contracts/family-change.ts'
import type { Person } from '../../contracts/identity.ts'
import { Refusal } from '../../contracts/refusal.ts'
import type { Store } from '../../store/store.ts'

export const familyRemove = defineCommand({
  name: 'family remove',
  summary: 'Take a contract out of the family of another one.',
  examples: ['family remove C-143 from:C-142', 'family remove C-143'],
  requires: 'contract.write',
  contract: 'required',
  changes: true,
  args: z.object({ from: z.string().optional() }),
  async run({ args, contract, person, app, invocation }) {
    const { store } = app
    const parents =
      args.from === undefined
        ? await parentsSeen(store, person, contract)
        : [await contractMeant(store, person, args.from, (id) => `family remove ${contract.id} from:${id}`)]
    const linked = parents.filter(({ id }) => linkTo(contract, id))
    const [parent] = linked
    if (!parent) throw notInFamily(contract, parents)
    if (linked.length > 1) throw whichOne(contract, linked)
    await store.record.append(contract.id, (now) =>
      removeDrafts(now, [parent.id], { actor: person.id, source: invocation.door, key: invocation.id }),
    )
    const line = `${nameOfContract(contract)} no longer belongs to ${nameOfContract(parent)}.`
    return card(line, text(line), buttons(familyButton(parent)))
  },
})

/** What it belongs to, as far as the asker may see it. */
const parentsSeen = async (store: Store, person: Person, contract: Contract): Promise<Contract[]> => {
  const { contracts } = await store.families.members(person, contract)
  return contracts.filter(({ id }) => linkTo(contract, id))
}

const notInFamily = (contract: Contract, [parent]: readonly Contract[]): Refusal =>
  new Refusal('not-found', `${contract.id} does not belong to ${parent ? parent.id : 'any contract that you can see'}.`, {
    next: `See what does: show ${contract.id} family`,
  })

const whichOne = (contract: Contract, linked: readonly Contract[]): Refusal =>
  new Refusal('ambiguous', `${contract.id} belongs to ${linked.length} contracts.`, {
    next: 'Say which one it shall no longer belong to.',
    choices: linked.map((parent) => ({ label: nameOfContract(parent), command: `family remove ${contract.id} from:${parent.id}` })),
  })

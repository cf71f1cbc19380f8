// `restrict`: only owner, team, legal and the people named may see the contract; off opens it again.
import { z } from 'zod'
import { card, context, text } from '../../bot/card.ts'
import { defineCommand } from '../../bot/command.ts'
import { titleOf } from '../../contracts/contract.ts'

export const contractRestrict = defineCommand({
  name: 'contract restrict',
  summary: 'Hide a contract from all but owner, team, legal and people named; "off" opens it.',
  examples: ['restrict C-142', 'restrict C-142 off'],
  requires: 'contract.govern',
  contract: 'required',
  changes: true,
  positional: ['state'],
  args: z.object({ state: z.enum(['on', 'off']).default('on') }),
  async run({ args, contract, person, app, invocation }) {
    const restricted = args.state === 'on'
    await app.store.record.append(contract.id, (now) =>
      now.restricted === restricted
        ? []
        : [{ kind: 'restricted', key: `restrict:${invocation.id}`, actor: person.id, source: invocation.door, payload: { restricted } }],
    )
    const title = `${contract.id} ${titleOf(contract)}`
    const line = restricted
      ? `${title} is restricted: its owner, its team, legal and the people named on it see it; for all others it does not exist.`
      : `${title} is open to every member.`
    return card(line, text(line), restricted && context(`Name a colleague: grant ${contract.id} @ana`))
  },
})

// `grant`: a person named on a contract may read or write it; level:none takes it back.
import { z } from 'zod'
import { card, text } from '../../bot/card.ts'
import { defineCommand } from '../../bot/command.ts'
import { personNamed } from '../../bot/person-named.ts'
import { titleOf } from '../../contracts/contract.ts'
import { isInternal } from '../../contracts/identity.ts'
import { Refusal } from '../../contracts/refusal.ts'

export const contractGrant = defineCommand({
  name: 'contract grant',
  summary: 'Let a colleague read or write a contract; level:none takes it back.',
  examples: ['grant C-142 @ana', 'grant C-142 @ana level:write', 'grant C-142 @ana level:none'],
  requires: 'contract.govern',
  contract: 'required',
  changes: true,
  positional: ['person'],
  args: z.object({ person: z.string(), level: z.enum(['read', 'write', 'none']).default('read') }),
  async run({ args, contract, person, app, invocation }) {
    const named = await personNamed(app.store, args.person, (one) => `grant ${contract.id} ${one.email ?? one.id} level:${args.level}`)
    if (!isInternal(named)) {
      throw new Refusal('not-allowed', `${named.name} is not of this company: a grant is for colleagues.`, {
        next: 'The other side sees what is shared in a conversation with them.',
      })
    }
    const act = { actor: person.id, source: invocation.door, key: `grant:${invocation.id}` }
    await app.store.record.append(contract.id, () => [
      args.level === 'none'
        ? { ...act, kind: 'revoked', payload: { person: named.id } }
        : { ...act, kind: 'granted', payload: { person: named.id, level: args.level } },
    ])
    const may = { read: 'may read', write: 'may read and write', none: 'is no longer named on' }[args.level]
    const line = `${named.name} ${may} ${contract.id} ${titleOf(contract)}.`
    return card(line, text(line))
  },
})

// `set`: a field of a contract, with who set it, when and from which source; replacing a value asks first.
import { z } from 'zod'
import { changedCard, confirmChangeCard } from '../../bot/cards/field-change.ts'
import { defineCommand } from '../../bot/command.ts'
import { parseFieldValue } from '../../bot/field-values.ts'
import { namesOf } from '../../bot/names.ts'
import type { Pair } from '../../bot/pair.ts'
import { type Contract, type CoreKey, coreKeys, type FieldValues } from '../../contracts/contract.ts'
import { coreField, coreFields } from '../../contracts/core-fields.ts'
import { changesOf, type FieldChange, fieldDrafts, refuseBackwards } from '../../contracts/field-change.ts'
import { fieldNamed } from '../../contracts/fields.ts'
import { mayGovern } from '../../contracts/permission.ts'
import { Refusal } from '../../contracts/refusal.ts'

const example = 'set C-142 status=executed source:"Signed copy, p.9"'

export const contractSet = defineCommand({
  name: 'contract set',
  summary: 'Set fields of a contract, with their source.',
  examples: [example, 'set C-142 expires=2027-12-31 value="EUR 250k"', 'set C-142 owner=@kim'],
  requires: 'contract.write',
  contract: 'required',
  changes: true,
  args: z.object({ source: z.string().max(300).optional(), confirm: z.stringbool().default(false), pairs: z.custom<Pair[]>().default([]) }),
  async run({ args, contract, person, app, invocation, today }) {
    const wanted: FieldChange[] = []
    for (const pair of args.pairs) {
      const key = keyOf(pair)
      if (key === 'owner' && !mayGovern(person, contract)) throw notOwner()
      wanted.push({ field: key, value: await parseFieldValue(coreField(key), pair.value, { store: app.store, today }) })
    }
    if (wanted.length === 0) throw new Refusal('invalid', 'Which field shall be set, and to what?', { next: `For example: ${example}` })
    const changes = changesOf(contract, wanted)
    if (changes.some(({ field }) => field === 'effectiveDate' || field === 'expirationDate'))
      refuseBackwards(withChanges(contract, changes))
    const people = changes.flatMap(({ field, value, previous }) =>
      field === 'owner' ? [value as string, previous as string | undefined] : [],
    )
    const nameOf = await namesOf(app.store, people)
    if (changes.some((change) => change.previous !== undefined) && !args.confirm)
      return confirmChangeCard(contract, changes, nameOf, invocation.text)
    const { contract: after } = await app.store.record.append(contract.id, (now) =>
      fieldDrafts(now, wanted, {
        actor: person.id,
        source: invocation.door,
        key: invocation.id,
        ...(args.source && { from: args.source }),
      }),
    )
    return changedCard(after, changes, nameOf, args.source)
  },
})

const withChanges = (contract: Contract, changes: readonly FieldChange[]): FieldValues =>
  Object.fromEntries([
    ...Object.entries(contract.fields).map(([key, held]) => [key, held.value]),
    ...changes.map((change) => [change.field, change.value]),
  ]) as FieldValues

const keyOf = ({ key, comparison }: Pair): CoreKey => {
  const named = fieldNamed(coreFields, key)?.key as CoreKey | undefined
  if (named && (comparison === '=' || comparison === ':')) return named
  throw new Refusal('invalid', `There is no field "${key}" to set.`, { next: `Fields: ${coreKeys.join(', ')}` })
}

const notOwner = () =>
  new Refusal('not-allowed', 'Only the owner and legal may hand a contract to another owner.', { next: 'Ask one of them to do it.' })

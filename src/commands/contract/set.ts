// `set`: fields of a contract, with who set them, when and from which source; replacing a value asks first.
import { z } from 'zod'
import { changedCard, confirmChangeCard } from '../../bot/cards/field-change.ts'
import { type Context, defineCommand } from '../../bot/command.ts'
import { peopleIn } from '../../bot/field-words.ts'
import { namesOf } from '../../bot/names.ts'
import type { Pair } from '../../bot/pair.ts'
import { readFieldChanges } from '../../bot/read-field-changes.ts'
import { changedMeanwhile, refuseStale } from '../../bot/stale-confirm.ts'
import { unclearDays } from '../../bot/unclear-day.ts'
import { type Contract, type FieldValues, valuesOf } from '../../contracts/contract.ts'
import {
  changesOf,
  type FieldChange,
  fieldDrafts,
  overtaken,
  type ReplacedField,
  refuseBackwards,
  restatedOf,
} from '../../contracts/field-change.ts'
import type { FieldDefinition } from '../../contracts/field-definition.ts'
import { mayGovern } from '../../contracts/permission.ts'
import { Refusal } from '../../contracts/refusal.ts'

const example = 'set C-142 sla.uptime=99.95 seats=480 source:"Amendment 2 p.3"'

const args = z.object({
  source: z.string().max(300).optional(),
  /** `yes`, or from a button the last entry that the asker saw. */
  confirm: z
    .string()
    .regex(/^(yes|\d+)$/, 'yes')
    .optional(),
  pairs: z.custom<Pair[]>().default([]),
})

type SetContext = Context<z.output<typeof args>> & { contract: Contract }

export const contractSet = defineCommand({
  name: 'contract set',
  summary: 'Set fields of a contract, with their source.',
  examples: [example, 'set C-142 expires=2027-12-31 value="EUR 250k"', 'set C-142 notice="90 days" seats=none', 'set C-142 owner=@kim'],
  requires: 'contract.write',
  contract: 'required',
  changes: true,
  args,
  async run(asked) {
    const { contract, app, invocation } = asked
    const definitions = await app.store.fields.list()
    const wanted = await wantedChanges(asked, definitions)
    const changes = changesOf(contract, wanted)
    const held = [...wanted, ...changes.map(({ field, previous }) => ({ field, value: previous }))]
    const words = { definitions, nameOf: await namesOf(app.store, peopleIn(definitions, held)) }
    const { confirm, source } = asked.args
    const act = { id: invocation.id, line: invocation.text }
    if (confirm !== undefined && confirm !== 'yes') await refuseStale(app.store, contract, changes, Number(confirm), words, act)
    const unclear = unclearDays(asked.args.pairs, definitions, asked.today)
    const asksFirst = changes.some((change) => change.previous !== undefined) || (changes.length > 0 && unclear.length > 0)
    if (asksFirst && confirm === undefined) return confirmChangeCard(contract, changes, words, { line: invocation.text, source, unclear })
    const after = await record(asked, wanted, changes, (now, change) => changedMeanwhile(now, change, words, act))
    const kept = wanted.filter(({ field }) => !changes.some((change) => change.field === field))
    const restated = restatedOf(contract, wanted, source).length > 0
    return changedCard(after, changes, words, { source, kept, restated })
  },
})

const wantedChanges = async ({ args, contract, person, app, today }: SetContext, definitions: readonly FieldDefinition[]) => {
  const wanted = await readFieldChanges(args.pairs, { store: app.store, today, definitions, contract })
  if (wanted.length === 0) throw new Refusal('invalid', 'Which field shall be set, and to what?', { next: `For example: ${example}` })
  if (wanted.some(({ field }) => field === 'owner') && !mayGovern(person, contract)) throw notOwner()
  if (wanted.some(({ field }) => field === 'effectiveDate' || field === 'expirationDate')) refuseBackwards(withChanges(contract, wanted))
  return wanted
}

const withChanges = (contract: Contract, changes: readonly FieldChange[]): FieldValues => {
  const all = { ...valuesOf(contract), ...Object.fromEntries(changes.map(({ field, value }) => [field, value])) }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)) as FieldValues
}

/** Appended only onto what the asker saw: whoever was faster is not overwritten in silence. */
const record = async (
  { args, contract, person, app, invocation }: SetContext,
  wanted: readonly FieldChange[],
  seen: readonly ReplacedField[],
  refusal: (now: Contract, change: FieldChange) => Refusal,
): Promise<Contract> => {
  const act = { actor: person.id, source: invocation.door, key: invocation.id, ...(args.source && { from: args.source }) }
  const appended = await app.store.record.append(contract.id, (now) => {
    const other = overtaken(now, seen)
    if (other) throw refusal(now, other)
    return fieldDrafts(now, wanted, act)
  })
  return appended.contract
}

const notOwner = () =>
  new Refusal('not-allowed', 'Only the owner and legal may hand a contract to another owner.', { next: 'Ask one of them to do it.' })

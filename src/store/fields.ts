// Definitions of fields: what the program brings, overlaid by what the company's own chain says, folded once and then followed.
import type { Model } from 'mongoose'
import { bundledDefinitions, type Definitions, type DefinitionVersion, foldDefinition } from '../contracts/definition-change.ts'
import type { FieldValue } from '../contracts/field-value.ts'
import { fieldNamed } from '../contracts/fields.ts'
import { canonicalJson, isSameJson, type Json } from '../contracts/record/canonical-json.ts'
import type { Entry } from '../contracts/record/entry.ts'
import { openEntry } from '../contracts/record/open-entry.ts'
import { Refusal } from '../contracts/refusal.ts'
import { companyChain } from './company-chain.ts'
import type { ChangedDefinition, FieldStore, HeldValues } from './field-store.ts'
import { blockOf, type ContractRow } from './projections/contract-rows.ts'
import type { RecordStore } from './store.ts'
import { mayRead, visibleTo } from './visible-to.ts'

type Parts = { record: Pick<RecordStore, 'append' | 'entries'>; contracts: Model<ContractRow>; newest: () => Promise<number> }

export const createFields = ({ record, contracts, newest }: Parts): FieldStore => {
  const follow = createFollower((fromSeq) => record.entries(companyChain, fromSeq))
  const list = async () => [...(await follow()).values()].map(({ definition }) => definition)
  return {
    list,
    named: async (typed) => fieldNamed(await list(), typed),
    versions: async (key) => (await follow()).get(key)?.versions ?? [],
    async change(change) {
      const { key, version, by, source } = change
      const payload = { key, change: change.change as Record<string, Json> as never }
      await record.append(companyChain, () => [
        { kind: 'field_definition', key: `field_definition:${key}:${version}`, actor: by, source, payload },
      ])
      const history = (await follow()).get(key)
      if (!history || !isMade(history.versions, change)) throw overtaken(change)
      return history.definition
    },
    held: async (person, key) => heldValues(valuesOf(contracts, await newest(), visibleTo(person).access, key)),
  }
}

/** Definitions as of the chain's head, wherever it was appended to: each call reads what came since the last one. */
const createFollower = (entriesFrom: (seq: number) => Promise<Entry[]>): (() => Promise<Definitions>) => {
  let folded = { seq: -1, definitions: bundledDefinitions }
  return async () => {
    for (const entry of await entriesFrom(folded.seq + 1)) {
      // Another call may have folded it while this one was reading.
      if (entry.seq !== folded.seq + 1) continue
      const opened = entry.kind === 'field_definition' ? openEntry(entry) : undefined
      const definitions = opened?.kind === 'field_definition' ? foldDefinition(folded.definitions, opened) : folded.definitions
      folded = { seq: entry.seq, definitions }
    }
    return folded.definitions
  }
}

/** A second delivery of the same change finds its own version there, which is as good as having made it now. */
const isMade = (versions: readonly DefinitionVersion[], { version, by, change }: ChangedDefinition): boolean => {
  const made = versions.find((one) => one.version === version)
  return made?.by === by && isSameJson(made.change, change)
}

const overtaken = ({ key }: ChangedDefinition): Refusal =>
  new Refusal('conflict', `The field ${key} was changed by somebody else meanwhile.`, {
    next: `Look at it and change it again: field show ${key}`,
  })

async function* valuesOf(
  contracts: Model<ContractRow>,
  newest: number,
  access: readonly string[],
  key: string,
): AsyncGenerator<FieldValue> {
  for (let block = 0; newest > 0 && block <= blockOf(`C-${newest}`); block += 1) {
    const rows = await contracts.find({ block }, { access: 1, values: 1 }).lean<ContractRow[]>()
    for (const row of rows) {
      if (!mayRead({ access, may: () => false }, row.access)) continue
      const { [key]: value } = JSON.parse(row.values) as Record<string, FieldValue>
      if (value !== undefined) yield value
    }
  }
}

const heldValues = async (all: AsyncGenerator<FieldValue>): Promise<HeldValues> => {
  const counts = new Map<string, { value: FieldValue; contracts: number }>()
  let contracts = 0
  for await (const value of all) {
    contracts += 1
    const spelled = canonicalJson(value as Json)
    counts.set(spelled, { value, contracts: (counts.get(spelled)?.contracts ?? 0) + 1 })
  }
  return { contracts, values: [...counts.values()].sort((one, other) => other.contracts - one.contracts) }
}

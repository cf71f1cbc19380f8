// The projection `facts`: what the values of a contract's fields are looked up by, a row a fact, spelled so that an index serves ranges.
import { type Model, trusted } from 'mongoose'
import type { Contract } from '../../contracts/contract.ts'
import { FieldValue } from '../../contracts/field-value.ts'
import { factsOf } from '../../contracts/filter/facts.ts'
import type { Opened } from '../../contracts/record/open-entry.ts'
import type { Database } from '../database.ts'
import { numberOf } from './contract-rows.ts'
import { type Insert, upsertNewer } from './upsert-newer.ts'

/**
 * A row too many is only looked at in vain, because every contract that is found is compared again with the values that it holds; what must
 * never be is a row too few. So a later entry's row stays in its place, and one that nobody needs any more goes last.
 */
export type FactRow = {
  /** `C-142|seats|0`: the first fact of that field. */
  _id: string
  contract: string
  /** Contracts are looked through shelf by shelf where a fact is common. */
  shelf: number
  fact: string
  /** The entry that set the value. */
  seq: number
}

const contractsPerShelf = 1_024

export const shelfOf = (contract: string): number => Math.floor(numberOf(contract) / contractsPerShelf)

export const defineFactRows = (db: Database): Model<FactRow> =>
  db.model<FactRow>('facts', { contract: String, shelf: Number, fact: String, seq: Number }, [
    { fields: { fact: 1 } },
    { fields: { shelf: 1, fact: 1 } },
  ])

/** The facts of one field: of the value it holds, or of several that it holds on different days. `before`: how many there may have been. */
export type FieldFacts = { key: string; values: readonly FieldValue[]; seq: number; before: number }

export const keepFacts = async (
  model: Model<FactRow>,
  insert: Insert<FactRow>,
  contract: string,
  { key, values, seq, before }: FieldFacts,
): Promise<void> => {
  const facts = [...new Set(values.flatMap((value) => factsOf(key, value)))]
  const idOf = (place: number) => `${contract}|${key}|${place}`
  await Promise.all(
    facts.map((fact, place) => upsertNewer(model, insert, { _id: idOf(place), contract, shelf: shelfOf(contract), fact, seq })),
  )
  const left = Array.from({ length: Math.max(0, before - facts.length) }, (_, index) => idOf(facts.length + index))
  if (left.length > 0) await model.deleteMany({ _id: trusted({ $in: left }), seq: trusted({ $lt: seq }) })
}

/** Keeps the facts of every field that was set or unset since the row of the contract was folded. */
export const projectFacts = async (
  model: Model<FactRow>,
  insert: Insert<FactRow>,
  contract: Contract,
  opened: readonly Opened[],
  rowSeq: number,
): Promise<void> => {
  const set = Object.entries(contract.fields).filter(([, { seq }]) => seq > rowSeq)
  const changes = opened.filter((entry) => entry.kind === 'field')
  const unset = changes.filter(({ payload }) => contract.fields[payload.field] === undefined)
  const replaced = (key: string) =>
    changes.filter(({ payload }) => payload.field === key).map(({ payload }) => countOf(key, payload.previous))
  await Promise.all([
    ...set.map(([key, { value, seq }]) =>
      keepFacts(model, insert, contract.id, { key, values: [value], seq, before: Math.max(0, ...replaced(key)) }),
    ),
    ...unset.map(({ payload: { field: key }, entry: { seq } }) =>
      keepFacts(model, insert, contract.id, { key, values: [], seq, before: Math.max(0, ...replaced(key)) }),
    ),
  ])
}

const countOf = (key: string, value: unknown): number => {
  const held = FieldValue.safeParse(value)
  return held.success ? factsOf(key, held.data).length : 0
}

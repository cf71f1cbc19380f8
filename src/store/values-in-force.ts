// What is in force of contracts on a day, from their rows and those of all that bear on them and that the asker may see.
import type { Model } from 'mongoose'
import type { CalendarDate } from '../contracts/calendar-date.ts'
import { passesOn } from '../contracts/effective-terms.ts'
import { type Family, familyOf } from '../contracts/family.ts'
import type { FieldValue } from '../contracts/field-value.ts'
import type { Values } from '../contracts/filter/evaluate.ts'
import { computedKeys, valuesOn } from '../contracts/terms.ts'
import { bearing, type ReadItems, walk } from './family-walk.ts'
import type { ContractRow } from './projections/contract-rows.ts'
import type { FactRow } from './projections/fact-rows.ts'
import { itemOf, memberFields, type RowItem, withFamily } from './projections/family-facts.ts'
import { readRows } from './read-rows.ts'
import { mayRead, type Visible } from './visible-to.ts'

export type MemberRow = Pick<ContractRow, '_id' | keyof typeof memberFields>

/** Fields about which documents contradict each other are not among the values: nobody chooses between what they say. */
export type InForceValues = { values: Values; contradictions?: { [key: string]: FieldValue[] } }

/** Whether others may have a say in these fields on that day, in any field where none is named; otherwise rows of contracts say it all. */
export const asksFamilies = (day: CalendarDate | undefined, fields?: readonly string[]): boolean =>
  day !== undefined && (fields === undefined || fields.some(passesOn))

/**
 * `fields`: those that are asked about, otherwise all. `related`: which of the contracts have others that bear on them, where that was
 * looked up already.
 */
export const valuesInForce = async (
  { contracts, facts }: { contracts: Model<ContractRow>; facts: Model<FactRow> },
  visible: Visible,
  rows: readonly MemberRow[],
  { day, fields, related: known }: { day: CalendarDate | undefined; fields?: readonly string[]; related?: ReadonlySet<string> | undefined },
): Promise<(row: MemberRow) => InForceValues> => {
  const own = (row: MemberRow): InForceValues => ({ values: JSON.parse(row.values) as Values })
  const passing = fields?.filter(passesOn)
  if (day === undefined || !asksFamilies(day, fields)) return own
  const read: ReadItems<RowItem> = async (ids, words) =>
    (await readRows(contracts, ids, words, memberFields)).filter(({ access }) => mayRead(visible, access)).map(itemOf)
  const kin =
    known ??
    (await withFamily(
      facts,
      rows.map(({ _id }) => _id),
    ))
  const related = rows.filter(({ _id }) => kin.has(_id)).map(itemOf)
  const family = familyOf(related.length === 0 ? [] : (await walk(related, bearing, read)).values())
  const inFamily = (row: MemberRow): InForceValues => rule(own(row).values, family, row._id, day, passing)
  // In what stands alone nobody else has a say: only what is computed may differ from what it says itself.
  const computed = [...computedKeys].filter((key) => passing?.includes(key) ?? true)
  const alone = (row: MemberRow): InForceValues =>
    computed.length === 0 ? own(row) : rule(own(row).values, familyOf([itemOf(row)]), row._id, day, computed)
  return (row) => (kin.has(row._id) ? inFamily(row) : alone(row))
}

/** Its own values with what is in force of these fields, all of them where none is named. */
const rule = (own: Values, family: Family, id: string, day: CalendarDate, fields: readonly string[] | undefined): InForceValues => {
  const { values, contradictions } = valuesOn(family, id, day, fields)
  const others = fields ? Object.entries(own).filter(([key]) => !fields.includes(key)) : []
  const isClear = Object.keys(contradictions).length === 0
  return { values: { ...Object.fromEntries(others), ...values }, ...(!isClear && { contradictions }) }
}

/** The values as each document would have it: a contract fits a question when it does in one of these ways. */
export const alternativesOf = ({ values, contradictions = {} }: InForceValues): Values[] => {
  const open = Object.entries(contradictions)
  const most = Math.max(1, ...open.map(([, claims]) => claims.length))
  return Array.from({ length: most }, (_, index) => ({
    ...values,
    ...Object.fromEntries(open.map(([key, claims]) => [key, claims[Math.min(index, claims.length - 1)] as FieldValue])),
  }))
}

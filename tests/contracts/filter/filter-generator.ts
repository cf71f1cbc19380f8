// Conditions and the values that they are asked of, generated: few fields and few values, so that many conditions hold and many do not.
import fc from 'fast-check'
import { bundled, coreFields } from '../../../src/contracts/core-fields.ts'
import type { FieldDefinition } from '../../../src/contracts/field-definition.ts'
import type { DurationUnit, FieldValue } from '../../../src/contracts/field-value.ts'
import { allOf, anyOf, type Condition, type FieldTest, notOf } from '../../../src/contracts/filter/condition.ts'
import type { Values } from '../../../src/contracts/filter/evaluate.ts'

/** Core fields, and one field of each other type. */
export const definitions: readonly FieldDefinition[] = [
  ...coreFields,
  bundled('uptime', 'Uptime', 'percent', { standard: 99.9, aliases: ['sla'] }),
  bundled('seats', 'Seats', 'number', { unit: 'seats' }),
  bundled('notice', 'Notice', 'duration', { standard: { count: 30, unit: 'day' } }),
  bundled('renews', 'Renews', 'yes-no'),
  bundled('location', 'Location', 'several', { choices: ['eu', 'us', 'asia'] }),
  bundled('law', 'Governing law', 'several', { standard: ['New York'] }),
  bundled('scope', 'Scope', 'text', { standard: 'Named users' }),
]

const one = <Value>(...values: Value[]) => fc.constantFrom(...values)
const units: DurationUnit[] = ['hour', 'day', 'business_day', 'week', 'month', 'year']

const euros = one(-5, 0, 10_000, 10_050, 25_000_000).map((minor) => ({ minor: Math.abs(minor), currency: 'EUR' }))
const money = fc.oneof(
  euros,
  one(0, 100, 10_000).map((minor) => ({ minor, currency: 'JPY' })),
)
const duration = fc.record({ count: one(0, 1, 2, 12, 28, 30, 31, 60, 365, 720), unit: one(...units) })
const days = one('2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01')
const number = one(0, 1, 99, 99.5, 99.9, 100, 1_000_000)

/** What a field may hold, and what it is compared with. */
const valuesOf: Record<string, fc.Arbitrary<FieldValue>> = {
  type: one('msa', 'nda', 'order-form'),
  owner: one('P-1', 'P-2', 'P-10'),
  team: one('sales', 'sales emea', 'cs'),
  expirationDate: days,
  value: money,
  uptime: number.filter((value) => value <= 100),
  seats: number,
  notice: duration,
  renews: fc.boolean(),
  location: fc.uniqueArray(one('eu', 'us', 'asia'), { minLength: 1, maxLength: 2 }),
  law: fc.uniqueArray(one('New York', 'Germany', 'State of New York'), { minLength: 1, maxLength: 2 }),
  scope: one('Named users', 'named USERS', 'All users', `Everything, ${'at length '.repeat(40)}`),
}

export const values: fc.Arbitrary<Values> = fc
  .record(Object.fromEntries(Object.entries(valuesOf).map(([key, value]) => [key, fc.option(value, { nil: undefined, freq: 3 })])))
  .map((held) => Object.fromEntries(Object.entries(held).filter(([, value]) => value !== undefined)) as Values)

const comparison = one('=', '!=', '<', '<=', '>', '>=')
const equal = one('=', '!=')

const sized = (field: string, operand: fc.Arbitrary<FieldValue | { amount: number }>): fc.Arbitrary<FieldTest> =>
  fc.record({ field: fc.constant(field), comparison, value: operand })
const named = (field: string, words: fc.Arbitrary<string>): fc.Arbitrary<FieldTest> =>
  fc.record({ field: fc.constant(field), comparison: equal, value: words, byWords: fc.constant(true as const) })
const alike = (field: string, value: fc.Arbitrary<FieldValue>): fc.Arbitrary<FieldTest> =>
  fc.record({ field: fc.constant(field), comparison: equal, value })
const between = (field: string, edge: fc.Arbitrary<FieldValue | { amount: number }>, order: (value: never) => number | string) =>
  fc.tuple(edge, edge, one('both', 'from', 'to')).map(([first, second, sides]): FieldTest => {
    const [low, high] = order(first as never) <= order(second as never) ? [first, second] : [second, first]
    return { field, ...(sides !== 'to' && { from: low }), ...(sides !== 'from' && { to: high }) }
  })

const amount = one(0, 100, 100.5, 250_000).map((whole) => ({ amount: whole }))

export const fieldTest: fc.Arbitrary<FieldTest> = fc.oneof(
  fc.record({ field: one(...Object.keys(valuesOf)), isSet: fc.boolean() }),
  alike('type', one('msa', 'nda', 'order-form')),
  alike('owner', one('P-1', 'P-2', 'P-10')),
  alike('renews', fc.boolean()),
  alike('location', one('eu', 'us', 'asia')),
  named('team', one('sales', 'emea', 'cs')),
  named('law', one('New York', 'Germany')),
  named('scope', one('users', 'named', 'length')),
  fc.record({ field: fc.constant('expirationDate'), comparison: one('<', '<=', '>', '>='), value: days }),
  sized('value', fc.oneof(euros, amount)),
  sized('uptime', one(99, 99.5, 99.9)),
  sized('seats', number),
  sized('notice', duration),
  between('expirationDate', days, (day: string) => day),
  between('seats', number, (count: number) => count),
  between('value', euros, ({ minor }: { minor: number }) => minor),
  between('value', amount, (held: { amount: number }) => held.amount),
  between(
    'notice',
    one(1, 30, 60).map((count) => ({ count, unit: 'day' as const })),
    ({ count }: { count: number }) => count,
  ),
)

const words = one(['acme'], ['penguin'], ['gross', 'negligence']).map((typed) => ({ words: typed }))

/** Built as the grammar builds them: no `all` in an `all`, no doubled `not`, nothing that holds one part alone. */
export const condition: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition; leaf: Condition }>((tie) => ({
  leaf: fc.oneof({ arbitrary: fieldTest, weight: 5 }, words),
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie('leaf'),
    fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map(allOf),
    fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map(anyOf),
    tie('tree').map(notOf),
  ),
})).tree

// What a field of a contract can hold: one shape a type, each of them plain JSON.
import { z } from 'zod'

/** Lengths of time as contracts write them; a business day is not a day, and a month is not thirty days. */
export const durationUnits = ['hour', 'day', 'business_day', 'week', 'month', 'year'] as const
export type DurationUnit = (typeof durationUnits)[number]

export const DurationValue = z.strictObject({ count: z.number().nonnegative(), unit: z.enum(durationUnits) })
/** `{ count: 90, unit: 'day' }` */
export type DurationValue = z.infer<typeof DurationValue>

export const MoneyValue = z.strictObject({ minor: z.int(), currency: z.string() })

/** Text, a choice, a day (ISO), a person (id) and clause text are strings; a number, a percentage, yes or no; several strings; money; a duration. */
export const FieldValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), MoneyValue, DurationValue])
export type FieldValue = z.infer<typeof FieldValue>

// The name of the period that an instant falls into, in the company's zone; jobs are claimed under it.
import { DateTime } from 'luxon'
import type { Period } from './job.ts'

const formats: Record<Period, string> = { hour: "yyyy-MM-dd'T'HH ZZ", day: 'yyyy-MM-dd', week: "kkkk-'W'WW" }

/** `2026-11-24T15 +01:00`, `2026-11-24`, `2026-W48`: the offset keeps the two hours of an autumn night apart. */
export const periodOf = (period: Period, now: Date, zone: string): string => DateTime.fromJSDate(now, { zone }).toFormat(formats[period])

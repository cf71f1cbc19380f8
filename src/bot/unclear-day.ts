// Days in figures that can be read the other way round: 03/04/2027 is the 3rd of April here, and the 4th of March elsewhere.
import { type CalendarDate, showDay } from '../contracts/calendar-date.ts'
import type { FieldDefinition } from '../contracts/field-definition.ts'
import { fieldNamed } from '../contracts/fields.ts'
import { parseDay } from './dates.ts'
import type { Pair } from './pair.ts'

const inFigures = /^\s*\d{1,2}[/-]\d{1,2}[/-](?:\d{2}|\d{4})\s*$/

/** How each such day was understood, and how to write the other one. */
export const unclearDays = (pairs: readonly Pair[], definitions: readonly FieldDefinition[], today: CalendarDate): string[] =>
  pairs.flatMap(({ key, value }) => {
    if (fieldNamed(definitions, key)?.type !== 'date' || !inFigures.test(value)) return []
    const read = parseDay(value, today)
    const [year, month, day] = read.split('-') as [string, string, string]
    if (Number(day) > 12 || day === month) return []
    const other: CalendarDate = `${year}-${day}-${month}`
    return [`"${value.trim()}" is read as ${showDay(read)}. If ${showDay(other)} is meant: ${key}=${other}`]
  })

// Days in figures that can be read the other way round: 03/04/2027 is the 3rd of April here, and the 4th of March elsewhere.
import { type CalendarDate, showDay } from '../contracts/calendar-date.ts'
import type { FieldDefinition } from '../contracts/field-definition.ts'
import { fieldNamed } from '../contracts/fields.ts'
import { parseDay } from './dates.ts'
import { leanOf } from './field-values.ts'
import type { Pair } from './pair.ts'

/** The year may be left out. */
const inFigures = /^\s*(\d{1,2})([/-])(\d{1,2})((?:[/-](?:\d{2}|\d{4}))?)\s*$/

/** How each such day was understood, and how to write the other one. */
export const unclearDays = (pairs: readonly Pair[], definitions: readonly FieldDefinition[], today: CalendarDate): string[] =>
  pairs.flatMap(({ key, value }) => {
    const definition = fieldNamed(definitions, key)
    const [, day = '', sign = '', month = '', year = ''] = inFigures.exec(value) ?? []
    if (definition?.type !== 'date' || day === '' || Number(day) > 12 || Number(day) === Number(month)) return []
    const dayOf = (text: string): CalendarDate => parseDay(text, today, leanOf(definition))
    const [read, other] = [dayOf(value), dayOf(`${month}${sign}${day}${year}`)]
    return [`"${value.trim()}" is read as ${showDay(read)}. If ${showDay(other)} is meant: ${key}=${other}`]
  })

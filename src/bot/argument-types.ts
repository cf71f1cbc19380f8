// The kinds of argument that need more than a text: read from people's words before the command's schema checks them.
import { z } from 'zod'
import { CalendarDate, type DayRange } from '../contracts/calendar-date.ts'
import { type Money, parseMoney } from '../contracts/money.ts'
import { parseDay, parseRange } from './dates.ts'
import type { Pair } from './pair.ts'

type ArgumentForm = {
  /** Turns what was typed into what the schema checks; refuses with what is allowed. */
  read: (typed: string, around: { today: CalendarDate }) => unknown
  /** What usage calls it: `on:<day>`. */
  placeholder: string
}

const forms = z.registry<ArgumentForm>()

/** A day ahead where no year is written: a deadline. */
export const Day = CalendarDate.register(forms, { read: (typed, { today }) => parseDay(typed, today), placeholder: 'day' })

/** A day that has been where no year is written: `on:`. */
export const PastDay = CalendarDate.clone().register(forms, {
  read: (typed, { today }) => parseDay(typed, today, 'past'),
  placeholder: 'day',
})

/** `next 90 days`, `Q3`, `by June`. */
export const Days = z.custom<DayRange>().register(forms, { read: (typed, { today }) => parseRange(typed, today), placeholder: 'days' })

/** `$1.2m`, `EUR 250k`. */
export const Amount = z.custom<Money>().register(forms, { read: (typed) => parseMoney(typed), placeholder: 'amount' })

/** Everything of the form `field<comparison>value` that no other argument takes; always under the name `pairs`. */
export const Pairs = z.custom<Pair[]>().default([])

/** `--history`, `history:yes`. */
export const YesNo = z.stringbool()

/** The schema within optional and default. */
export const innermost = (schema: z.ZodType): z.ZodType => {
  const { innerType } = schema.def as { innerType?: z.ZodType }
  return innerType ? innermost(innerType) : schema
}

export const formOf = (schema: z.ZodType): ArgumentForm | undefined => forms.get(innermost(schema))

/** Whether a value is read as yes or no, and so may be a flag. */
export const isYesNo = (schema: z.ZodType): boolean => {
  const { type, out } = innermost(schema).def as { type: string; out?: z.ZodType }
  return type === 'boolean' || (type === 'pipe' && out?.def.type === 'boolean')
}

export const isList = (schema: z.ZodType): boolean => innermost(schema).def.type === 'array'

/** The words of a closed list. */
export const choicesOf = (schema: z.ZodType): string[] => {
  const inner = innermost(schema)
  return inner instanceof z.ZodEnum ? inner.options.map(String) : []
}

// Whether a value has the shape that a field's definition asks for: held against what was not typed, but read from a document.
import { isCalendarDate } from './calendar-date.ts'
import { isAllowed } from './definition-rules.ts'
import type { FieldDefinition } from './field-definition.ts'
import { DurationValue, type FieldValue, MoneyValue } from './field-value.ts'
import { perpetual } from './fields.ts'

type Fits = (definition: FieldDefinition, value: FieldValue) => boolean

const isNumber: Fits = (_definition, value) => typeof value === 'number' && Number.isFinite(value)

const isText: Fits = (_definition, value) => typeof value === 'string' && value.trim() !== ''

const isChoice: Fits = ({ choices }, value) => typeof value === 'string' && choices !== undefined

const isSeveral: Fits = (_definition, value) => Array.isArray(value) && value.length > 0

const hasShape: Record<FieldDefinition['type'], Fits> = {
  text: isText,
  clause: isText,
  person: isText,
  choice: isChoice,
  several: isSeveral,
  number: isNumber,
  percent: isNumber,
  money: (_definition, value) => MoneyValue.safeParse(value).success,
  duration: (_definition, value) => DurationValue.safeParse(value).success,
  date: ({ key }, value) => typeof value === 'string' && (isCalendarDate(value) || (key === 'expirationDate' && value === perpetual)),
  'yes-no': (_definition, value) => typeof value === 'boolean',
}

/** Its shape by the type, and its choices and limits as for what is typed. */
export const fitsField = (definition: FieldDefinition, value: FieldValue): boolean =>
  hasShape[definition.type](definition, value) && isAllowed(definition, value)

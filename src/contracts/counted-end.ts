// How an end that a document does not state itself is counted, in words: from the first day of the term and its length.
import { type CalendarDate, isCalendarDate } from './calendar-date.ts'
import type { Contract } from './contract.ts'
import { showTerm, termLengthIn } from './current-term.ts'
import type { Evidence } from './evidence.ts'
import type { FieldValue } from './field-value.ts'
import { tellingWords } from './telling-words.ts'
import { lastDayOfTerm } from './term.ts'

/**
 * Undefined where the sentence states the day itself, and where it does not follow from a first day and a length that the contract holds,
 * or, `withRead`, that were read and wait.
 */
export const countedEnd = (
  contract: Contract,
  { value, evidence }: { value: FieldValue; evidence?: Pick<Evidence, 'sentence'> | undefined },
  { withRead = false } = {},
): string | undefined => {
  if (!evidence || tellingWords(evidence.sentence, value)) return undefined
  const known = (field: string): FieldValue[] => {
    const held = contract.fields[field]?.value
    const read = withRead ? contract.proposals.filter((one) => one.field === field).map((one) => one.value) : []
    return held === undefined ? read : [held, ...read]
  }
  const starts = ['effectiveDate', 'agreementDate'].flatMap(known)
  const lengths = known('initialTerm').flatMap((one) => termLengthIn(one) ?? [])
  const pairs = starts.flatMap((start) => (isDay(start) ? lengths.map((length) => ({ start, length })) : []))
  const pair = pairs.find(({ start, length }) => lastDayOfTerm(start, length) === value)
  return pair && showTerm(pair.start, pair.length)
}

const isDay = (value: FieldValue): value is CalendarDate => typeof value === 'string' && isCalendarDate(value)

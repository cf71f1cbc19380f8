// What was read of a document as values that fields can hold, each with its sentence: ready to be proposed to a person.
import type { FieldValue } from '../contracts/field-value.ts'
import { parseMoney } from '../contracts/money.ts'
import type { ProposedValue } from '../contracts/proposal.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { PaymentTerms } from './fields/finding.ts'
import type { Party, ReadField } from './fields/read-fields.ts'
import type { Meaning } from './meaning.ts'

/** Sentences of a contract may run over pages; this much of one is kept beside its value, and its place tells the rest. */
const longestSentence = 1_200

/** One value a field at most; what has no plain value (a cap that is "the fees paid", several uptimes) is left to people. */
export const proposedValues = (text: string, { parties, fields }: Meaning): ProposedValue[] => [
  ...partiesValue(text, parties),
  ...fields.flatMap((field) => {
    const value = plainValue(field)
    const { key, sure, page, sentence, start, end } = field
    return value === undefined ? [] : [{ field: key, value, sure, page, sentence: oneLine(sentence), start, end }]
  }),
]

const oneLine = (sentence: string): string => {
  const words = sentence.replace(/\s+/g, ' ').trim()
  return words.length <= longestSentence ? words : `${words.slice(0, longestSentence)} …`
}

/** Two and more only: one name alone says who wrote it, not who agreed. */
const partiesValue = (text: string, parties: readonly Party[]): ProposedValue[] => {
  const [first, last] = [parties.at(0), parties.at(-1)]
  if (!first || !last || parties.length < 2) return []
  const start = text.indexOf(first.name)
  const end = text.indexOf(last.name, start)
  if (start < 0 || end < start || end - start > longestSentence) return []
  const until = end + last.name.length
  const sentence = oneLine(text.slice(start, until))
  return [{ field: 'parties', value: parties.map(({ name }) => name), sure: false, page: null, sentence, start, end: until }]
}

const plainValue = ({ key, value }: ReadField): FieldValue | undefined => {
  if (key === 'paymentTerms') return paymentDays(value as PaymentTerms)
  if (typeof value !== 'object' || Array.isArray(value)) return value
  if ('count' in value) return { count: value.count, unit: value.unit }
  if ('amount' in value) return moneyOf(value.amount, value.currency)
  if ('values' in value && value.values.length === 1) return value.values[0]
  return undefined
}

const paymentDays = ({ days, dayKind, redacted }: PaymentTerms): FieldValue | undefined =>
  days === null || redacted ? undefined : { count: days, unit: dayKind === 'business' ? 'business_day' : 'day' }

/** Three decimals could be thousands: then nobody guesses. */
const moneyOf = (amount: string | null, currency: string | null | undefined): FieldValue | undefined => {
  if (!amount || !currency || /\.\d{3}$/.test(amount)) return undefined
  try {
    return parseMoney(`${currency} ${amount}`)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

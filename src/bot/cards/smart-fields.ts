// The fields of a contract beside those that every contract has: what differs from standard first, each with where it came from.
import { dayOf, showDay } from '../../contracts/calendar-date.ts'
import { type Contract, isCoreKey } from '../../contracts/contract.ts'
import { perpetual, showDate } from '../../contracts/fields.ts'
import { excerptOf } from '../../contracts/telling-words.ts'
import { type CardElement, context, type Fact, folded, type SimpleElement } from '../card.ts'
import { counted } from '../counted.ts'
import { type FieldWords, fieldLabel, fieldText, offStandard } from '../field-words.ts'

/** `why`: which document of its family rules the field, where it is not the contract itself. */
type Words = FieldWords & { zone: string; all?: boolean; why?: (key: string) => string | undefined }

/** So many of those that are as usual are shown at a glance, so many more behind them, folded away. */
const glance = 8
const behind = 16
/** Of a sentence beside its value, around the words that say it. */
const longestSentence = 140

/** Keys that are set, in the order of the definitions; those that nothing defines here come last. */
const smartKeys = (contract: Contract, { definitions }: Pick<FieldWords, 'definitions'>): string[] => {
  const set = Object.keys(contract.fields).filter((key) => !isCoreKey(key))
  const order = new Map(definitions.map(({ key }, index) => [key, index]))
  return set.sort((one, other) => (order.get(one) ?? definitions.length) - (order.get(other) ?? definitions.length))
}

const isOff = (contract: Contract, words: FieldWords, key: string): boolean => {
  const held = contract.fields[key]
  return held !== undefined && offStandard(words, key, held.value) !== undefined
}

export const offStandardKeys = (contract: Contract, words: FieldWords): string[] =>
  smartKeys(contract, words).filter((key) => isOff(contract, words, key))

const usualKeys = (contract: Contract, words: FieldWords): string[] =>
  smartKeys(contract, words).filter((key) => !isOff(contract, words, key))

export const hasMoreFields = (contract: Contract, words: Words): boolean => !words.all && usualKeys(contract, words).length > glance

/** One list what differs from standard, one what does not: some at a glance, some folded away, and what is left out is counted. */
export const smartFields = (contract: Contract, words: Words): CardElement[] => {
  const usual = usualKeys(contract, words)
  const off = offStandardKeys(contract, words)
  const facts = (keys: readonly string[]): SimpleElement[] =>
    keys.length > 0 ? [{ type: 'facts', facts: keys.flatMap((key) => fieldFacts(contract, key, words)) }] : []
  const shown = words.all ? usual : usual.slice(0, glance)
  const more = usual.slice(shown.length, shown.length + behind)
  const left = usual.length - shown.length - more.length
  const listed = [
    ...(off.length > 0 ? [context(`Off standard: ${off.length} field${off.length === 1 ? '' : 's'}`)] : []),
    ...facts(off),
    ...(off.length > 0 && shown.length > 0 ? [context('Other fields')] : []),
    ...facts(shown),
  ]
  if (words.all) return listed.length > 0 ? [{ type: 'group', title: 'All fields', elements: listed }] : []
  return [
    ...listed,
    ...(more.length > 0 ? [folded(counted(more.length, 'more field'), ...facts(more))] : []),
    ...(left > 0 ? [context(`${left} more: show ${contract.id} --all`)] : []),
  ]
}

/** A field with its value, the standard one where that differs, and who set it when, from which source. */
export const fieldFacts = (contract: Contract, key: string, words: Words): Fact[] => {
  const held = contract.fields[key]
  if (!held) return []
  const notes = [offStandard(words, key, held.value), words.why?.(key), ...(held.seq > 0 || held.source ? [provenance(held, words)] : [])]
  const note = notes.filter(Boolean).join('; ')
  return [{ label: fieldLabel(words, key), value: fieldText(words, key, held.value), ...(note && { note }) }]
}

type Held = NonNullable<Contract['fields'][string]>

/** `set by Ana, 3 Mar 2026, Amendment 2.docx, page 3: "The uptime is ..."` */
const provenance = ({ value, by, at, source, evidence }: Held, { nameOf, zone }: Words): string => {
  const set = [`set by ${nameOf(by)}`, showDay(dayOf(at, zone)), source].filter(Boolean).join(', ')
  return evidence ? `${set}: "${excerptOf(evidence.sentence.replace(/\s+/g, ' '), value, longestSentence)}"` : set
}

/** `expires 31 Dec 2026`, or that it does not. */
export const showEnd = (end: string): string => (end === perpetual ? 'no end' : `expires ${showDate(end)}`)

// What kind of agreement a text is, by its title.
import type { ContractType } from '../../contracts/contract.ts'
import { flatten } from './flat-text.ts'

/** In order: an amendment to a master agreement is an amendment. */
const titles: readonly [pattern: RegExp, type: ContractType][] = [
  [/\b(?:amendment|addendum|amending agreement|supplemental agreement)\b/, 'amendment'],
  [/\b(?:statement of work|work order|scope of work|project order)\b|\bsow\b/, 'sow'],
  [/\b(?:order form|purchase order|sales order|ordering document|quote)\b/, 'order-form'],
  [/\b(?:data (?:processing|protection) (?:agreement|addendum|terms))\b|\bdpa\b/, 'dpa'],
  [/\bservice[- ]levels? (?:agreement|schedule|addendum)?|\bsla\b/, 'sla'],
  [/\b(?:non-?disclosure|confidentiality|mutual nda)\b|\bnda\b/, 'nda'],
  [/\bmaster\b[^.]{0,40}\bagreement\b|\b(?:cloud|subscription|framework|general) (?:services?|agreement|terms)\b|\bmsa\b/, 'msa'],
]
/** Data processing has its own kind of addendum. */
const dataProcessing = /^(?!.{0,200}\bamendment\b).{0,400}(?:\bdata (?:processing|protection) (?:agreement|addendum)\b|\bdpa\b)/
const titleLength = 400

/** The kind that the title names, before the text begins to speak of parties; `other` when it names none. */
export function contractTypeOf(text: string): ContractType {
  const { lower } = flatten(text.slice(0, 4 * titleLength))
  const end = /\b(?:by and between|between|among|is entered into|is made|dated as of|whereas|table of contents|effective as of)\b/.exec(
    lower,
  )
  const title = lower.slice(0, Math.min(titleLength, end === null ? titleLength : end.index + 1))
  if (dataProcessing.test(title)) return 'dpa'
  return titles.find(([pattern]) => pattern.test(title))?.[1] ?? 'other'
}

// Terms in words: which document rules a value and what it changed, what contradicts what, and until when notice can be given.
import { firstDay, showDay } from '../../contracts/calendar-date.ts'
import { computedFields } from '../../contracts/computed-fields.ts'
import { titleOf } from '../../contracts/contract.ts'
import type { InForce } from '../../contracts/contract-in-force.ts'
import { countedEnd } from '../../contracts/counted-end.ts'
import type { Claim } from '../../contracts/effective-terms.ts'
import { isSameJson } from '../../contracts/record/canonical-json.ts'
import { noticeDeadline, type Term } from '../../contracts/terms.ts'
import { type CardElement, context, type Fact, text } from '../card.ts'
import { type FieldWords, fieldLabel, fieldText } from '../field-words.ts'

/** `C-7 Acme amendment 1` */
export const documentName = ({ documents }: InForce, id: string): string => {
  const document = documents.get(id)
  return document ? `${id} ${titleOf(document)}` : id
}

const isOwn = ({ by, way }: Claim, { contract }: InForce): boolean => way === 'own' || (way === 'computed' && by === contract.id)

/** Why a value is in force that is not the contract's own: `C-7 Acme amendment 1 changed it on 1 Jul 2025 from 30 days`. */
export const whyOf = (term: Term, inForce: InForce, words: FieldWords): string | undefined => {
  const [claim] = term.claims
  if (!claim || term.claims.length > 1) return undefined
  const arithmetic = term.because ?? (term.key === 'expirationDate' ? endOf(claim, inForce) : undefined)
  return [arithmetic, isOwn(claim, inForce) ? undefined : rulingOf(term, claim, inForce, words)].filter(Boolean).join('; ') || undefined
}

/** How an end that was read from a document was counted there. */
const endOf = ({ by }: Claim, { contract, documents }: InForce): string | undefined => {
  const held = documents.get(by)?.fields.expirationDate
  return held && countedEnd(contract, held)
}

const rulingOf = (term: Term, { by, since, way }: Claim, inForce: InForce, words: FieldWords): string => {
  const document = documentName(inForce, by)
  const [before, ...others] = inForce.before(term)?.claims ?? []
  const isSame = before !== undefined && term.claims[0] !== undefined && isSameJson(before.value, term.claims[0].value)
  const from = before && others.length === 0 && before.by !== by ? ` from ${fieldText(withComputed(words), term.key, before.value)}` : ''
  if (since === firstDay) return `says ${document}`
  if (way === 'annex' || isSame) return `says ${document} since ${showDay(since)}`
  const verb = way === 'computed' ? 'moved it' : from ? 'changed it' : 'set it'
  return `${document} ${verb} on ${showDay(since)}${from}`
}

/** Each field about which documents contradict each other, with what each of them says: nobody chooses between them. */
export const contradictionLines = (inForce: InForce, words: FieldWords): CardElement[] =>
  inForce.terms.flatMap((term) => {
    if (term.claims.length === 0) return term.because ? [context(`${labelOf(words, term.key)}: ${term.because}`)] : []
    if (term.claims.length < 2) return []
    const said = term.claims.map(({ by, value }) => `${documentName(inForce, by)} says ${fieldText(words, term.key, value)}`)
    const [, last] = term.claims
    return [
      text(
        `${labelOf(words, term.key)}: ${said.join('; ')}. They contradict each other, and nothing says which comes after the other.`,
        'warning',
      ),
      context(`To settle it, give the one that rules the higher number: family add ${last?.by} to:${inForce.contract.id} order:2`),
    ]
  })

const labelOf = (words: FieldWords, key: string): string => fieldLabel(withComputed(words), key)

const withComputed = (words: FieldWords): FieldWords => ({ ...words, definitions: [...words.definitions, ...computedFields] })

/** The last day of notice with its arithmetic, and whether it has passed on the day that is asked about. */
export const noticeFacts = (inForce: InForce, words: FieldWords): Fact[] => {
  const term = inForce.terms.find(({ key }) => key === noticeDeadline)
  const deadline = term?.claims[0]?.value
  if (!term || typeof deadline !== 'string') return []
  const passed = deadline < inForce.day ? 'passed' : undefined
  const note = [passed, whyOf(term, inForce, words)].filter(Boolean).join('; ')
  return [{ label: labelOf(words, noticeDeadline), value: showDay(deadline), note }]
}

// Reads fields out of a contract's text, each with the sentence that says so. Rules only: what is not found is left out.
import type { DocumentPage } from '../document.ts'
import { pageOf } from '../page-of.ts'
import { findAgreementDate } from './agreement-dates.ts'
import { findBreachNotice } from './breach-notice.ts'
import { findDocumentName } from './document-name.ts'
import { findEffectiveDate } from './effective-date.ts'
import type { FieldValues, Finding } from './finding.ts'
import { type FlatText, flatten, sentenceAround } from './flat-text.ts'
import { findGoverningLaw } from './governing-law.ts'
import { findLiability } from './liability.ts'
import { findParties, type Party } from './parties.ts'
import { findPaymentTerms } from './payment.ts'
import { findPrice } from './price.ts'
import { findPriceIncrease } from './price-increase.ts'
import { findRenewal } from './renewal.ts'
import { findServiceCredit, findServiceLevels } from './service-levels.ts'
import { findTerm } from './term.ts'
import { findTermination } from './termination.ts'
import { findUsageLimits } from './usage-limits.ts'

export type { Party }

/** `sure` stands for at least 97 % right; `start` and `end` are the sentence's places in the text, end exclusive. */
export type ReadField<Key extends keyof FieldValues = keyof FieldValues> = {
  key: Key
  value: FieldValues[Key]
  sure: boolean
  page: number | null
  sentence: string
  start: number
  end: number
}

export type ReadFields = { parties: Party[]; fields: ReadField[] }

/** Parties and fields of a text; `pages` name the page of each sentence. */
export function readFields(text: string, pages: readonly DocumentPage[] = []): ReadFields {
  const view = flatten(text)
  const agreed = findAgreementDate(view)
  const effective = findEffectiveDate(view, agreed)
  const term = findTerm(view, { effective: effective?.value, agreed: agreed?.value, isSure: (effective ?? agreed)?.sure === true })
  const renewal = findRenewal(view, term.initialTerm?.value)
  const liability = findLiability(view)
  const findings: (Finding | undefined)[] = [
    agreed,
    effective,
    term.expiration,
    term.initialTerm,
    renewal.renewalTerm,
    renewal.autoRenewal,
    renewal.notice,
    findGoverningLaw(view),
    liability.cap,
    liability.monetary,
    findPaymentTerms(view),
    findServiceLevels(view),
    findPrice(view),
    ...findFurther(view),
  ]
  return {
    parties: findParties(view),
    fields: findings.filter((finding) => finding !== undefined).map((finding) => withSentence(view, pages, finding)),
  }
}

function findFurther(view: FlatText): (Finding | undefined)[] {
  const termination = findTermination(view)
  const increase = findPriceIncrease(view)
  const usage = findUsageLimits(view)
  return [
    findDocumentName(view),
    termination.convenience,
    termination.notice,
    termination.cure,
    findBreachNotice(view),
    increase.percent,
    increase.restricted,
    usage.minimum,
    usage.seats,
    usage.limit,
    findServiceCredit(view),
  ]
}

function withSentence(view: FlatText, pages: readonly DocumentPage[], finding: Finding): ReadField {
  const first = sentenceAround(view, finding.start)
  const last = finding.end > first.end ? sentenceAround(view, finding.end - 1) : first
  const start = view.at[Math.min(first.start, finding.start)] ?? 0
  const end = (view.at[Math.max(last.end, finding.end) - 1] ?? 0) + 1
  return {
    key: finding.key,
    value: finding.value,
    sure: finding.sure,
    page: pageOf(pages, start),
    sentence: view.original.slice(start, end),
    start,
    end,
  }
}

// How long an agreement runs and how it is ended: the wording of its term, renewal and notice.

import type { Clause } from './agreement.ts'
import { counted, longDate, type Style } from './words.ts'

export type Span = { count: number; unit: 'day' | 'month' | 'year' }

/** `by` is how notice must be sent, as the clause says it: "registered mail". */
export type Notice = Span & { by: string }

export type Term =
  | { kind: 'automatic'; initial: Span; until?: string; renewal: Span; notice: Notice }
  | { kind: 'mutual'; initial: Span; until?: string; notice: Notice }
  | { kind: 'fixed'; initial: Span; until?: string }
  | { kind: 'quarterly'; notFirstBefore: string; notice: Notice }
  | { kind: 'monthly'; notice: Notice }

type Wording = { effective: string; subject: string; style: Style; term: Term }

const span = ({ count, unit }: Span): string => counted(count, unit)

/** The clauses of a term, in the order in which they are numbered. */
export function termClauses({ effective, subject, style, term }: Wording): Clause[] {
  const from = longDate(effective, style)
  switch (term.kind) {
    case 'automatic':
      return [initial(subject, from, term, style), renewsAutomatically(subject, term), noticeForm(term.notice)]
    case 'mutual':
      return [initial(subject, from, term, style), renewsByAgreement(subject, term.notice), noticeForm(term.notice)]
    case 'fixed':
      return [
        initial(subject, from, term, style),
        `${subject} ends with the Initial Term without any notice being needed. It does not renew.`,
      ]
    case 'quarterly':
      return quarterly(subject, from, longDate(term.notFirstBefore, style), term.notice)
    case 'monthly':
      return monthly(subject, from, term.notice)
    default:
      return term satisfies never
  }
}

function initial(subject: string, from: string, term: { initial: Span; until?: string }, style: Style): string {
  const until = term.until ? `, up to and including ${longDate(term.until, style)}` : ''
  return `${subject} takes effect on ${from} (the "Effective Date") and continues for ${span(term.initial)}${until} (the "Initial Term").`
}

function renewsAutomatically(subject: string, { renewal, notice }: { renewal: Span; notice: Notice }): string {
  return (
    `At the end of the Initial Term ${lower(subject)} renews for successive periods of ${span(renewal)} each (a "Renewal Term"), unless ` +
    `either party gives the other notice of non-renewal not less than ${span(notice)} before the last day of the Initial Term or of the ` +
    'Renewal Term then running.'
  )
}

function renewsByAgreement(subject: string, notice: Notice): string {
  return (
    `${subject} does not renew by itself. A party that wishes to renew shall propose so at least ${span(notice)} before the last day of ` +
    'the Initial Term, and a renewal takes effect only when both parties have signed it.'
  )
}

function noticeForm(notice: Notice): string {
  return `A notice under this section must be sent by ${notice.by} and counts from the day on which it is received.`
}

function quarterly(subject: string, from: string, first: string, notice: Notice): string[] {
  return [
    `${subject} takes effect on ${from} (the "Effective Date") and is concluded for an indefinite period.`,
    `Either party may terminate ${lower(subject)} for convenience with effect from the end of a calendar quarter, for the first time from ` +
      `${first}, by giving notice not less than ${span(notice)} before the end of that quarter.`,
    `Notice of termination must be sent by ${notice.by}. The date of receipt decides, not the date of posting; a notice received too late ` +
      'takes effect at the end of the next calendar quarter.',
  ]
}

function monthly(subject: string, from: string, notice: Notice): string[] {
  return [
    `${subject} takes effect on ${from} and runs from month to month, each month beginning on the same day number as the first or, in a ` +
      'shorter month, on its last day.',
    `Either party may end ${lower(subject)} with effect from the end of any such month by notice sent by ${notice.by} and received not ` +
      `less than ${span(notice)} before.`,
  ]
}

const lower = (subject: string): string => subject.replace(/^This/, 'this')

// One field over time: from which day on which paper of the family says what.
import { firstDay, showDay } from '../../contracts/calendar-date.ts'
import type { InForce } from '../../contracts/contract-in-force.ts'
import { nameOfContract } from '../../contracts/family-change.ts'
import type { Span } from '../../contracts/terms.ts'
import { type Card, card, context, heading, type TableRow } from '../card.ts'
import { counted } from '../counted.ts'
import { type FieldWords, fieldLabel, fieldText } from '../field-words.ts'
import { familyButton, silentLines } from './family.ts'
import { documentName, whyOf } from './terms.ts'

/** A term that renews each month has many: the last ones are shown. */
const mostShown = 40

/** `spans` as they are known today; `words` with computed fields. */
export const timelineCard = (inForce: InForce, key: string, spans: readonly Span[], words: FieldWords): Card => {
  const { contract, day, documents } = inForce
  const told = spans.filter(({ term }, index) => index > 0 || term !== undefined)
  const label = fieldLabel(words, key)
  const title = `${label} of ${nameOfContract(contract)} over time`
  if (told.length === 0) return card(`${title}: nobody says anything about it.`, heading(title), context('Nobody says anything about it.'))
  const shown = told.slice(-mostShown)
  const hidden = told.length - shown.length
  const now = told.findLast(({ from }) => from <= day)
  return card(
    `${title}: ${shown.map((span) => `${sinceOf(span)} ${saidIn(span, words)}`).join(', ')}`,
    heading(title),
    {
      type: 'table',
      caption: 'From which day on what is in force',
      columns: [{ label: 'From' }, { label: label }, { label: 'Because' }],
      rows: shown.map((span) => rowOf(span, inForce, words, span === now)),
    },
    hidden > 0 && context(`${counted(hidden, 'earlier change')} not shown. What was in force on a day: show ${contract.id} on:2025-03-01`),
    silentLines(inForce),
    {
      type: 'buttons',
      buttons: [{ label: 'Show', command: `show ${contract.id}` }, ...(documents.size > 1 ? [familyButton(contract)] : [])],
    },
  )
}

const sinceOf = ({ from }: Span): string => (from === firstDay ? 'first' : showDay(from))

const saidIn = ({ term }: Span, words: FieldWords): string => {
  if (term === undefined) return 'nothing'
  if (term.claims.length === 0) return 'not computed'
  return term.claims.map(({ value }) => fieldText(words, term.key, value)).join(' or ')
}

const rowOf = (span: Span, inForce: InForce, words: FieldWords, isNow: boolean): TableRow => {
  const claims = span.term?.claims ?? []
  return {
    cells: [sinceOf(span), `${saidIn(span, words)}${isNow ? ' (today)' : ''}`, becauseOf(span, inForce, words)],
    command: `show ${claims[0]?.by ?? inForce.contract.id}`,
  }
}

const becauseOf = ({ term }: Span, inForce: InForce, words: FieldWords): string => {
  if (term === undefined) return 'nobody says so any more'
  if (term.claims.length > 1) return `${term.claims.map(({ by }) => documentName(inForce, by)).join(' and ')} contradict each other`
  return whyOf(term, inForce, words) ?? term.because ?? 'it says so itself'
}

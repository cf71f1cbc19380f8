// Obligations as cards: who owes what by when, what was read and waits, and what was done.
import { type CalendarDate, showDay } from '../../contracts/calendar-date.ts'
import { showClause } from '../../contracts/clause-type.ts'
import { type Contract, field, titleOf } from '../../contracts/contract.ts'
import { isOpen, nextDue, type Obligation, type ObligationTerms, type WaitingObligation } from '../../contracts/obligation.ts'
import { sourceOf } from '../../contracts/proposal.ts'
import type { ListedContracts } from '../../store/store.ts'
import { buttons, type Card, type CardElement, card, context, type Fact, folded, heading, type SimpleElement, text } from '../card.ts'
import { counted } from '../counted.ts'
import { evidenceQuote } from './evidence.ts'

const shownWhole = 5

/** "We", or the other side by its name. */
export const whoOwes = (contract: Contract, owes: string): string => {
  if (owes === 'us') return 'We'
  return owes === 'them' ? (field(contract, 'counterparty') ?? 'The other side') : owes
}

const rhythm: Record<ObligationTerms['recurrence'], string> = {
  once: '',
  weekly: 'every week',
  monthly: 'every month',
  quarterly: 'every quarter',
  yearly: 'every year',
}

/** "by 31 Jan 2027, every year"; "overdue since 3 Nov 2026". */
export const whenOwed = (obligation: Obligation, today: CalendarDate): string => {
  const next = nextDue(obligation)
  if (!isOpen(obligation)) return obligation.dropped === undefined ? 'done' : `dropped: ${obligation.dropped}`
  const { threshold, due, recurrence } = obligation
  const day = next === undefined ? due : next < today ? `overdue since ${showDay(next)}` : `by ${showDay(next)}`
  const hangs = threshold && `when ${threshold.field} goes above ${threshold.above.toLocaleString('en')}`
  return [day, rhythm[recurrence], hangs].filter(Boolean).join(', ') || 'no day named'
}

/** `writes`: its reader may change the contract. */
type Shown = { said?: string; from?: string; writes?: boolean }

/**
 * All of one contract: what is owed, what was read and waits, what is done. `said` is what was just recorded, `from` the read one to go
 * on with.
 */
export const obligationsCard = (contract: Contract, today: CalendarDate, { said, from, writes = true }: Shown = {}): Card => {
  const title = `${contract.id} ${titleOf(contract)}`
  const open = contract.obligations.filter(isOpen).toSorted(bySoonest)
  const closed = contract.obligations.filter((one) => !isOpen(one))
  const waiting = contract.waitingObligations.slice(
    Math.max(
      0,
      contract.waitingObligations.findIndex(({ id }) => id === from),
    ),
  )
  const count = `${counted(open.length, 'obligation')} open in ${title}${waiting.length > 0 ? `, ${waiting.length} read and waiting` : ''}`
  return card(
    [said, `${count}.`].filter(Boolean).join(' '),
    heading(title),
    said !== undefined && text(said, 'good'),
    open.length === 0 && waiting.length === 0 && nothingOwed(contract, writes),
    open.flatMap((one) => [...obligationElements(contract, one, today), ...(writes ? [buttons(...choices(one))] : [])]),
    waitingElements(contract, waiting, writes),
    closed.length > 0 &&
      folded(`${closed.length} done or dropped`, { type: 'facts', facts: closed.map((one) => closedFact(contract, one, today)) }),
  )
}

const bySoonest = (one: Obligation, other: Obligation): number =>
  (nextDue(one) ?? '9999-12-31') < (nextDue(other) ?? '9999-12-31') ? -1 : 1

const closedFact = (contract: Contract, closed: Obligation, today: CalendarDate): Fact => ({
  label: closed.id,
  value: `${whoOwes(contract, closed.owes)}: ${closed.what}`,
  note: whenOwed(closed, today),
})

const nothingOwed = (contract: Contract, writes: boolean): CardElement[] => [
  text('Nothing is owed under it that anybody recorded.'),
  ...(writes ? [addHint(contract)] : []),
]

const addHint = (contract: Contract): CardElement =>
  context(`Record it: obligation add ${contract.id} "Send the audit report" owes:us due:2027-01-31 every:year`)

const obligationElements = (contract: Contract, obligation: Obligation, today: CalendarDate): CardElement[] => {
  const { id, owes, what, clause, evidence, done } = obligation
  const last = done.at(-1)
  const note = [clause && clauseLabel(clause), last && `last done ${showDay(last.on)}`, evidence && sourceOf(evidence)].filter(Boolean)
  return [
    {
      type: 'facts',
      facts: [{ label: id, value: `${whoOwes(contract, owes)}: ${what}`, note: [whenOwed(obligation, today), ...note].join('; ') }],
    },
    ...(evidence ? [evidenceQuote(evidence)] : []),
  ]
}

/** "clause 4.2", "audit rights" */
const clauseLabel = (clause: string): string => (/^[\d(]/.test(clause) ? `clause ${clause}` : showClause(clause))

const choices = (obligation: Obligation) => [
  { label: `Done ${obligation.id}`, command: doneCommand(obligation) },
  { label: 'Drop', command: `obligation drop ${obligation.id}` },
]

/** With the day that is next, so that pressed twice it answers one day. */
const doneCommand = (obligation: Obligation): string => {
  const next = nextDue(obligation)
  return `obligation done ${obligation.id}${next === undefined ? '' : ` was:${next}`}`
}

/** What was read and waits. */
export const waitingElements = (contract: Contract, waiting: readonly WaitingObligation[], writes: boolean): CardElement[] => {
  if (waiting.length === 0) return []
  const [whole, rest] = [waiting.slice(0, shownWhole), waiting.slice(shownWhole)]
  return [
    context(`${counted(waiting.length, 'obligation')} read; none counts before somebody confirms it.`),
    ...whole.flatMap((one): CardElement[] => [
      { type: 'facts', facts: [{ label: 'Read', value: `${whoOwes(contract, one.owes)}: ${one.what}`, ...noteOf(one) }] },
      evidenceQuote(one),
      ...(writes ? [verdicts(contract, one)] : []),
    ]),
    ...(rest.length > 0
      ? [
          context(`${rest.length} more: ${rest.map(({ what }) => what).join('; ')}`),
          buttons({ label: `See the next ${rest.length}`, command: `obligation list ${contract.id} from:${rest[0]?.id}` }),
        ]
      : []),
  ]
}

const verdicts = (contract: Contract, { id }: WaitingObligation): SimpleElement =>
  buttons(
    { label: 'Confirm', command: `obligation confirm ${contract.id} ${id}` },
    { label: 'Not in this contract', command: `obligation dismiss ${contract.id} ${id}` },
  )

const noteOf = ({ due, dueOn, recurrence, clause, sure }: WaitingObligation): { note?: string } => {
  const parts = [dueOn ? `by ${showDay(dueOn)}` : due, rhythm[recurrence], clause && clauseLabel(clause), !sure && 'please check'].filter(
    Boolean,
  )
  return parts.length > 0 ? { note: parts.join('; ') } : {}
}

const notAll = context('These are of the 200 contracts in which something is due first; name an earlier day to see all of them: within:30d')

/** What is owed by a day over all contracts, the nearest first. */
export const owedCard = ({ contracts, isAll }: ListedContracts, today: CalendarDate, until: CalendarDate): Card => {
  const owed = contracts
    .flatMap((contract) => contract.obligations.map((obligation) => ({ contract, obligation, due: nextDue(obligation) })))
    .filter(({ due }) => due !== undefined && due <= until)
    .toSorted((one, other) => ((one.due ?? '') < (other.due ?? '') ? -1 : 1))
  const line = `${counted(owed.length, 'obligation')} due by ${showDay(until)}`
  if (owed.length === 0)
    return card(
      `${line}.`,
      text(`Nothing is due by ${showDay(until)}.`),
      context('Of one contract, whatever its day: obligation list C-142'),
    )
  return card(line, !isAll && notAll, {
    type: 'table',
    caption: line,
    columns: [{ label: 'Obligation' }, { label: 'When' }, { label: 'Who' }, { label: 'What' }, { label: 'Contract' }],
    rows: owed.map(({ contract, obligation }) => ({
      cells: [
        obligation.id,
        whenOwed(obligation, today),
        whoOwes(contract, obligation.owes),
        obligation.what,
        `${contract.id} ${titleOf(contract)}`,
      ],
      command: `obligation list ${contract.id}`,
    })),
  })
}

export const dropObligationCard = (contract: Contract, { id, owes, what }: Obligation): Card =>
  card(
    `Why is ${id} owed no longer?`,
    heading(`${id} of ${contract.id} ${titleOf(contract)}`),
    text(`${whoOwes(contract, owes)}: ${what}`),
    {
      type: 'form',
      inputs: [{ type: 'text', name: 'reason', label: 'Why it is owed no longer', required: true }],
      submit: { label: 'Drop it', command: `obligation drop ${id}`, style: 'danger' },
    },
  )

// Decisions as cards: what was agreed, on which clause, by whom, and the words that it follows from.
import { dayOf, showDay } from '../../contracts/calendar-date.ts'
import { showClause } from '../../contracts/clause-type.ts'
import { type Contract, type Decision, titleOf } from '../../contracts/contract.ts'
import type { TalkMessage } from '../../contracts/talk.ts'
import { type Card, type CardElement, card, context, heading, text } from '../card.ts'
import type { NameOf } from '../names.ts'
import { messageElements } from './talk.ts'

const about = (decision: Decision): string => (decision.clause ? ` (${showClause(decision.clause)})` : '')

/** As they were said. */
const inOrder = (messages: readonly TalkMessage[]): TalkMessage[] =>
  messages.toSorted((one, other) => (one.postedAt < other.postedAt ? -1 : 1))
const cited = (count: number): string => (count === 0 ? 'cites no message' : `cites ${count} message${count === 1 ? '' : 's'}`)

export const decidedCard = (contract: Contract, decision: Decision, cites: TalkMessage[], nameOf: NameOf, zone: string): Card => {
  const line = `Decision ${decision.id}${about(decision)}, by ${nameOf(decision.by)}, ${cited(cites.length)}`
  return card(
    `${line}: ${decision.text}`,
    heading(`Decision ${decision.id}${about(decision)}`),
    text(decision.text),
    context(`${contract.id} ${titleOf(contract)}, by ${nameOf(decision.by)}, ${cited(cites.length)}`),
    inOrder(cites).flatMap((message) => messageElements(message, { zone })),
    { type: 'buttons', buttons: [{ label: 'Why', command: `why ${contract.id}${decision.clause ? ` ${decision.clause}` : ''}` }] },
  )
}

export type Reason = { decision: Decision; cites: TalkMessage[]; heldBack: number }

export const whyCard = (contract: Contract, asked: string, reasons: Reason[], nameOf: NameOf, zone: string): Card => {
  const title = asked ? `Why: ${asked} in ${contract.id} ${titleOf(contract)}` : `Decisions on ${contract.id} ${titleOf(contract)}`
  return card(
    reasons
      .map(({ decision }) => `${decision.id}: ${decision.text} (${nameOf(decision.by)}, ${showDay(dayOf(decision.at, zone))})`)
      .join('; '),
    heading(title),
    reasons.flatMap((reason) => reasonElements(reason, nameOf, zone)),
    { type: 'buttons', buttons: [{ label: 'All talk', command: `talk ${contract.id}` }] },
  )
}

const reasonElements = ({ decision, cites, heldBack }: Reason, nameOf: NameOf, zone: string): CardElement[] => [
  { type: 'divider' },
  text(decision.text),
  context(
    `Decision ${decision.id}${about(decision)}, by ${nameOf(decision.by)} on ${showDay(dayOf(decision.at, zone))}, ${cited(decision.cites.length)}`,
  ),
  ...inOrder(cites).flatMap((message) => messageElements(message, { zone })),
  ...(heldBack > 0
    ? [context(`${heldBack} cited message${heldBack === 1 ? ' is' : 's are'} in a private conversation you are not in.`)]
    : []),
]

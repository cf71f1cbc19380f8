// The answer to a note: the words as they are kept now.
import { showInstant } from '../../contracts/calendar-date.ts'
import { type Contract, titleOf } from '../../contracts/contract.ts'
import type { Payloads } from '../../contracts/record/kinds.ts'
import { type Card, card, heading } from '../card.ts'

export const talkNotedCard = (contract: Contract, noted: Payloads['message'], zone: string): Card => {
  const what = noted.kind === 'mail' ? 'Mail' : 'Call'
  return card(
    `${what} recorded as talk of ${contract.id} ${titleOf(contract)}.`,
    heading(`${what} recorded as talk of ${contract.id} ${titleOf(contract)}`),
    { type: 'quote', author: noted.author.name, at: showInstant(noted.postedAt, zone), text: noted.text },
    { type: 'buttons', buttons: [{ label: 'Talk', command: `talk ${contract.id}` }] },
  )
}

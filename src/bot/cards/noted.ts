// The answer to a note: the words as they are kept now.
import { showInstant } from '../../contracts/calendar-date.ts'
import { type Contract, titleOf } from '../../contracts/contract.ts'
import type { Payloads } from '../../contracts/record/kinds.ts'
import { type Card, card, heading } from '../card.ts'

export const talkNotedCard = (contract: Contract, noted: Payloads['message'], options: { zone: string; known: boolean }): Card => {
  const { zone, known } = options
  const what = noted.kind === 'mail' ? 'mail' : 'call'
  const became = known ? `This ${what} was kept already` : `The ${what} is recorded`
  const line = `${became} as talk of ${contract.id} ${titleOf(contract)}`
  return card(
    `${line}.`,
    heading(line),
    { type: 'quote', author: noted.author.name, at: showInstant(noted.postedAt, zone), text: noted.text },
    { type: 'buttons', buttons: [{ label: 'Talk', command: `talk ${contract.id}` }] },
  )
}

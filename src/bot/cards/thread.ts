// What a thread is told when it is linked or let go: one short note, with the way back.
import { dayOf, showDay } from '../../contracts/calendar-date.ts'
import { type Contract, titleOf } from '../../contracts/contract.ts'
import type { Visibility } from '../../contracts/talk.ts'
import { type Card, card, context, text } from '../card.ts'

/** What came of linking a thread. */
export type Linked = {
  contract: Contract
  messages: number
  files: number
  /** When the oldest message that was read was posted, ISO. */
  oldest: string | undefined
  /** What could not be read, or is still being read, a sentence. */
  unread: string | undefined
  already: boolean
  visibility: Visibility
}

const plural = (count: number, word: string): string => `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`

/** The note in the thread, for all who are in it. */
export const linkedNoteCard = (contract: Contract, by: string): Card =>
  card(
    `Linked to ${contract.id} ${titleOf(contract)}. New replies are saved.`,
    text(`Linked to ${contract.id} ${titleOf(contract)} by ${by}. New replies, edits and deletions here are saved with it.`),
    {
      type: 'buttons',
      buttons: [{ label: 'Unlink', command: `unlink ${contract.id}`, confirm: 'Stop saving this thread? What is saved stays.' }],
    },
  )

/** The answer to the person who linked. */
export const linkedCard = (linked: Linked, zone: string): Card => {
  const { contract, messages, files, oldest, unread, already, visibility } = linked
  const read = `${plural(messages, 'message')}, ${plural(files, 'file')}${oldest ? ` (oldest ${showDay(dayOf(oldest, zone))})` : ''}`
  const line = already
    ? `This thread is linked to ${contract.id} ${titleOf(contract)} already.`
    : `Linked ${read} to ${contract.id} ${titleOf(contract)}. New replies are saved.`
  const who =
    visibility === 'contract'
      ? `Everyone who may read ${contract.id} may read this thread.`
      : `Only people of this conversation may read it; open it to all readers of the contract with: widen ${contract.id}`
  return card(line, text(line), unread !== undefined && text(unread, 'warning'), context(who), {
    type: 'buttons',
    buttons: [{ label: 'Talk', command: `talk ${contract.id}` }],
  })
}

/** To whoever linked a long thread, once all of it is read. */
export const historyReadCard = (contract: Contract, messages: number): Card => {
  const line = `All older replies are saved with ${contract.id} ${titleOf(contract)}: ${plural(messages, 'message')}.`
  return card(line, text(line), { type: 'buttons', buttons: [{ label: 'Talk', command: `talk ${contract.id}` }] })
}

export const unlinkedCard = (contract: Contract, by: string): Card =>
  card(
    `No longer linked to ${contract.id} ${titleOf(contract)}.`,
    text(
      `No longer linked to ${contract.id} ${titleOf(contract)}, by ${by}. Replies here are not saved from now on; what was saved stays.`,
    ),
    { type: 'buttons', buttons: [{ label: 'Link again', command: `link ${contract.id}` }] },
  )

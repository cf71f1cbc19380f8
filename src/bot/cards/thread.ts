// What a thread is told when it is linked or let go: one short note, with the way back.
import { dayOf, showDay } from '../../contracts/calendar-date.ts'
import { type Contract, titleOf } from '../../contracts/contract.ts'
import type { Audience, Visibility } from '../../contracts/talk.ts'
import { type Card, card, context, text } from '../card.ts'
import { counted } from '../counted.ts'

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
  /** Guests and people from elsewhere who are in the conversation now, by name. */
  outsiders: readonly string[]
  /** What is said from now on, as long as nobody comes or goes (rule P3). */
  audience: Audience
}

/** How far the reading of older replies is. */
export type Reading = {
  messages: number
  files: number
  /** Of the whole thread, where the platform tells it. */
  total: number | undefined
  unread: string | undefined
  isDone: boolean
}

/** The note in the thread, for all who are in it; while older replies are being read it says how far that is, then what came of it. */
export const linkedNoteCard = (contract: Contract, by: string, reading?: Reading): Card => {
  const told = reading && readingLine(reading)
  return card(
    `Linked to ${contract.id} ${titleOf(contract)}. New replies are saved.${told ? ` ${told}` : ''}`,
    text(`Linked to ${contract.id} ${titleOf(contract)} by ${by}. New replies, edits and deletions here are saved with it.`),
    told !== undefined && context(told),
    reading?.isDone && reading.unread !== undefined && text(reading.unread, 'warning'),
    {
      type: 'buttons',
      buttons: [{ label: 'Unlink', command: `unlink ${contract.id}`, confirm: 'Stop saving this thread? What is saved stays.' }],
    },
  )
}

const readingLine = ({ messages, files, total, unread, isDone }: Reading): string | undefined => {
  if (isDone && messages === 0 && unread !== undefined) return undefined
  if (isDone) return `Older replies are saved: ${counted(messages, 'message')}, ${counted(files, 'file')}.`
  // What is our own is counted by the platform and not kept; and people go on writing.
  const most =
    total !== undefined && total > messages
      ? `${messages.toLocaleString('en')} of ${counted(total, 'message')}`
      : counted(messages, 'message')
  return `Reading: ${most}, ${counted(files, 'file')}`
}

/** The answer to the person who linked. */
export const linkedCard = (linked: Linked, zone: string): Card => {
  const { contract, messages, files, oldest, unread, already, visibility } = linked
  const outside = outsideLine(linked)
  const read = `${counted(messages, 'message')}, ${counted(files, 'file')}${oldest ? ` (oldest ${showDay(dayOf(oldest, zone))})` : ''}`
  const line = already
    ? `This thread is linked to ${contract.id} ${titleOf(contract)} already.`
    : `Linked ${read} to ${contract.id} ${titleOf(contract)}. New replies are saved.`
  const who =
    visibility === 'contract'
      ? `Everyone who may read ${contract.id} may read this thread.`
      : `Only people of this conversation may read it; open it to all readers of the contract with: widen ${contract.id}`
  return card(
    line,
    text(line),
    unread !== undefined && text(unread, 'warning'),
    outside !== undefined && text(outside, 'warning'),
    context(who),
    {
      type: 'buttons',
      buttons: [{ label: 'Talk', command: `talk ${contract.id}` }],
    },
  )
}

const mostNames = 3

/** Who of elsewhere hears along, and what that makes of what is said. */
const outsideLine = ({ contract, outsiders, audience }: Linked): string | undefined => {
  if (outsiders.length === 0) return undefined
  const names = [...outsiders.slice(0, mostNames), ...(outsiders.length > mostNames ? [`${outsiders.length - mostNames} more`] : [])]
  const who = new Intl.ListFormat('en').format(names)
  return audience === 'shared'
    ? `${who} from outside the company can read along: what is said here from now on counts as shared with the other side of ${contract.id}; what was said before stays internal.`
    : `${who} from outside the company can read along, but nobody of the other side of ${contract.id}: what is said here stays internal.`
}

/** To whoever linked a long thread, once all of it is read. */
export const historyReadCard = (contract: Contract, { messages, files, unread }: Pick<Reading, 'messages' | 'files' | 'unread'>): Card => {
  const line = `All older replies are saved with ${contract.id} ${titleOf(contract)}: ${counted(messages, 'message')}, ${counted(files, 'file')}.`
  return card(line, text(line), unread !== undefined && text(unread, 'warning'), {
    type: 'buttons',
    buttons: [{ label: 'Talk', command: `talk ${contract.id}` }],
  })
}

export const unlinkedCard = (contract: Contract, by: string): Card =>
  card(
    `No longer linked to ${contract.id} ${titleOf(contract)}.`,
    text(
      `No longer linked to ${contract.id} ${titleOf(contract)}, by ${by}. Replies here are not saved from now on; what was saved stays.`,
    ),
    { type: 'buttons', buttons: [{ label: 'Link again', command: `link ${contract.id}` }] },
  )

// What a document holds beside its clean text: tracked changes by whom and when, comments of the margin, text that is hidden.
import { dayOf, showDay } from '../../contracts/calendar-date.ts'
import { type Contract, titleOf } from '../../contracts/contract.ts'
import type { DocumentComment, ReadDocument, Revision } from '../../documents/document.ts'
import { buttons, type Card, type CardElement, card, context, heading, type TableRow, text } from '../card.ts'
import { counted } from '../counted.ts'

type Beside = Pick<ReadDocument, 'revisions' | 'comments' | 'hiddenText'>

/** Letters of a change or comment in a row; how many more there are is said. */
const mostLetters = 280
const shown = (words: string): string => {
  const letters = [...words]
  return letters.length <= mostLetters
    ? words
    : `${letters.slice(0, mostLetters).join('')} … (${counted(letters.length - mostLetters, 'more character')})`
}

const kinds: Record<Revision['kind'], string> = { inserted: 'inserted', deleted: 'deleted', moved: 'moved', formatting: 'formatted' }

/** `others`: documents of the contract that hold changes, comments or hidden text too. */
type Around = { zone: string; others: readonly string[] }

export const changesCard = (contract: Contract, name: string, beside: Beside, { zone, others }: Around): Card => {
  const { revisions, comments, hiddenText } = beside
  const counts = [
    revisions.length > 0 && counted(revisions.length, 'tracked change'),
    comments.length > 0 && counted(comments.length, 'comment'),
    hiddenText.length > 0 && `${hiddenText.length} hidden ${hiddenText.length === 1 ? 'passage' : 'passages'}`,
  ].filter((count) => count !== false)
  const line = counts.length > 0 ? `${name}: ${counts.join(', ')}` : `${name} has no tracked changes, comments or hidden text`
  return card(
    `${line}; ${contract.id} ${titleOf(contract)}`,
    heading(`${contract.id} ${titleOf(contract)}`),
    text(`${line}.`),
    revisions.length > 0 && context('The text that find searches is as if every insertion were taken and every deletion made.'),
    changeRows(revisions, zone),
    commentRows(comments, zone),
    hiddenText.length > 0 && hiddenRows(hiddenText),
    others.length > 0 && context(`Other documents of ${contract.id} hold some too.`),
    buttons(
      ...[...new Set(others)]
        .slice(-3)
        .map((other) => ({ label: other, command: `changes ${contract.id} "${other.replaceAll('"', '')}"` })),
      { label: 'File', command: `file ${contract.id} "${name.replaceAll('"', '')}"` },
      { label: 'Show', command: `show ${contract.id}` },
    ),
  )
}

const who = (author: string): string => author || 'an unnamed author'
const when = (at: string | null, zone: string): string => (at === null ? '' : showDay(dayOf(at, zone)))

const changeRows = (revisions: readonly Revision[], zone: string): CardElement[] =>
  revisions.length === 0
    ? []
    : table(
        'Tracked changes',
        ['Who', 'When', 'Change', 'Words'],
        revisions.map(({ author, at, kind, text: words }) => ({ cells: [who(author), when(at, zone), kinds[kind], shown(words)] })),
      )

const commentRows = (comments: readonly DocumentComment[], zone: string): CardElement[] =>
  comments.length === 0
    ? []
    : table(
        'Comments',
        ['Who', 'When', 'About', 'Comment'],
        comments.map(({ author, at, about, text: words }) => ({ cells: [who(author), when(at, zone), shown(about), shown(words)] })),
      )

const hiddenRows = (hidden: readonly string[]): CardElement[] =>
  table(
    'Hidden text',
    ['Words that Word does not show'],
    hidden.map((words) => ({ cells: [shown(words)] })),
  )

const table = (caption: string, columns: readonly string[], rows: TableRow[]): CardElement[] => [
  { type: 'table', caption, columns: columns.map((label) => ({ label })), rows },
]

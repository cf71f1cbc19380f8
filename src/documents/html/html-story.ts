// What is known while a page is read: its text, its tables and lists, what was inserted and deleted, and what it hides.
import type { Revision } from '../document.ts'
import { addCell, endLine, endRow, type Flow, newFlow, type Side, writeText } from '../word/flow.ts'
import type { HtmlList } from './list-marks.ts'

/** An element that began and has not ended; elements of the same name inside it are counted. */
type Inside = { name: string; depth: number }

type OpenChange = { depth: number; revision: Revision }

export type HtmlStory = {
  flow: Flow
  /** The text around each table that is open, and whether one of its cells is. */
  tables: { outer: Flow; inCell: boolean }[]
  lists: HtmlList[]
  preformatted: number
  /** Whether another space would say nothing. */
  isSpaced: boolean
  changes: { inserted: OpenChange | undefined; deleted: OpenChange | undefined }
  revisions: Revision[]
  unread: Inside | undefined
  hidden: Inside | undefined
  /** The hidden passage that is being read. */
  hiddenPassage: string
  hiddenText: string[]
  links: Set<string>
  hasForeignParts: boolean
}

export function newHtmlStory(): HtmlStory {
  return {
    flow: newFlow(),
    tables: [],
    lists: [],
    preformatted: 0,
    isSpaced: true,
    changes: { inserted: undefined, deleted: undefined },
    revisions: [],
    unread: undefined,
    hidden: undefined,
    hiddenPassage: '',
    hiddenText: [],
    links: new Set(),
    hasForeignParts: false,
  }
}

/** Takes up text where the page stands: white space is one space, but for preformatted text, which is as it was written. */
export function tell(story: HtmlStory, text: string): void {
  if (story.unread !== undefined) return
  if (story.hidden !== undefined) story.hiddenPassage += text
  else if (story.preformatted > 0) write(story, text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' '))
  else write(story, collapsed(story, text))
}

function collapsed(story: HtmlStory, text: string): string {
  const spaced = text.replace(/[\s\u00a0]+/g, ' ')
  return story.isSpaced && spaced.startsWith(' ') ? spaced.slice(1) : spaced
}

export function write(story: HtmlStory, text: string): void {
  if (text === '') return
  const { inserted, deleted } = story.changes
  for (const change of [inserted, deleted]) if (change !== undefined) change.revision.text += text
  writeText(story.flow, text, side(story))
  story.isSpaced = /\s$/.test(text)
}

function side({ changes }: HtmlStory): Side {
  if (changes.deleted !== undefined) return 'out'
  return changes.inserted === undefined ? undefined : 'in'
}

/** Ends the line, if there is one. */
export function breakLine(story: HtmlStory): void {
  for (const change of Object.values(story.changes)) if (change !== undefined) change.revision.text += '\n'
  const { flow } = story
  // What was deleted leaves no line behind, and what came in has its own.
  if (flow.line.marked !== '') endLine(flow, undefined)
  story.isSpaced = true
}

/** Tables inside tables beyond this depth are lines of their own: pages that are laid out by tables need three or four. */
const deepestTable = 20

export function openTable(story: HtmlStory): void {
  breakLine(story)
  story.tables.push({ outer: story.flow, inCell: false })
}

export function openCell(story: HtmlStory): void {
  const table = story.tables.at(-1)
  if (table === undefined || story.tables.length > deepestTable) {
    write(story, '\t')
    return
  }
  closeCell(story)
  breakLine(story)
  table.outer = story.flow
  table.inCell = true
  story.flow = newFlow()
}

export function closeCell(story: HtmlStory): void {
  const table = story.tables.at(-1)
  if (table?.inCell !== true) return
  breakLine(story)
  addCell(table.outer, story.flow)
  story.flow = table.outer
  table.inCell = false
}

export function closeRow(story: HtmlStory): void {
  closeCell(story)
  if (story.flow.row.length > 0) endRow(story.flow)
  else breakLine(story)
}

export function closeTable(story: HtmlStory): void {
  closeRow(story)
  story.tables.pop()
}

/** Begins an insertion or deletion; one inside another of its kind is part of it. */
export function openChange(story: HtmlStory, kind: 'inserted' | 'deleted', author: string, at: string | null): void {
  const open = story.changes[kind]
  if (open !== undefined) open.depth++
  else story.changes[kind] = { depth: 1, revision: { kind, author, at, text: '' } }
}

export function closeChange(story: HtmlStory, kind: 'inserted' | 'deleted'): void {
  const open = story.changes[kind]
  if (open === undefined || --open.depth > 0) return
  story.changes[kind] = undefined
  const text = open.revision.text.replace(/\n+/g, '\n').trim()
  if (text !== '') story.revisions.push({ ...open.revision, text })
}

export function endHidden(story: HtmlStory): void {
  story.hidden = undefined
  const passage = story.hiddenPassage.replace(/[\s\u00a0]+/g, ' ').trim()
  if (passage !== '') story.hiddenText.push(passage)
  story.hiddenPassage = ''
}

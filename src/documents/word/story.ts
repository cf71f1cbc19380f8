// What is known while one part of a Word file (body, header, notes, comments) is read: its text, changes, comments, hidden text.
import { type Change, type Changes, newChanges, sideOf, stateChange, tellChanges } from './changes.ts'
import { addBox, addCell, endFlow, endLine, endRow, type Flow, newFlow, type Side, writeText } from './flow.ts'
import type { ListNumbers } from './list-numbers.ts'
import type { ListPlace } from './numbering.ts'

export type StoryComment = { id: string; author: string; at: string | null; text: string }

/** What is known about the paragraph and the run being read; a text box inside a run has its own. */
export type Place = {
  flow: Flow
  /** The paragraph's place in a list, as far as it states it itself, and its style. */
  list: ListPlace
  style: string
  isHiddenParagraph: boolean
  /** How the paragraph's own mark was changed; it comes after the words, though Word writes it before them. */
  markChange: { kind: Change['kind']; tag: string; side: Side } | undefined
  paragraphFormatting: Change | undefined
  isHidden: boolean
  runFormatting: Change | undefined
}

export type Story = {
  place: Place
  listNumbers: ListNumbers
  outer: Place[]
  changes: Changes
  hiddenText: string[]
  /** Whether the last words were hidden in this paragraph, so that runs of one hidden text stay together. */
  wasHidden: boolean
  hiddenStyles: ReadonlySet<string>
  comments: StoryComment[]
  commentTag: string
  /** Everything said so far, so that the words under a comment can be found again. */
  said: string[]
  anchors: Map<string, { from: number; to: number | undefined }>
  /** What the next text is: words, the code of a field, or nothing that is read. */
  expects: 'words' | 'code' | 'nothing'
  /** Whether each alternative around us has already been told in one form. */
  alternatives: boolean[]
  /** Depth of the element whose inside is passed over; 0 for none. */
  skipping: number
  hasForeignText: boolean
}

/** What the styles and lists of a file say about the paragraphs of its parts. */
export type StoryStyles = { hiddenStyles: ReadonlySet<string>; listNumbers: ListNumbers }

/** The finished texts of a part. */
export function storyTexts(story: Story): ReturnType<typeof endFlow> {
  return endFlow(story.place.flow)
}

/** Pieces of text; a comment on more than a page or two is not quoted whole. */
const longestAnchor = 500

/** The words that a comment is anchored to. */
export function anchoredText(story: Story, id: string): string {
  const anchor = story.anchors.get(id)
  if (anchor === undefined) return ''
  const end = anchor.to ?? anchor.from
  const isLong = end - anchor.from > longestAnchor
  return (
    story.said
      .slice(anchor.from, isLong ? anchor.from + longestAnchor : end)
      .join('')
      .trim() + (isLong ? '…' : '')
  )
}

export function newStory({ hiddenStyles, listNumbers }: StoryStyles): Story {
  return {
    place: newPlace(),
    listNumbers,
    outer: [],
    changes: newChanges(),
    hiddenText: [],
    wasHidden: false,
    hiddenStyles,
    comments: [],
    commentTag: '',
    said: [],
    anchors: new Map(),
    expects: 'nothing',
    alternatives: [],
    skipping: 0,
    hasForeignText: false,
  }
}

function newPlace(): Place {
  return {
    flow: newFlow(),
    list: { list: undefined, level: undefined },
    style: '',
    isHiddenParagraph: false,
    markChange: undefined,
    paragraphFormatting: undefined,
    isHidden: false,
    runFormatting: undefined,
  }
}

/** Takes up text where the part stands: visible, hidden, deleted, or the code of a field. */
export function tell(story: Story, text: string): void {
  const { place, changes } = story
  if (story.expects === 'code') {
    if (changes.open.length > 0) tellChanges(changes, `{${text}}`)
    return
  }
  tellChanges(changes, text)
  if (place.isHidden) {
    story.hiddenText.push(story.wasHidden ? story.hiddenText.pop() + text : text)
    story.wasHidden = true
    return
  }
  story.wasHidden = false
  if (place.runFormatting !== undefined) place.runFormatting.text += text
  story.said.push(text)
  writeText(place.flow, text, sideOf(changes))
}

/** Begins a text of its own: a cell, a box, a comment. */
export function enter(story: Story): void {
  story.outer.push(story.place)
  story.place = newPlace()
}

/** Ends such a text and goes back to what is around it. */
export function leave(story: Story): Flow {
  const inner = story.place.flow
  story.place = story.outer.pop() ?? newPlace()
  return inner
}

export function endCell(story: Story): void {
  const cell = leave(story)
  addCell(story.place.flow, cell)
}

export function endBox(story: Story): void {
  const box = leave(story)
  addBox(story.place.flow, box)
}

export function endTableRow(story: Story): void {
  endRow(story.place.flow)
}

export function startParagraph(story: Story): void {
  const { place } = story
  place.isHiddenParagraph = false
  place.list = { list: undefined, level: undefined }
  place.style = ''
  place.markChange = undefined
  place.paragraphFormatting = undefined
}

export function endParagraph(story: Story): void {
  const { place } = story
  if (place.paragraphFormatting !== undefined) place.paragraphFormatting.text = place.flow.line.clean.trim()
  tellParagraphMark(story)
  const side = place.markChange?.side ?? (sideOf(story.changes) === 'out' ? 'out' : undefined)
  endLine(place.flow, side, side === 'out' ? undefined : story.listNumbers.next(place.list, place.style))
  story.said.push('\n')
  story.wasHidden = false
}

function tellParagraphMark({ place, changes }: Story): void {
  if (place.markChange === undefined) {
    if (changes.open.length > 0) tellChanges(changes, '\n')
    return
  }
  const change = stateChange(changes, place.markChange.kind, place.markChange.tag)
  change.text += '\n'
  changes.touching = change
}

// What each element of a page does to the text that is read.
import { isLinkAddress } from '../word/relationships.ts'
import { blocks, isHidden, separating, unread, voids } from './html-elements.ts'
import {
  breakLine,
  closeCell,
  closeChange,
  closeRow,
  closeTable,
  endHidden,
  type HtmlStory,
  openCell,
  openChange,
  openTable,
  write,
} from './html-story.ts'
import { newList, nextMark } from './list-marks.ts'

type Attributes = ReadonlyMap<string, string>
type HtmlRule = { open?(story: HtmlStory, attributes: Attributes): void; close?(story: HtmlStory): void }

export function openElement(story: HtmlStory, name: string, attributes: Attributes): void {
  if (foreign.has(name)) story.hasForeignParts = true
  if (passesOver(story, name)) return
  if (unread.has(name)) story.unread = { name, depth: 1 }
  else if (!voids.has(name) && isHidden(attributes)) story.hidden = { name, depth: 1 }
  else rules.get(name)?.open?.(story, attributes)
}

export function closeElement(story: HtmlStory, name: string): void {
  const inside = story.unread ?? story.hidden
  if (inside === undefined) rules.get(name)?.close?.(story)
  if (inside?.name !== name) return
  inside.depth--
  if (inside.depth > 0) return
  if (inside === story.unread) story.unread = undefined
  else endHidden(story)
}

/** Whether an element begins inside of one that is not read or not shown. */
function passesOver(story: HtmlStory, name: string): boolean {
  const inside = story.unread ?? story.hidden
  if (inside === undefined) return false
  if (inside === story.hidden && inside.name === 'p' && blocks.has(name)) {
    // A paragraph ends where the next block begins, whether it says so or not.
    endHidden(story)
    return false
  }
  if (inside === story.hidden && separating.has(name)) story.hiddenPassage += ' '
  if (inside === story.hidden && unread.has(name)) {
    story.unread = { name, depth: 1 }
    return true
  }
  if (inside.name === name) inside.depth++
  return true
}

/** What shows other files inside of a page. */
const foreign = new Set(['iframe', 'frame', 'object', 'embed'])

const block: HtmlRule = { open: breakLine, close: breakLine }

const preformatted: HtmlRule = {
  open(story) {
    breakLine(story)
    story.preformatted++
  },
  close(story) {
    story.preformatted = Math.max(0, story.preformatted - 1)
    breakLine(story)
  },
}

/** Lists inside lists beyond this depth have no numbers. */
const deepestList = 100

function list(name: string): HtmlRule {
  return {
    open(story, attributes) {
      breakLine(story)
      if (story.lists.length < deepestList) story.lists.push(newList(name, attributes))
    },
    close(story) {
      breakLine(story)
      story.lists.pop()
    },
  }
}

const item: HtmlRule = {
  open(story, attributes) {
    breakLine(story)
    write(story, nextMark(story.lists.at(-1), attributes))
  },
  close: breakLine,
}

const lineBreak: HtmlRule = {
  open(story) {
    if (story.flow.line.marked !== '') write(story, '\n')
  },
}

const link: HtmlRule = {
  open(story, attributes) {
    const address = attributes.get('href')?.trim() ?? ''
    if (isLinkAddress(address)) story.links.add(address)
  },
}

const statedTime = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/

function change(kind: 'inserted' | 'deleted'): HtmlRule {
  return {
    open(story, attributes) {
      const at = attributes.get('datetime')?.trim() ?? ''
      // Word names the author where others cite the reason.
      const author = /^mailto:(.{1,200})$/is.exec(attributes.get('cite') ?? '')?.[1] ?? ''
      openChange(story, kind, author.replaceAll('%20', ' ').trim(), statedTime.test(at) ? at : null)
    },
    close: (story) => closeChange(story, kind),
  }
}

const rules: ReadonlyMap<string, HtmlRule> = new Map([
  ...[...blocks].map((name): [string, HtmlRule] => [name, block]),
  ...Object.entries<HtmlRule>({
    pre: preformatted,
    xmp: preformatted,
    listing: preformatted,
    br: lineBreak,
    a: link,
    area: link,
    ins: change('inserted'),
    del: change('deleted'),
    ol: list('ol'),
    ul: list('ul'),
    li: item,
    table: { open: openTable, close: closeTable },
    tr: { open: closeRow, close: closeRow },
    td: { open: openCell, close: closeCell },
    th: { open: openCell, close: closeCell },
  }),
])

// What each element of a Word part means for its text: one row of a table each.
import { changeRules } from './change-rules.ts'
import { openChange, sideOf, statedTime } from './changes.ts'
import { type ElementRule, skip } from './element-rule.ts'
import { endFlow } from './flow.ts'
import { whole } from './numbering.ts'
import { endBox, endCell, endParagraph, endTableRow, enter, leave, type Story, startParagraph, tell } from './story.ts'
import { attribute, character } from './xml.ts'

const paragraph: ElementRule = { open: startParagraph, close: endParagraph }

const run: ElementRule = {
  open(story) {
    story.place.isHidden = story.place.isHiddenParagraph
    story.place.runFormatting = undefined
  },
  close(story) {
    story.place.isHidden = false
    story.place.runFormatting = undefined
  },
}

function words(expects: Story['expects']): ElementRule {
  return {
    open(story) {
      story.expects = expects
    },
    close(story) {
      story.expects = 'nothing'
    },
  }
}

/** Deleted words stand inside a deletion; where a writer forgot it, they are told as deleted by nobody. */
const deletedWords: ElementRule = {
  open(story, tag, path) {
    if (sideOf(story.changes) !== 'out') openChange(story.changes, 'deleted', tag, path.length)
    story.expects = 'words'
  },
  close(story) {
    story.expects = 'nothing'
  },
}

/** A character that is an element of its own; outside of a run the same name means something else, such as a tab stop. */
function sign(text: string | ((tag: string) => string)): ElementRule {
  return {
    open(story, tag, path) {
      if (!/:(r|ins|del)$/.test(path.at(-2) ?? '')) return
      story.expects = 'words'
      tell(story, typeof text === 'string' ? text : text(tag))
      story.expects = 'nothing'
    },
  }
}

/** Check boxes and bullets of the symbol fonts, which have no letters of their own. */
const symbols: Record<string, string> = {
  F06F: '☐',
  F071: '☐',
  F0A8: '☐',
  F0FE: '☒',
  F0FD: '☒',
  F0FC: '✓',
  F052: '☑',
  F0A7: '▪',
  F0B7: '•',
}

function symbol(tag: string): string {
  const code = (attribute(tag, 'char') ?? '').toUpperCase()
  return symbols[code] ?? (/^[0-9A-F]{1,6}$/.test(code) ? character(Number.parseInt(code, 16)) : '')
}

const hides: ElementRule = {
  open(story, tag, path) {
    const isOn = !['0', 'false', 'off'].includes(attribute(tag, 'val') ?? 'true')
    if (path.at(-2) === 'w:rPr' && path.at(-3) === 'w:r') story.place.isHidden = isOn
  },
}

const paragraphStyle: ElementRule = {
  open(story, tag) {
    story.place.style = attribute(tag, 'val') ?? ''
    story.place.isHiddenParagraph = story.hiddenStyles.has(story.place.style)
  },
}

const list: ElementRule = {
  open(story, tag, path) {
    if (path.at(-2) === 'w:numPr' && path.at(-4) === 'w:p') story.place.list.list = attribute(tag, 'val')
  },
}

const listLevel: ElementRule = {
  open(story, tag, path) {
    if (path.at(-2) === 'w:numPr' && path.at(-4) === 'w:p') story.place.list.level = whole(attribute(tag, 'val') ?? '', 0)
  },
}

const runStyle: ElementRule = {
  open(story, tag, path) {
    if (path.at(-3) === 'w:r' && story.hiddenStyles.has(attribute(tag, 'val') ?? '')) story.place.isHidden = true
  },
}

/** A text box is written twice, for new and old programs; the first form is read. */
const alternatives: ElementRule = {
  open(story) {
    story.alternatives.push(false)
  },
  close(story) {
    story.alternatives.pop()
  },
}

const alternative: ElementRule = {
  open(story, tag, path) {
    if (story.alternatives.at(-1) === true) skip.open(story, tag, path)
    else if (story.alternatives.length > 0) story.alternatives[story.alternatives.length - 1] = true
  },
}

const comment: ElementRule = {
  open(story, tag) {
    story.commentTag = tag
    enter(story)
  },
  close(story) {
    const tag = story.commentTag
    const text = endFlow(leave(story)).clean.trim()
    story.comments.push({ id: attribute(tag, 'id') ?? '', author: attribute(tag, 'author') ?? '', at: statedTime(tag), text })
  },
}

const commentStart: ElementRule = {
  open(story, tag) {
    story.anchors.set(attribute(tag, 'id') ?? '', { from: story.said.length, to: undefined })
  },
}

const commentEnd: ElementRule = {
  open(story, tag) {
    const anchor = story.anchors.get(attribute(tag, 'id') ?? '')
    if (anchor !== undefined) anchor.to = story.said.length
  },
}

const foreignText: ElementRule = {
  open(story) {
    story.hasForeignText = true
  },
}

export const elementRules: ReadonlyMap<string, ElementRule> = new Map([
  ...Object.entries<ElementRule>({
    'w:p': paragraph,
    'a:p': paragraph,
    'w:r': run,
    'm:r': run,
    'a:r': run,
    'w:t': words('words'),
    'm:t': words('words'),
    'a:t': words('words'),
    'w:delText': deletedWords,
    'w:instrText': words('code'),
    'w:delInstrText': words('code'),
    'w:tab': sign('\t'),
    'w:ptab': sign('\t'),
    'w:br': sign('\n'),
    'w:cr': sign('\n'),
    'w:noBreakHyphen': sign('\u2011'),
    'w:sym': sign(symbol),
    'w:tc': { open: enter, close: endCell },
    'w:tr': { close: endTableRow },
    'w:txbxContent': { open: enter, close: endBox },
    'w:vanish': hides,
    'w:pStyle': paragraphStyle,
    'w:rStyle': runStyle,
    'w:numId': list,
    'w:ilvl': listLevel,
    'mc:AlternateContent': alternatives,
    'mc:Choice': alternative,
    'mc:Fallback': alternative,
    'w:comment': comment,
    'w:commentRangeStart': commentStart,
    'w:commentRangeEnd': commentEnd,
    'w:altChunk': foreignText,
  }),
  ...changeRules,
])

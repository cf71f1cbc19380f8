// What the elements of Word's tracked changes mean, by element and by place.
import { openChange, stateChange, stateFormatting } from './changes.ts'
import { type ElementRule, skip } from './element-rule.ts'
import type { Story } from './story.ts'

type ChangeKind = 'inserted' | 'deleted' | 'moved-from' | 'moved-to'

/** One element name, four places: around runs, on a paragraph mark, on a table row, on a paragraph's numbering. */
function change(kind: ChangeKind): ElementRule {
  return {
    open(story, tag, path) {
      const parent = path.at(-2)
      if (parent === 'w:rPr' && path.at(-3) === 'w:pPr') {
        const isOut = kind === 'deleted' || kind === 'moved-from'
        story.place.markChange = { kind, tag, side: isOut ? 'out' : 'in' }
      } else if (parent === 'w:trPr') openChange(story.changes, kind, tag, path.length - 2)
      else if (parent === 'w:numPr' || parent === 'w:rPr') stateChange(story.changes, kind, tag)
      else openChange(story.changes, kind, tag, path.length)
    },
  }
}

function cellChange(kind: ChangeKind): ElementRule {
  return { open: (story, tag, path) => openChange(story.changes, kind, tag, path.length - 2) }
}

/** A content control came or went around words that stay. */
function rangeChange(kind: ChangeKind): ElementRule {
  return {
    open(story, tag) {
      stateChange(story.changes, kind, tag)
    },
  }
}

function formatting(note: (story: Story, tag: string, path: readonly string[]) => void): ElementRule {
  return {
    open(story, tag, path) {
      note(story, tag, path)
      skip.open(story, tag, path)
    },
  }
}

const structuralFormatting = formatting((story, tag) => {
  stateFormatting(story.changes, tag, true)
})

const runFormatting = formatting((story, tag, path) => {
  const isOfRun = path.at(-3) === 'w:r'
  const stated = stateFormatting(story.changes, tag, !isOfRun)
  if (isOfRun) story.place.runFormatting = stated
})

const paragraphFormatting = formatting((story, tag) => {
  story.place.paragraphFormatting = stateFormatting(story.changes, tag, false)
})

export const changeRules: readonly (readonly [string, ElementRule])[] = Object.entries<ElementRule>({
  'w:ins': change('inserted'),
  'w:del': change('deleted'),
  'w:moveFrom': change('moved-from'),
  'w:moveTo': change('moved-to'),
  'w:cellIns': cellChange('inserted'),
  'w:cellDel': cellChange('deleted'),
  'w:customXmlInsRangeStart': rangeChange('inserted'),
  'w:customXmlDelRangeStart': rangeChange('deleted'),
  'w:customXmlMoveFromRangeStart': rangeChange('moved-from'),
  'w:customXmlMoveToRangeStart': rangeChange('moved-to'),
  'w:rPrChange': runFormatting,
  'w:pPrChange': paragraphFormatting,
  'w:numberingChange': structuralFormatting,
  'w:sectPrChange': structuralFormatting,
  'w:tblPrChange': structuralFormatting,
  'w:tblPrExChange': structuralFormatting,
  'w:tblGridChange': structuralFormatting,
  'w:trPrChange': structuralFormatting,
  'w:tcPrChange': structuralFormatting,
  'w:cellMerge': structuralFormatting,
})

// What stands in a text and says nothing of the agreement itself: lines of its pages, notes to whoever fills in a form, marks of emphasis.
import { pageLines } from './line-layout.ts'
import { occurrences } from './occurrences.ts'

/** What is passed over from `start` up to `end` (exclusive): a line of a page or a note, for which a space stands, or a mark within words. */
export type Aside = { start: number; end: number; kind: 'page' | 'note' | 'mark' }

const comment = '<!--'
const note = /\[(?=for example|e\.g\.|(?:drafting )?notes?\b|fill in|insert|instructions?\b)/iy
/** Nothing that people write has more notes or longer ones; reading stays cheap where somebody tries. */
const [longestNote, mostNotes, mostBrackets] = [3000, 2000, 20_000]
/** "**36 months**" of Markdown; what is struck out of filings is written "[***]" and stays. */
const emphasis = /(?<![*_[\w])(\*\*|__)(?=[^\s*_\])])[^\n*_]{0,300}?[^\s*_[(]\1(?![*_\w])/g

/** All of them in order, none within another. */
export function findAsides(text: string): Aside[] {
  const pages = [...pageLines(text)].map(([start, end]): Aside => ({ start, end, kind: 'page' }))
  const all = [...pages, ...notesIn(text), ...marksIn(text)].sort((one, other) => one.start - other.start)
  let passed = 0
  return all.filter(({ start, end }) => {
    const isOutside = start >= passed
    passed = Math.max(passed, end)
    return isOutside
  })
}

function notesIn(text: string): Aside[] {
  const starts = [
    ...occurrences(text, [comment], { most: mostNotes }),
    ...occurrences(text, ['['], { most: mostBrackets }).filter(isNote(text)),
  ]
  return starts.flatMap((start): Aside[] => {
    const end = noteEnd(text, start)
    return end === undefined ? [] : [{ start, end, kind: 'note' }]
  })
}

const isNote =
  (text: string) =>
  (start: number): boolean => {
    note.lastIndex = start
    return note.test(text)
  }

function marksIn(text: string): Aside[] {
  if (!text.includes('**') && !text.includes('__')) return []
  return [...text.matchAll(emphasis)].flatMap(({ 0: words, index: start }): Aside[] => {
    const end = start + words.length
    return [
      { start, end: start + 2, kind: 'mark' },
      { start: end - 2, end, kind: 'mark' },
    ]
  })
}

/** Behind the mark that closes a note; brackets within it are part of it. */
function noteEnd(text: string, start: number): number | undefined {
  if (text[start] === '<') {
    const end = text.slice(start, start + longestNote).indexOf('-->')
    return end < 0 ? undefined : start + end + 3
  }
  let depth = 0
  for (let i = start; i < Math.min(text.length, start + longestNote); i++) {
    if (text[i] === '[') depth++
    else if (text[i] === ']' && --depth === 0) return i + 1
  }
  return undefined
}

// Breaks text into lines of a width, at spaces where there are any; an address stays whole, so that it can be opened.
import { graphemesOf } from './display-text.ts'
import { displayWidth } from './display-width.ts'

/** Lines of at most `width` columns (an address may be longer). Line feeds in the text stay line ends. */
export const wrapText = (text: string, width: number): string[] => text.split('\n').flatMap((line) => wrapLine(line, Math.max(1, width)))

const wrapLine = (line: string, width: number): string[] => {
  const lines: string[] = []
  let current: string | undefined
  for (const word of line.split(' ').flatMap((word) => breakWord(word, width))) {
    const longer: string = current === undefined ? word : `${current} ${word}`
    if (current !== undefined && displayWidth(longer) > width) {
      lines.push(withoutLastSpaces(current))
      current = word
    } else current = longer
  }
  return [...lines, withoutLastSpaces(current ?? '')]
}

/** Only those that we break at: other signs of space are part of the text. */
const withoutLastSpaces = (line: string): string => line.replace(/ +$/, '')

const breakWord = (word: string, width: number): string[] => {
  if (displayWidth(word) <= width || /^https?:\/\//.test(word)) return [word]
  const pieces: string[] = []
  let piece = ''
  let used = 0
  for (const grapheme of graphemesOf(word)) {
    const columns = displayWidth(grapheme)
    if (used + columns > width && piece !== '') {
      pieces.push(piece)
      piece = ''
      used = 0
    }
    piece += grapheme
    used += columns
  }
  return [...pieces, piece]
}

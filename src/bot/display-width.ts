// How many columns a text takes where every character has the same width: two for East Asian letters and emoji.
import { graphemesOf } from './display-text.ts'

const narrow = /^[ -~]*$/
const wide =
  /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Regional_Indicator}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}])/u

export const displayWidth = (text: string): number => {
  if (narrow.test(text)) return text.length
  let width = 0
  for (const grapheme of graphemesOf(text)) width += wide.test(grapheme) ? 2 : /^\p{M}/u.test(grapheme) ? 0 : 1
  return width
}

export const padTo = (text: string, width: number, align: 'left' | 'right' = 'left'): string => {
  const padding = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return align === 'right' ? padding + text : text + padding
}

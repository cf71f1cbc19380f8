// The port of whatever finds values in a document beside the rules: it proposes, and nothing that it says is believed without its sentence.
import type { FieldDefinition } from '../contracts/field-definition.ts'

/** A value as it would be typed, with the words of the document that say so. */
export type ClaimedValue = { field: string; value: string; sentence: string }

export type FieldReader = {
  /** Shown beside each value: the name of the model. */
  name: string
  /** @throws FieldReaderAway when it does not answer, or answers in a form that is not understood */
  read(text: string, definitions: readonly FieldDefinition[]): Promise<ClaimedValue[]>
}

/** Nothing is lost by it: what the rules found stands. */
export class FieldReaderAway extends Error {}

/** Words without what differs by layout alone, each with its place in the text. */
const flattened = (text: string): { flat: string; at: number[] } => {
  const at: number[] = []
  let flat = ''
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index] ?? ''
    const isSpace = /\s/.test(sign)
    if (isSpace && flat.endsWith(' ')) continue
    flat += isSpace ? ' ' : (plain[sign] ?? sign)
    at.push(index)
  }
  return { flat, at }
}

const plain: Record<string, string> = { '“': '"', '”': '"', '‘': "'", '’': "'", '–': '-', '—': '-' }

/** Fewer letters than this are found anywhere. */
const leastLetters = 12

/** Finds claimed sentences in a text word for word, whatever its line breaks and quotes; undefined for one that is not there. */
export const findSentences = (text: string): ((sentence: string) => { start: number; end: number } | undefined) => {
  const { flat, at } = flattened(text)
  return (sentence) => {
    const sought = flattened(sentence).flat.trim()
    if (sought.length < leastLetters) return undefined
    const found = flat.indexOf(sought)
    const start = at[found]
    const last = at[found + sought.length - 1]
    return start === undefined || last === undefined || found < 0 ? undefined : { start, end: last + 1 }
  }
}

// The port of whatever finds values in a document beside the rules: it proposes, and nothing that it says is believed without its sentence.
import type { FieldDefinition } from '../contracts/field-definition.ts'

/** A value as it would be typed, with the words of the document that say so. */
export type ClaimedValue = { field: string; value: string; sentence: string }

export type FieldReader = {
  /** Shown beside each value: the name of the model. */
  name: string
  /** Whether whoever runs the bot lets it see the texts of restricted contracts. */
  seesRestricted: boolean
  /** How much of a text it is given, in characters from the front. */
  mostCharacters: number
  /** @throws FieldReaderAway when it does not answer, or answers in a form that is not understood; the signal ends the waiting */
  read(text: string, definitions: readonly FieldDefinition[], signal?: AbortSignal): Promise<ClaimedValue[]>
}

/** Nothing is lost by it: what the rules found stands. `answered`: it did, with what is of no use, and will hardly do better. */
export class FieldReaderAway extends Error {
  readonly answered: boolean
  constructor(message: string, { answered = false, ...options }: ErrorOptions & { answered?: boolean } = {}) {
    super(message, options)
    this.answered = answered
  }
}

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

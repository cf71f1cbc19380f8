// The passage of a text that shows why it was found: the stretch with most of the words that were searched for.
import { wordsOf } from './company-name.ts'

type Place = { word: string; start: number; end: number }

const width = 200

/** About 200 characters around the words, on one line; undefined when none of them is there. */
export const passageAround = (text: string, words: readonly string[]): string | undefined => {
  const places = placesOf(text, new Set(words))
  const best = densest(places)
  if (!best) return undefined
  const room = Math.max(0, width - (best.end - best.start)) / 2
  const from = wordStart(text, Math.max(0, best.start - room))
  const to = wordEnd(text, Math.min(text.length, best.end + room))
  const shown = text.slice(from, to).replace(/\s+/g, ' ').trim()
  return `${from > 0 ? '… ' : ''}${shown}${to < text.length ? ' …' : ''}`
}

/** Where the words stand in the text; a word is folded before it is compared, so positions are those of the text itself. */
const placesOf = (text: string, wanted: Set<string>): Place[] => {
  const places: Place[] = []
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[.'’][\p{L}\p{M}\p{N}]+)*\.?/gu)) {
    const word = wordsOf(match[0]).find((folded) => wanted.has(folded))
    if (word !== undefined) places.push({ word, start: match.index, end: match.index + match[0].length })
  }
  return places
}

/** The first stretch, no wider than a passage, with the most distinct words. */
const densest = (places: Place[]): { start: number; end: number } | undefined => {
  let best: { start: number; end: number; words: number } | undefined
  places.forEach((first, index) => {
    const words = new Set<string>()
    let end = first.end
    for (let next = index; next < places.length; next += 1) {
      const place = places[next] as Place
      if (place.end - first.start > width && next > index) break
      words.add(place.word)
      end = place.end
    }
    if (words.size > (best?.words ?? 0)) best = { start: first.start, end, words: words.size }
  })
  return best
}

const wordStart = (text: string, at: number): number => {
  const space = text.slice(0, at).search(/\S*$/)
  return at - space > 30 ? at : space
}

const wordEnd = (text: string, at: number): number => {
  const rest = text.slice(at, at + 30).search(/\s/)
  return rest < 0 ? (at + 30 >= text.length ? text.length : at) : at + rest
}

// Where the words stand that rules look around: found for all rules in one pass over the text, so that long texts stay cheap.
import { anchors } from './anchor-words.ts'
import type { FlatText } from './flat-text.ts'
import { furtherAnchors } from './further-anchor-words.ts'

const groups = { ...anchors, ...furtherAnchors }

export type AnchorGroup = keyof typeof groups
type Places = Record<AnchorGroup, number[]>
type Anchor = { words: string; group: AnchorGroup; index: number }

const letters = 26
const letterA = 97
const mostOfEach = 400

/** Anchors by their first three letters. */
const table: (Anchor[] | undefined)[] = new Array(letters ** 3).fill(undefined)
const all: Anchor[] = Object.entries(groups).flatMap(([group, list]) =>
  list.map((words) => ({ words, group: group as AnchorGroup, index: 0 })),
)
for (const [index, anchor] of all.entries()) {
  anchor.index = index
  const key = keyOf(anchor.words, 0)
  table[key] = [...(table[key] ?? []), anchor]
}

/** A number for three letters; -1 where one is none. */
function keyOf(lower: string, at: number): number {
  let key = 0
  for (let i = at; i < at + 3; i++) {
    const letter = lower.charCodeAt(i) - letterA
    if (!(letter >= 0 && letter < letters)) return -1
    key = key * letters + letter
  }
  return key
}

const known = new WeakMap<FlatText, Places>()

/** Places of a group's words at the beginning of words, in order; a word that repeats without end counts up to a limit. */
export function placesOf(view: FlatText, group: AnchorGroup): number[] {
  const places = known.get(view) ?? scan(view.lower)
  known.set(view, places)
  return places[group]
}

function scan(lower: string): Places {
  const places = Object.fromEntries(Object.keys(groups).map((group): [string, number[]] => [group, []])) as Places
  const counts = new Uint16Array(all.length)
  let inWord = false
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at) - letterA
    const isLetter = code >= 0 && code < letters
    if (isLetter && !inWord) collect(lower, at, places, counts)
    inWord = isLetter
  }
  return places
}

function collect(lower: string, at: number, places: Places, counts: Uint16Array): void {
  const key = keyOf(lower, at)
  const candidates = key < 0 ? undefined : table[key]
  if (candidates === undefined) return
  for (const { words, group, index } of candidates) {
    if ((counts[index] ?? 0) >= mostOfEach || !lower.startsWith(words, at)) continue
    counts[index] = (counts[index] ?? 0) + 1
    if (places[group].at(-1) !== at) places[group].push(at)
  }
}

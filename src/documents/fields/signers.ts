// The names above the signatures: who signs, where the opening names nobody (joint filings, letters).
import type { FlatText } from './flat-text.ts'
import type { Party } from './parties.ts'
import { hasLegalForm, isName } from './party-name.ts'
import { signaturesStart } from './signature-dates.ts'

const most = 40
const signed = / ?\b(?:By|BY|Per|PER|Its|ITS):|\/s\//g
const small = new Set(['of', 'and', 'the', 'de', '&', '-'])
const isCapitals = (word: string): boolean => /^[A-Z\u00c0-\u00dc0-9&(]/.test(word) && !/[a-z]{2}/.test(word)
const isCapitalized = (word: string): boolean => /^[A-Z]/.test(word)

/** The words at the end of a text that may be a name, by a test of each word. */
function runAtEnd(words: readonly string[], test: (word: string) => boolean, most: number): string {
  let first = words.length
  while (first > 0 && words.length - first < most && (test(words[first - 1] ?? '') || small.has(words[first - 1] ?? ''))) first--
  while (small.has(words[first] ?? '')) first++
  return words.slice(first).join(' ')
}

/** The signing entities in order; a firm that signs for another one is not a party by that. */
export function findSigners(view: FlatText): Party[] {
  const start = Math.max(0, signaturesStart(view) - 200)
  const block = view.flat.slice(start, start + 12_000)
  const parties: Party[] = []
  let last = 0
  for (const match of block.matchAll(signed)) {
    const before = block.slice(Math.max(last, match.index - 130), match.index).trim()
    last = match.index + match[0].length
    for (const name of namesAtEnd(before)) {
      if (!parties.some((party) => party.name.toLowerCase() === name.toLowerCase())) parties.push({ name, aliases: [] })
    }
    if (parties.length >= most) break
  }
  return parties
}

const role =
  /^(?:.{0,60}\b(?:Signatory|President|Officer|Director|Manager|Secretary|Title|Name|Treasurer|SIGNATORY|Partner|CEO|CFO|Chairman|Member|Date)\b:? ?)+/
const label = /^(?:THE |The )?[A-Za-z]{3,20}: /
const date = /^(?:[\d ]{1,3}, ?)?(?:\d{4})?[.,]? ?(?=[A-Z])/
const joined = /(?<=\b(?:L\.P\.|LP|LLC|L\.L\.C\.|INC\.|LTD\.|CORP\.|CORPORATION|COMPANY)) (?=[A-Z][A-Z])(?!(?:LLC|LP|INC|GP|II|I)\b)/

/** The names right before a signature line; several stand there where one hand signs for all. */
function namesAtEnd(before: string): string[] {
  if (
    /\bits [a-z][a-z ]{2,40}$|(?:general partner|manager|member|adviser|advisor|agent|trustee)[,.]?$/i.test(before) &&
    !/[A-Z]{4}$/.test(before)
  )
    return []
  const words = before.split(' ').filter((word) => word !== '')
  for (const run of [runAtEnd(words, isCapitals, 14), runAtEnd(words, isCapitalized, 9)]) {
    const names = run.replace(/[,:]$/, '').replace(role, '').replace(label, '').replace(date, '').split(joined)
    if (names.every((name) => hasLegalForm(name) && isName(name))) return names
  }
  return []
}

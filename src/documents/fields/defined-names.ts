// Companies that a text's head names in full and gives a short name: 'Alder Works, Inc., a Delaware corporation ("Alder")'.
import { type FlatText, paragraphIndex } from './flat-text.ts'
import type { Party } from './parties.ts'
import { isName, legalForm } from './party-name.ts'

const head = 6000
const form = new RegExp(`[ ,.](${legalForm})\\b\\.?(?:,? (?:${legalForm})\\b\\.?)?`, 'g')
const definition = /^,?([^"();:]{0,180})\(([^()"]{0,60}"[^"()]{1,40}"(?:[^()"]{0,20}"[^"()]{1,40}"){0,2})[^()"]{0,60}\)/
const another = new RegExp(`[ ,.]${legalForm}\\b`)
/** Names without a legal form, told by what follows them: "Alder Micro, a corporation organized under". */
const described =
  /,? an? (?:[A-Z]?[a-z-]+ ){0,4}(?:corporation|company|partnership|trust|university|association|individual|sole proprietorship)\b/g
/** "a Pennsylvania Corporation" tells the kind of company and names none. */
const kind = new RegExp(`\\ban? (?:[A-Z][\\w-]+ ){1,4}${legalForm}\\b`, 'g')
const noParty =
  /^(?:the )?(?:agreement|contract|plan|merger|product|software|services?|trust agreement|act|exchange|website|site|system)s?$/i
const joining = new Set(['of', 'and', '&', 'the', 'for', 'de'])
const longestName = 9

/** Whether a word can belong to a company's name. */
const isPart = (word: string): boolean =>
  /^\([A-Za-z.]+\),?$|^[A-Z0-9\u00c0-\u00dc&(][^"]*[^;:)"]$|^[A-Z&]$|^[a-z][A-Z]/.test(word) && !/^(?:This|By|That|Dear)$/.test(word)

/** The companies that are defined in the first pages, in order. */
export function definedNames({ flat, paragraphs }: FlatText): Party[] {
  const text = flat.slice(0, head)
  const parties: Party[] = []
  for (const match of [...text.matchAll(form), ...text.matchAll(described)].sort((one, other) => one.index - other.index)) {
    const end = match[1] === undefined ? match.index : match.index + match[0].length
    const lineStart = match[1] === undefined ? (paragraphs[paragraphIndex(paragraphs, end)] ?? 0) : 0
    const found = definition.exec(text.slice(end, end + 320))
    const name = found === null ? '' : nameBefore(text.slice(Math.max(lineStart, match.index - 100), end))
    if (found === null || another.test((found[1] ?? '').replace(kind, '')) || !isName(name)) continue
    const aliases = [...(found[2] ?? '').matchAll(/"([^"]{1,40})"/g)].map(([, alias]) => (alias ?? '').replace(/[,.]$/, ''))
    const isKnown = parties.some((party) => party.name === name || party.aliases.some((alias) => aliases.includes(alias)))
    if (!isKnown && !aliases.some((alias) => noParty.test(alias))) parties.push({ name, aliases })
  }
  return parties
}

/** The capitalized words that end a text. */
function nameBefore(text: string): string {
  const words = text.split(' ')
  let first = words.length
  while (first > 0 && words.length - first < longestName) {
    const word = words[first - 1] ?? ''
    const isBoundary = first < words.length - 1 && /,$/.test(word)
    if (isBoundary || !(isPart(word) || (joining.has(word) && first < words.length))) break
    first--
  }
  if (/^an?$/i.test(words[first - 1] ?? '')) return ''
  while (joining.has(words[first] ?? '') || /^(?:and|between|dear|\d+[,.]?)$/i.test(words[first] ?? '')) first++
  return words.slice(first).join(' ')
}

/** Puts full names in the place of parties that are called by their short names. */
export function inFull(parties: readonly Party[], defined: readonly Party[]): Party[] {
  return parties.map((party) => {
    const short = party.name.toLowerCase().replace(/\.$/, '')
    const full = defined.find(({ aliases }) => aliases.some((alias) => alias.toLowerCase() === short))
    return full === undefined || parties.some(({ name }) => name === full.name) ? party : { ...full, aliases: full.aliases }
  })
}

// Splits a contract into its clauses: numbered or not, with the heading that stands over each.
import type { ParagraphNumber } from '../document.ts'
import type { FlatText } from '../fields/flat-text.ts'
import { clauseStarts } from './clause-starts.ts'

/** A clause by its places in the flat text. */
export type ClauseSpan = { number: string | null; heading: string | null; start: number; end: number }

const kinds = 'ARTICLE|Article|SECTION|Section|Sec\\.|CLAUSE|Clause|Schedule|SCHEDULE|EXHIBIT|Exhibit|APPENDIX|Appendix|ANNEX|Annex|\u00a7'
const numbering = new RegExp(
  `^((?:${kinds}) ?)?(\\(?(?:\\d{1,3}(?:\\. ?\\d{1,3}){0,4}|[IVXL]{1,6}|[A-Za-z])[.):]{0,2}|\\([ivx]{1,5}\\)|[ivx]{2,5}[.)])(?: |$)`,
)
const month = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/
const word = "(?:[A-Z][\\w'&/,()-]{0,30}|and|or|of|the|to|for|in|on|by|with|a|an|-|&)"
const headingBefore = new RegExp(`^(?:- )?(${word}(?: ${word}){0,11})\\s?(?:[.:]| -|$)`)
/** A heading in capitals that runs into its sentence without a sign: "2. SERVICES Provider renders ...". */
const capitalsBefore = /^(?:- )?([A-Z][A-Z'&/,-]{2,25}(?: (?:[A-Z'&/,-]{2,25}|and|of|or|&)){0,7}) (?="?[A-Z][a-z])/
/** Capitals that say a sentence, not what it is about. */
const isSentence = /\b(?:SHALL|WILL|MAY|MUST|IS|ARE|AGREES?|HEREBY|EVENT|NEITHER|UNDER NO)\b/

/** All clauses in order; together they cover every paragraph. Headings alone on a line belong to what follows them. */
export function splitClauses(view: FlatText, kept: readonly ParagraphNumber[] = []): ClauseSpan[] {
  const clauses: ClauseSpan[] = []
  const { starts, numbers } = clauseStarts(view, kept)
  let number: string | null = null
  let heading: string | null = null
  let isNumberAlone = false
  for (const [index, start] of starts.entries()) {
    const end = trimmedEnd(view.flat, start, starts[index + 1] ?? view.flat.length)
    if (end <= start) continue
    const text = view.flat.slice(start, Math.min(end, start + 240))
    const own = keptNumber(numbers.get(start)) ?? ownNumber(text)
    const title = headingOf(text.slice(own?.length ?? 0))
    const isTitle = end - start < 170 && isBare(text, own?.length ?? 0, title)
    if (own !== undefined) number = own.number
    else if (isTitle && !isNumberAlone) number = null
    if (own !== undefined || title !== undefined) heading = title ?? null
    isNumberAlone = own !== undefined && end - start <= own.length
    if (!isTitle && !isNumberAlone) clauses.push({ number, heading, start, end })
  }
  return clauses
}

/** Whether a paragraph is a number and a title and nothing else. */
function isBare(text: string, numberLength: number, title: string | undefined): boolean {
  const bare = text.replace(/[-_=* ]{3,}/g, ' ').trim()
  return title !== undefined && bare.length < 90 && title.length + numberLength + 3 >= bare.length
}

function trimmedEnd(flat: string, start: number, end: number): number {
  let last = end
  while (last > start && flat.charCodeAt(last - 1) === 32) last--
  return last
}

type OwnNumber = { number: string; length: number }

/** A number that the file keeps apart takes no room in the text. */
function keptNumber(kept: string | undefined): OwnNumber | undefined {
  return kept === undefined ? undefined : { number: ownNumber(kept)?.number ?? kept, length: 0 }
}

function ownNumber(text: string): OwnNumber | undefined {
  const found = numbering.exec(text)
  if (found === null) return undefined
  const [whole, kind, written = ''] = found
  const rest = text.slice(whole.length)
  if (kind === undefined && !/[.):]/.test(written) && (!/^\d/.test(written) || !/^["A-Z]/.test(rest) || month.test(rest))) return undefined
  return { number: written.replace(/[.:]+$/, '').replace(/ /g, ''), length: whole.length }
}

function headingOf(text: string): string | undefined {
  const title = (headingBefore.exec(text) ?? capitalsBefore.exec(text))?.[1]?.trim()
  return title === undefined ||
    title.length < 3 ||
    title.length > 90 ||
    isSentence.test(title) ||
    /^(?:The|This|If|In|Each|Any|All|Upon|For|No|It|To|A|An|By)$/.test(title)
    ? undefined
    : title
}

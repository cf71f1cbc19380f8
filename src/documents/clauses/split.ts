// Splits a contract into its clauses: numbered or not, with the heading that stands over each.
import { type FlatText, paragraphIndex } from '../fields/flat-text.ts'

/** A clause by its places in the flat text. */
export type ClauseSpan = { number: string | null; heading: string | null; start: number; end: number }

const numbering =
  /^(?:(?:ARTICLE|Article|SECTION|Section|Sec\.|CLAUSE|Clause|Schedule|SCHEDULE|EXHIBIT|Exhibit|APPENDIX|Appendix) ?)?(\(?(?:\d{1,3}(?:\. ?\d{1,3}){0,4}|[IVXL]{1,6}|[A-Za-z])[.):]{0,2}|\([ivx]{1,5}\)) /
const isNumber = (found: RegExpExecArray): boolean =>
  /\d|[.):]|^(?:ARTICLE|Article|SECTION|Section|Schedule|SCHEDULE|EXHIBIT|Exhibit|Clause|CLAUSE|APPENDIX|Appendix)/.test(found[0])
const headingBefore =
  /^((?:[A-Z][\w'&/,()-]{0,30}|and|or|of|the|to|for|in|on|by|with|a|an|-|&)(?: (?:[A-Z][\w'&/,()-]{0,30}|and|or|of|the|to|for|in|on|by|with|a|an|-|&)){0,11})\s?(?:[.:]| -|$)/
/** Numbers in the middle of a line: "...of this Agreement. 3.2 Term. The term ...". */
const inline = /[.;:)"] (?=(?:\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.?|\d{1,2}\.|(?:ARTICLE|Article|SECTION|Section) [\dIVX]{1,4}\.?) [A-Z"])/g

/** All clauses in order; together they cover every paragraph. Headings alone on a line belong to what follows them. */
export function splitClauses(view: FlatText): ClauseSpan[] {
  const clauses: ClauseSpan[] = []
  let [number, heading]: (string | null)[] = [null, null]
  const starts = clauseStarts(view)
  for (const [index, start] of starts.entries()) {
    const end = trimmedEnd(view.flat, start, starts[index + 1] ?? view.flat.length)
    if (end <= start) continue
    const text = view.flat.slice(start, Math.min(end, start + 240))
    const own = ownNumber(text)
    if (own !== undefined) number = own.number
    const title = headingOf(text.slice(own?.length ?? 0))
    if (own !== undefined || title !== undefined) heading = title ?? null
    const bare = text.replace(/[-_=* ]{3,}/g, ' ').trim()
    if (end - start < 170 && bare.length < 90 && title !== undefined && title.length + (own?.length ?? 0) + 3 >= bare.length) continue
    clauses.push({ number: number ?? null, heading: heading ?? null, start, end })
  }
  return clauses
}

function clauseStarts({ flat, paragraphs }: FlatText): number[] {
  const starts = new Set(paragraphs)
  for (const match of flat.matchAll(inline)) starts.add(match.index + match[0].length)
  const sorted = [...starts].sort((one, other) => one - other)
  // A page that ends in mid-sentence does not end the clause.
  return sorted.filter(
    (start) => start === 0 || !/^[a-z]{2}/.test(flat.slice(start, start + 2)) || paragraphs[paragraphIndex(paragraphs, start)] !== start,
  )
}

function trimmedEnd(flat: string, start: number, end: number): number {
  let last = end
  while (last > start && flat.charCodeAt(last - 1) === 32) last--
  return last
}

function ownNumber(text: string): { number: string; length: number } | undefined {
  const found = numbering.exec(text)
  if (found === null || !isNumber(found)) return undefined
  return {
    number: (found[1] ?? '')
      .replace(/[.:]+$/, '')
      .replace(/^\((.*)\)$/, '($1)')
      .replace(/ /g, ''),
    length: found[0].length,
  }
}

function headingOf(text: string): string | undefined {
  const title = headingBefore.exec(text)?.[1]?.trim()
  return title === undefined ||
    title.length < 3 ||
    title.length > 90 ||
    /^(?:The|This|If|In|Each|Any|All|Upon|For|No|It|To|A|An|By)$/.test(title)
    ? undefined
    : title
}

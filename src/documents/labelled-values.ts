// Values that a document gives beside a label, as cover sheets and order forms do: "Cost centre: 4711", or the next cell of a row.
import { foldFieldName } from '../contracts/fields.ts'

/** `typed` is what stands behind the label; start and end are those of the line. */
export type LabelledValue = { name: string; typed: string; start: number; end: number }

/** Labels with their values stand at the front or nowhere; a long text is not gone through for each of them. */
const mostCharacters = 200_000
const longestValue = 200

/** "2.1 Cost centre: 4711", "Cost centre\t4711", "**Cost centre:** 4711" */
const line = new RegExp(
  `^[ \\t]{0,20}(?:[-*•][ \\t]{1,4}|\\(?\\d{1,3}(?:\\.\\d{1,3}){0,3}[.)]?[ \\t]{1,8})?[*_]{0,2}([\\p{L}\\d][^:\\t\\n*_]{0,60}?)[*_]{0,2}[ ]{0,4}(?::[*_]{0,2}|\\t)[ \\t]{0,20}(\\S[^\\t\\n]{0,${longestValue}})$`,
  'gmu',
)

/** The first line for each name that stands as a label; names are compared as typed fields are. */
export const findLabelled = (text: string, names: ReadonlySet<string>): LabelledValue[] => {
  if (names.size === 0) return []
  const found = new Map<string, LabelledValue>()
  for (const match of text.slice(0, mostCharacters).matchAll(line)) {
    const name = foldFieldName(match[1] ?? '')
    if (!names.has(name) || found.has(name)) continue
    const typed = (match[2] ?? '').trim().replace(/[.;]$/, '')
    found.set(name, { name, typed, start: match.index, end: match.index + match[0].length })
  }
  return [...found.values()]
}

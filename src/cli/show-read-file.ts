// What was read of a file, as a listing for people: each value with the sentence that says it.
import { showClause } from '../contracts/clause-type.ts'
import { showChoice } from '../contracts/fields.ts'
import type { PaymentTerms } from '../documents/fields/finding.ts'
import type { ReadField } from '../documents/fields/read-fields.ts'
import type { ReadFile, UnreadFile } from './read-files.ts'

const longestSentence = 200

/** Several lines: the file, its parties, every field with its evidence, and the clauses whose type is known. */
export function showReadFile(result: ReadFile | UnreadFile): string {
  if ('error' in result) return `${result.file}\n  could not be read: ${result.error}\n`
  const lines = [`${result.file} (${showChoice(result.type)})`]
  for (const { name, aliases } of result.parties) lines.push(`  party: ${name}${aliases.length > 0 ? ` ("${aliases.join('", "')}")` : ''}`)
  for (const field of result.fields) lines.push(...fieldLines(field))
  if (result.fields.length === 0) lines.push('  no fields were found')
  for (const { number, heading, clauseType } of result.clauses) {
    if (clauseType !== null)
      lines.push(`  clause ${[number, heading].filter((part) => part !== null).join(' ') || 'without a number'}: ${showClause(clauseType)}`)
  }
  return `${lines.join('\n')}\n`
}

function fieldLines({ key, value, sure, page, sentence }: ReadField): string[] {
  const words = sentence.replace(/\s+/g, ' ').trim()
  const shown = words.length > longestSentence ? `${words.slice(0, longestSentence)} ...` : words
  return [`  ${key}: ${showValue(value)}${sure ? '' : ' (please check)'}`, `    ${page === null ? '' : `page ${page}: `}"${shown}"`]
}

function showValue(value: ReadField['value']): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.join(', ')
  if ('unit' in value && 'count' in value) return `${value.count} ${value.unit.replace('_', ' ')}${value.count === 1 ? '' : 's'}`
  if ('dayKind' in value) return showPaymentTerms(value)
  return Object.entries(value)
    .filter(([name, part]) => name !== 'present' && part !== null)
    .map(([name, part]) => `${name} ${Array.isArray(part) ? part.join(', ') : part}`)
    .join('; ')
}

/** `30 days from invoice receipt` */
function showPaymentTerms({ days, dayKind, from, redacted }: PaymentTerms): string {
  if (redacted) return 'blacked out'
  if (days === null) return 'in no number of days'
  const start = from === 'other' || from === 'unspecified' ? '' : ` from ${from.replaceAll('_', ' ')}`
  return `${days} ${dayKind === 'business' ? 'business ' : ''}day${days === 1 ? '' : 's'}${start}`
}

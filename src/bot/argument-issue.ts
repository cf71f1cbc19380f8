// What a schema found wrong with an argument, as one plain sentence that names it and says what is allowed.
import type { z } from 'zod'
import { nearest } from './nearest.ts'

type Issue = z.core.$ZodIssue

/** A schema's own message is what it wants, in words: `a time zone such as Europe/Berlin`. */
export const issueSentence = (issue: Issue, typed: unknown): string => {
  const name = `"${String(issue.path[0] ?? 'it')}"`
  const given = typeof typed === 'string' ? `, not "${shorten(typed)}"` : ''
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string'
        ? `${name} has ${lengthOf(typed)} characters; at most ${issue.maximum} fit.`
        : `${name} must be at most ${issue.maximum}${given}.`
    case 'too_small':
      return issue.origin === 'string'
        ? `${name} must have at least ${issue.minimum} character${issue.minimum === 1 ? '' : 's'}.`
        : `${name} must be at least ${issue.minimum}${given}.`
    case 'invalid_value':
      return `${name} must be ${valuesWords(issue)}${given}.${suggestion(issue, typed)}`
    default:
      return `${name} must be ${wanted(issue)}${given}.`
  }
}

const wanted = (issue: Issue): string => {
  if (issue.code === 'invalid_format' && issue.format === 'email') return 'an e-mail address such as lee@acme.example'
  if (issue.code === 'invalid_type') return issue.expected === 'int' ? 'a whole number' : `a ${issue.expected}`
  return issue.message.startsWith('Invalid') ? 'written in another way' : issue.message
}

type InvalidValue = Extract<Issue, { code: 'invalid_value' }>

const isYesNo = (issue: InvalidValue): boolean => (issue as { expected?: string }).expected === 'stringbool'

const valuesWords = (issue: InvalidValue): string => (isYesNo(issue) ? 'yes or no' : `one of ${issue.values.map(String).join(', ')}`)

const suggestion = (issue: InvalidValue, typed: unknown): string => {
  const [near] = typeof typed === 'string' && !isYesNo(issue) ? nearest(typed, issue.values.map(String)) : []
  return near ? ` Did you mean ${near}?` : ''
}

const lengthOf = (typed: unknown): number => (typeof typed === 'string' ? typed.length : 0)
const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

// Reads obligations out of a contract's text: who owes what and by when, each with its sentence. Few and right rather than all.
import type { ProposedObligation } from '../../contracts/obligation.ts'
import { type ClauseSpan, splitClauses } from '../clauses/split.ts'
import type { DocumentPage, ParagraphNumber } from '../document.ts'
import { type FlatText, flatten, type Span, sentenceAround } from '../fields/flat-text.ts'
import { findParties, type Party } from '../fields/parties.ts'
import { pageOf } from '../page-of.ts'
import { type Due, dueIn } from './due.ts'
import { type Owing, owingIn } from './owing.ts'

/** Obligations of a text; `pages` and `numbers` are what its file says about places in it. */
export function readObligations(
  text: string,
  pages: readonly DocumentPage[] = [],
  numbers: readonly ParagraphNumber[] = [],
): ProposedObligation[] {
  const view = flatten(text)
  const parties = findParties(view)
  const found = splitClauses(view, numbers).flatMap((clause) => clauseObligations(view, clause, parties, pages))
  const seen = new Set<string>()
  return found.filter(({ owes, what, due }) => {
    const key = `${owes} ${what} ${due}`
    return seen.has(key) ? false : seen.add(key)
  })
}

const shortest = 40
const longest = 1_200

function clauseObligations(
  view: FlatText,
  clause: ClauseSpan,
  parties: readonly Party[],
  pages: readonly DocumentPage[],
): ProposedObligation[] {
  const found: ProposedObligation[] = []
  for (let place = clause.start; place < clause.end; ) {
    const around = sentenceAround(view, place)
    const sentence = { start: Math.max(clause.start, around.start), end: Math.min(clause.end, around.end) }
    const obligation = sentence.end - sentence.start < longest ? obligationIn(view, sentence, parties) : undefined
    if (obligation !== undefined) found.push({ ...obligation, ...clauseOf(clause), ...placeOf(view, sentence, pages) })
    place = Math.max(sentence.end, place) + 1
  }
  return found
}

type Commitment = Pick<ProposedObligation, 'owes' | 'what' | 'recurrence' | 'dueOn' | 'due' | 'sure'>

function obligationIn(view: FlatText, { start, end }: Span, parties: readonly Party[]): Commitment | undefined {
  const sentence = view.flat.slice(start, end)
  const owing = sentence.length < shortest ? undefined : owingIn(sentence, parties)
  if (owing === undefined) return undefined
  const due = dueIn(view.lower.slice(start, end), owing.opening)
  const what = whatOf(sentence, owing, due)
  if (!isPhrase(what) || !isWorthKeeping(what, due, owing)) return undefined
  return {
    owes: owing.owes,
    what,
    recurrence: due.recurrence,
    ...(due.day === undefined ? {} : { dueOn: due.day }),
    ...(due.words === undefined ? {} : { due: wordsOf(sentence.slice(due.start, due.end)) }),
    sure:
      owing.isKnown &&
      owing.isStart &&
      !isLoose.test(sentence) &&
      (due.start > owing.verb + 12 || due.words === undefined) &&
      (due.words !== undefined || due.recurrence !== 'once'),
  }
}

/** What weakens a duty, or gives a choice. */
const isLoose =
  /\b(?:may|if|unless|except|reasonable efforts|best efforts|subject to|to the extent|should|where|as applicable|upon request|(?:later|earlier|greater|lesser) of|following)\b/i
const lasting =
  /\b(?:insurance|coverage|delete|destroy|return(?:s|ed)? (?:all|any|the)|minimum|at least \S*\d|not less than|no less than|uptime|service level|9\d(?:\.\d+)? ?%)/i

/** A time, a rhythm, or one of the kinds of duty that run all along: insurance, deletion, minimums, service levels. */
function isWorthKeeping(what: string, due: Due, { isConditional }: Owing): boolean {
  if (due.words !== undefined) return true
  return !isConditional && (due.recurrence !== 'once' || lasting.test(what))
}

const cut =
  /;|: |, (?:provided|unless|except|which|whereupon|failing|and (?:shall|will|the|any|if))\b| \((?:i|a|1)\)| provided(?:,| that)| unless | except /
const longestWhat = 200

/** The duty in the sentence's own words up to its time, without what hangs on it. */
function whatOf(sentence: string, { verb }: Owing, due: Due): string {
  const until = sentence.slice(verb, Math.max(verb, due.start)).trim()
  const rest = due.end > verb ? sentence.slice(Math.max(verb, due.end)) : sentence.slice(verb)
  const whole = isPhrase(until) ? until : `${until} ${rest.trim()}`
  const end = cut.exec(whole)?.index ?? whole.length
  return wordsOf(shortened(whole.slice(0, end)))
}

const isPhrase = (words: string): boolean => words.split(' ').length >= 2

function shortened(words: string): string {
  if (words.length <= longestWhat) return words
  return words.slice(0, words.lastIndexOf(' ', longestWhat))
}

const wordsOf = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/ ([,.])/g, '$1')
    .replace(
      /(?:[\s,.:;-]|\b(?:and|or|in|the|of|to|a|by|on|with|for|prior to the (?:later|earlier)|the (?:later|earlier|greater|lesser)|upon|at))+$/i,
      '',
    )
    .trim()

function clauseOf({ number, heading }: ClauseSpan): { clause?: string } {
  const clause = number ?? heading?.slice(0, 80)
  return clause === undefined ? {} : { clause }
}

function placeOf({ at, original }: FlatText, sentence: Span, pages: readonly DocumentPage[]) {
  const [start, end] = [at[sentence.start] ?? 0, (at[sentence.end - 1] ?? 0) + 1]
  return { page: pageOf(pages, start), sentence: original.slice(start, end), start, end }
}

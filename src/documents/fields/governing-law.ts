// Governing law: the places whose laws an agreement says that it is governed by or construed under.
import { placesOf } from './anchors.ts'
import type { FindingOf } from './finding.ts'
import { type FlatText, sentenceAround } from './flat-text.ts'
import { placeLawPattern, placeName, placePattern } from './jurisdictions.ts'
import { points, type Sign } from './signs.ts'

const federal = new Set(['United States of America', 'United States', 'Canada', 'Australia'])

type Found = { names: string[]; start: number; end: number; score: number }

/** The law chosen by the clearest sentence, or nothing. */
export function findGoverningLaw(view: FlatText): FindingOf<'governingLaw'> | undefined {
  let best: Found | undefined
  let seenUntil = -1
  for (const place of placesOf(view, 'law')) {
    if (place < seenUntil) continue
    const { start, end } = sentenceAround(view, place)
    seenUntil = end
    const found = lawOf(view.lower, start, end)
    if (found !== undefined && weightOf(found) > (best === undefined ? 0 : weightOf(best))) best = found
  }
  best ??= headedLaw(view)
  if (best === undefined) return undefined
  return { key: 'governingLaw', value: best.names, sure: best.score >= 4, start: best.start, end: best.end }
}

/** The law of a nation is often named for one thing only, beside that of a state for all others. */
const weightOf = ({ names, score }: Found): number => (names.every((name) => federal.has(name)) ? Math.min(score, 0.5) : score)

const chooses =
  /govern|constru|proper law|judged|settled|interpret|enforc|subject to|determin|resolved|in accordance with|under|according to|appl(?:y|ies|ied|icable)|pursuant to|disput|controvers|control|prevail|jurisdiction/
const elsewhere =
  /(?:organi[sz]ed|incorporated|existing|qualified|formed|registered|laws and regulations|comply|compliance|securities|export|bankruptcy|tax|patent|copyright|trademark|privacy|antitrust|labor|employment|unsolicited) [a-z ,/]{0,40}$/
const agreement =
  /\b(?:agreement|contract|amendment|addendum|terms|letter|order|statement of work|licen[cs]e|lease|guarant[ye]e?|instrument|document|deed|validity)\b/

function lawOf(lower: string, start: number, end: number): Found | undefined {
  const sentence = lower.slice(start, end)
  if (!chooses.test(sentence) || /\bnot (?:be )?governed by\b/.test(sentence)) return undefined
  const hasLaw = /\blaws?\b|statutes|legislation/.test(sentence)
  const score = scoreOf(sentence) - (hasLaw ? 0 : 1)
  if (score <= 0) return undefined
  const names = hasLaw ? namesIn(sentence) : lawlessNames(sentence)
  return names.length === 0 ? undefined : { names, start, end, score }
}

/** Some say "shall be governed by the State of Ohio". */
function lawlessNames(sentence: string): string[] {
  const names: string[] = []
  const governed = /(?:governed|construed|interpreted) (?:by|under|in accordance with|according to) .{0,70}/.exec(sentence)
  if (governed !== null) collect(governed[0], names)
  if (names.length === 0 && sentence.length < 400) collectOnly(sentence, names)
  return names
}

/** "GOVERNING LAW. Ohio", "Governing Law: State of Ohio": a heading and a place. */
const headed =
  /(?:governing law|choice of law|applicable law|law applicable)(?: and [a-z ]{4,30})?"?[ .:;-]{1,6}(?:the |laws? of |state of |commonwealth of |province of |republic of |parties choose |this |agreement |contract |is |shall be )*$|^law ?: (?:the laws? of )?$/

function headedLaw(view: FlatText): Found | undefined {
  for (const place of placesOf(view, 'law')) {
    const window = view.lower.slice(place, place + 120)
    const [match] = window.matchAll(placePattern)
    if (match === undefined || !headed.test(window.slice(0, match.index))) continue
    const line = /^[^.;]*/.exec(window.slice(match.index))?.[0] ?? ''
    const names: string[] = []
    collect(line, names)
    return { names, start: place, end: place + match.index + line.length, score: 2 }
  }
  return undefined
}

const signs: readonly Sign[] = [
  [/govern(?:ed|s)?\b|governing law|proper law/, 2],
  [/applicable law ?[:.]/, 2],
  [/constru|interpret/, 1],
  [/\blaws? of .{0,40} appl(?:y|ies)\.?$/, 2],
  [agreement, 1],
  [/conflicts?[ -]of[ -]laws?|choice[ -]of[ -]law|internal laws|substantive law|shall govern|(?:be|is|are) (?:exclusively )?governed/, 1],
  [
    /enforced|subject to|determined|judged|settled|appl(?:y|ies) to this|(?:shall|will) (?:[a-z]+ly )?apply|law applies|made under|according to|disput|controvers|controls?\b|controll|prevail|jurisdiction/,
    1,
  ],
]

/** Words without which a law is hardly chosen. */
const choices: readonly RegExp[] = [
  /govern|constru|interpret|choice of law|proper law|applicable law|disput|controvers|control|prevail|jurisdiction/,
  /laws? .{0,60}(?:shall|will) (?:[a-z]+ly )?apply/,
  /laws? (?:of .{0,60} )?appl(?:y|ies) to (?:this|the) /,
  /laws? of .{0,40} appl(?:y|ies)\.?$/,
  /(?:judged|determined|settled|resolved) (?:in accordance with|under|by|according to|pursuant to),? the (?:[a-z]+ )?laws?/,
  /(?:judged|determined|settled|resolved) (?:by|under) [a-z ]{2,24} laws?\b/,
  /appl(?:y|ies) (?:the )?(?:substantive |internal )?(?:laws? of|[a-z]+ law)\b/,
  /\blaws? (?:(?:shall|will) )?(?:[a-z]+ly )?appl(?:y|ies)\b/,
  /(?:subject to|under|by|enforced .{0,40}) the laws? of/,
  /subject to [a-z ]{2,24} laws?\b/,
]

/** Another paper whose law is told: "the Stock Option Agreement, which is governed by Delaware law". */
const otherPaper =
  /\b(?:(?:original|prior|previous|existing|mutual|stock|option|share|loan|credit|escrow|end[- ]user|purchase|merger|employment|separate|underlying|lease|guarantee|non-disclosure|confidentiality) (?:[a-z-]+ ){0,4}(?:agreement|terms|contract|note|plan)|agreement with [^.;]{0,60} dated)\b/
const ownPaper =
  /\bthis (?:[a-z-]+ ){0,6}(?:agreement|contract|amendment|addendum|terms|letter|order|licen[cs]e|lease|guarant[ye]e?|instrument|document|deed)\b|\b(?:hereof|hereunder|hereto)\b/

function scoreOf(sentence: string): number {
  let score = points(signs, sentence)
  if (otherPaper.test(sentence) && !ownPaper.test(sentence)) score -= 5
  if (!choices.some((choice) => choice.test(sentence))) score -= 2
  const isFounding = /organi[sz]ed|incorporated|duly|validly existing|good standing/.test(sentence)
  if (isFounding && !/conflict|govern(?:ed|s)? (?:by|under)|construed/.test(sentence)) score -= 4
  return score
}

/** Names that follow "law(s) of" or stand before "law"; the nation only where no state of it is named. */
function namesIn(sentence: string): string[] {
  const names: string[] = []
  const window = afterLaw(sentence)
  if (window !== undefined) collect(window, names)
  if (names.length === 0) for (const match of sentence.matchAll(placeLawPattern)) add(names, placeName(match[1] ?? ''))
  if (names.length === 0 && /laws? (?:there|here)of|(?:said|such|that) (?:state|jurisdiction|province|country)/.test(sentence))
    collect(sentence, names)
  if (names.length === 0) collectOnly(sentence, names)
  const states = names.filter((name) => !federal.has(name))
  return states.length > 0 ? states : names
}

/** Where the only place that a sentence names stands for its law: "governed by the laws applicable to contracts made in Ohio". */
function collectOnly(sentence: string, names: string[]): void {
  const all: string[] = []
  collect(sentence.replace(/(?:courts?|venue|jurisdiction|arbitration) (?:located )?(?:of|in) .{0,80}/g, ''), all)
  if (all.length === 1 || (all.length > 0 && /laws? (?:shall|will) govern/.test(sentence))) add(names, all[0] ?? '')
}

/** What follows the first "law" that a place can belong to, up to where another thought begins. */
function afterLaw(sentence: string): string | undefined {
  for (const match of sentence.matchAll(/\blaws?\b|\bstatutes\b|\bdecisions of the courts\b/g)) {
    if (elsewhere.test(sentence.slice(Math.max(0, match.index - 60), match.index))) continue
    const rest = sentence
      .slice(match.index, match.index + 220)
      .replace(/^(laws?) and (?:the )?(?:exclusive )?jurisdiction of (?:the courts of )?/, '$1 of ')
    const stop =
      /without|exclu|except|regardless|regard to|irrespective|notwithstanding|jurisdiction of|courts of|venue|arbitrat|submit|conflicts?[ -]of|giving effect|;| as such | applicable to |\bany other\b/.exec(
        rest.slice(5),
      )
    const window = stop === null ? rest : rest.slice(0, stop.index + 5)
    placePattern.lastIndex = 0
    if (placePattern.test(window)) {
      placePattern.lastIndex = 0
      return window
    }
    placePattern.lastIndex = 0
    const past =
      /^laws? ?\([^)]{0,120}\) ?(?:and decisions )?(?:of|in) .{0,80}|^laws?,? (?:and|but) not the laws? of conflicts?(?: of laws?)?,? (?:of|in) .{0,80}|^laws?,? (?:without|exclu|except)[^.]{0,120}?,? (?:of|in) (?:the )?(?:state|province|commonwealth) of .{0,40}/.exec(
        rest,
      )
    if (past !== null && placePattern.test(past[0])) return past[0]
  }
  return undefined
}

function collect(window: string, names: string[]): void {
  for (const match of window.matchAll(placePattern)) add(names, placeName(match[2] ?? '', match[1]))
}

function add(names: string[], name: string): void {
  if (!names.includes(name)) names.push(name)
}

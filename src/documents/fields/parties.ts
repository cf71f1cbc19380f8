// The parties: the names in an agreement's opening with what they are called from there on, otherwise those that sign.
import { definedNames, inFull } from './defined-names.ts'
import type { FlatText } from './flat-text.ts'
import { occurrences } from './occurrences.ts'
import { cutName, hasLegalForm, isName, legalForm } from './party-name.ts'
import { findSigners } from './signers.ts'
import { points, type Sign } from './signs.ts'

export type Party = { name: string; aliases: string[] }

const openingEnd = 30_000

/** All parties in the order of the text; empty when no opening and no signatures were understood. */
export function findParties(view: FlatText): Party[] {
  let opening: Party[] = []
  const defined = definedNames(view)
  for (const region of openingRegions(view)) {
    const parties = partiesIn(region)
    if (parties.length >= 2 && parties.some(({ name }) => hasLegalForm(name))) return inFull(parties, defined)
    if (parties.length > opening.length) opening = parties
  }
  const labelled = labelledParties(view)
  if (labelled.length >= 2) return labelled
  const isOpening = defined.length < 2 || opening.some(({ name }) => hasLegalForm(name))
  const named = isOpening ? merged(inFull(opening, defined), defined) : defined
  if (named.length >= 2) return named
  const signers = findSigners(view)
  return signers.length > named.length ? merged(named, signers) : named
}

function merged(first: Party[], second: Party[]): Party[] {
  return [...first, ...second.filter((party) => !first.some((known) => isSame(known, party)))]
}

function isSame(one: Party, other: Party): boolean {
  const [short, long] = [one.name.toLowerCase(), other.name.toLowerCase()].sort((left, right) => left.length - right.length)
  return long?.startsWith(short ?? '') === true || one.aliases.some((alias) => other.aliases.includes(alias))
}

const beforeSigns: readonly Sign[] = [
  [/\bthis\b/, 1],
  [/agreement|contract|amendment|addendum|lease|licen[cs]e|deed|memorandum|order|letter|undertaking|confirmation/, 1],
  [/made|entered|dated|effective|executed|by and $|day of/, 2],
  [
    /(?:relationship|difference|conflict|discrepancy|distinction|communications?|negotiations?|dispute|understanding|balance|correspondence|exist|agreed|allocat|prior|inconsistency|agreement of any kind) [a-z ]{0,20}$/,
    -3,
  ],
  [
    /^(?!.*\b(?:this|made|entered)\b).*(?:pursuant to|under|described in|set forth in|defined in|part(?:y|ies) to|terms of) (?:an?|the|that|certain)\b/,
    -4,
  ],
]
const afterSigns: readonly Sign[] = [
  [/\((?:[^()"]{0,40})"[^"]{1,40}"/, 2],
  [
    /^.{0,400}\b(?:Inc|LLC|L\.L\.C|Ltd|Limited|Corp|Corporation|INC|LTD|CORP|CORPORATION|LIMITED|GmbH|S\.A|L\.P|LP|AG|plc|Company|COMPANY|University)\b/,
    2,
  ],
]
const openings = [
  'between',
  'among',
  'the following parties',
  'parties:',
  'parties (1)',
  'parties 1.',
  'parties hereto are',
  'entered into by',
  'made by',
]
const leastScore = 1
const mostRegions = 4

/** What stands between "between" and the recitals, in the places that look most like an opening, best first. */
function openingRegions({ flat, lower }: FlatText): string[] {
  return occurrences(lower.slice(0, openingEnd), openings, { most: 25 })
    .map((start) => ({
      start,
      score:
        points(beforeSigns, lower.slice(Math.max(0, start - 260), start)) +
        points(afterSigns, flat.slice(start, start + 900)) -
        start / 8000,
    }))
    .filter(({ score }) => score > leastScore)
    .sort((one, other) => other.score - one.score)
    .slice(0, mostRegions)
    .map(({ start }) => cutRegion(flat.slice(start, start + 3500)))
}

const regionEnd =
  /\b(?:WITNESSETH|W I T N E S S E T H|RECITALS?|WHEREAS|Whereas|Recitals?:?|BACKGROUND|Background|PRELIMINARY STATEMENTS?|NOW,? THEREFORE|Now,? therefore|INTRODUCTION|ARTICLE (?:I|1|ONE)\b|DEFINITIONS|STATEMENT OF)|\((?:each|Each|individually|collectively|together|hereinafter collectively)[^()]{0,80}(?:"Part(?:y|ies)"|a "Party")|\bfor good and valuable|in consideration of|(?:hereby|mutually) agree|agree as follows|is made (?:and|with)|sets forth|provides (?:the )?terms|relating to|with respect to|concerning the|pursuant to which|. (?:Upon|The parties|Each of|This|These|In this|As used|Any|For purposes)\b/

function cutRegion(region: string): string {
  const after = region
    .slice(region.search(/between|among|parties|by/i))
    .replace(/^(?:between|among|the following parties|parties:|parties(?= \(1\)| 1\.)|parties hereto are|by):?/i, '')
  const start = /^(?:,? (?:by and )?(?:between|among))?[ :,]*/i.exec(after)?.[0].length ?? 0
  const rest = after.slice(start)
  const end = regionEnd.exec(rest)
  return end === null ? rest.slice(0, 2000) : rest.slice(0, end.index)
}

const definition =
  /\((?:[^()"]|\([^()"]{0,60}\)){0,200}"[^"()]{1,60}"(?:[^()]|\([^()]{0,60}\)){0,160}\)|,? (?:hereinafter|hereafter|herein)[^"().]{0,50}"[^"()]{1,50}"|\((?:the )?'[^'()]{1,50}'\)|(?<=[a-zA-Z.,] )"[^"()]{1,40}"(?=[,; ])/g

/** Each definition in quotes closes one party; what no definition closes is split at "and". */
function partiesIn(region: string): Party[] {
  const parties: Party[] = []
  let from = 0
  for (const match of region.matchAll(definition)) {
    const chunk = region.slice(from, match.index)
    from = match.index + match[0].length
    const aliases = [...match[0].matchAll(/"([^"]{1,60})"|\('([^']{1,50})'/g)].map(([, alias, other]) =>
      (alias ?? other ?? '').replace(/[,.]$/, '').trim(),
    )
    // Behind two parties a full stop, or a name for both of them, ends the opening.
    if (parties.length >= 2 && (/^ ?\. /.test(chunk) || aliases.every((alias) => /^(?:the )?part(?:y|ies)$/i.test(alias)))) return parties
    addParties(parties, chunk, aliases)
    if (parties.length >= 30) break
  }
  const rest = region.slice(from)
  if (parties.length < 2 || /^[ ,;]*and (?!its|the part)/i.test(rest)) addParties(parties, rest, [])
  return parties
}

const anyForm = new RegExp(`[ ,.]${legalForm}\\b`)

/** The names in a chunk; the definition belongs to the last of them. */
function addParties(parties: Party[], chunk: string, aliases: string[]): void {
  const names = namesIn(chunk)
  if (names.length === 0) {
    const last = parties.at(-1)
    if (last !== undefined && chunk.length < 250 && !anyForm.test(chunk))
      for (const alias of aliases) if (!last.aliases.includes(alias)) last.aliases.push(alias)
    return
  }
  for (const [index, name] of names.entries()) {
    if (parties.some((party) => party.name.toLowerCase() === name.toLowerCase())) continue
    parties.push({ name, aliases: index === names.length - 1 ? aliases : [] })
  }
}

const connector =
  /^(?:[\s,;:.&-]|and\b|AND\b|between\b|among\b|BETWEEN\b|AMONG\b|BY\b|\([\dai]{1,3}\)|[\dA-C]{1,2}[.)] |\(?\d\)|on the (?:one|other) (?:hand|part)|of the (?:one|first|other|second|third) part|OF THE (?:ONE|FIRST|OTHER|SECOND|THIRD) PART|by\b|the (?=[A-Z])|solely for (?:the )?(?:limited )?purposes? of [^,]{0,60},|(?:THE |The )?[A-Z][A-Za-z]{3,14}: |Party [A-C][: ]|the party of the \w+ part)+/

const person = "[A-Z][\\w\u00c0-\u00ff.'-]*(?: [A-Z][\\w\u00c0-\u00ff.'-]*){1,3}"
const twoPeople = new RegExp(`^(${person}),? (?:and|AND) (${person})$`)
const noPerson =
  /\b(?:Company|Bank|Group|Fund|Funds|Trust|Partners|Associates|Foundation|University|Holdings|Brothers|Sons|Society|Institute)\b/i
const eachOf = /^[ ,;]*(?:and |AND )?each of (?=[A-Z])/

/** "John and Jane Roe" stay together, "John Roe and Jane Roe" are two. */
const apart = (name: string): string[] => {
  const match = hasLegalForm(name) || noPerson.test(name) ? null : twoPeople.exec(name)
  return match === null ? [name] : [match[1] ?? '', match[2] ?? '']
}

const namesIn = (chunk: string): string[] =>
  eachOf.test(chunk)
    ? chunk
        .replace(eachOf, '')
        .split(/,? (?:and|AND) (?:the )?|, /)
        .map((name) => name.trim())
        .filter((name) => name.includes(' ') && isName(name))
    : namesInTurn(chunk).flatMap(apart)

function namesInTurn(chunk: string): string[] {
  const names: string[] = []
  let rest = chunk
  for (let step = 0; step < 4; step++) {
    rest = rest.replace(connector, '')
    if (rest.length < 3) break
    const name = cutName(rest)
    const found = isName(name)
    if (found) names.push(name)
    else if (step > 0) break
    const next = nextName(found ? rest.slice(name.length) : rest)
    if (next === undefined) break
    rest = next
  }
  return names
}

const anotherBehindForm = new RegExp(
  `\\b(?:and|AND|And)[:,]? (?:between )?(?=(?:\\(?[\\d]{1,2}[.)] ?)?(?:[A-Z0-9][\\w\\u00c0-\\u00ff.&'/()-]*,? (?:of |and |& |de |the )?){1,8}${legalForm}\\b)`,
)
const listed = new RegExp(`^,? (?=(?:[A-Z0-9][\\w\\u00c0-\\u00ff.&'/()-]* (?:of |and |& )?){1,6}${legalForm}\\b)`)
const anotherAtOnce = /^\.?,? (?:and|AND) (?=[A-Z])/
const anotherBehindDescription =
  /(?:[,;)]|\b(?:corporation|company|partnership|trust|individual|Inc\.|LLC|L\.P\.|Ltd\.?|Corp\.?|\d{5}|[A-Z]{2}|hand|part)) (?:and|AND)[:,]? (?=(?:[A-Z]|[a-z]+\.com))/

/** Behind a description, "and" before a name begins another party. */
function nextName(rest: string): string | undefined {
  const text = rest.slice(0, 700)
  const matches = [anotherAtOnce.exec(text), listed.exec(text), anotherBehindForm.exec(text), anotherBehindDescription.exec(text)].filter(
    (match) => match !== null,
  )
  const first = matches.sort((one, other) => one.index + one[0].length - (other.index + other[0].length))[0]
  return first === undefined ? undefined : rest.slice(first.index + first[0].length)
}

const roles = 'Customer|Provider|Supplier|Vendor|Client|Buyer|Seller|Purchaser|Licensor|Licensee|Contractor|Distributor|Landlord|Tenant'
const roleLabel = new RegExp(
  `\\b(${roles})(?: Name| Legal Name)?: ((?:[A-Z0-9][\\w.&'()-]*,? (?:of |and |& )?){1,7}?${legalForm}\\b\\.?(?:,? ${legalForm}\\b\\.?)?)`,
  'g',
)
const label =
  /\b(?:Party|PARTY) (?:A|B|C|1|2|3|I|II)(?: ?\([^)]{1,30}\))? ?: ?([^:]{3,90}?)(?= (?:Address|Add|Legal|Registered|Party|PARTY|Represent|Tel|Contact|Business|Domicile|Residence|\((?![A-Z][a-z]+\) )|[A-Z][a-z]+:)|[;:])/g

/** "Party A (Shipper): Name Address: ...", "Customer: Name". */
function labelledParties({ flat }: FlatText): Party[] {
  const parties: Party[] = []
  for (const match of flat.slice(0, 6000).matchAll(label)) {
    const name = cutName(match[1] ?? '')
    const alias = /^[A-Za-z]+ [A-Z\d]+/.exec(match[0])?.[0] ?? ''
    if (isName(name) && !parties.some((party) => party.name === name)) parties.push({ name, aliases: [alias] })
  }
  if (parties.length >= 2) return parties
  for (const match of flat.slice(0, 3000).matchAll(roleLabel)) {
    const name = match[2] ?? ''
    if (!parties.some((party) => party.name === name)) parties.push({ name, aliases: [match[1] ?? ''] })
  }
  return parties
}

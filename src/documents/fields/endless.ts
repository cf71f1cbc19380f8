// Terms without an end: said to be perpetual or indefinite, or ended by nothing but termination.

const notLicence = '(?![, ]+(?:[a-z-]+[, ]+){0,6}(?:licen[cs]e|right|easement|sublicen))'
const forEver = `(?:perpetual(?:ly)?\\b|in perpetuity|indefinite|unlimited (?:in (?:time|duration)|duration|term|period))(?! period thereafter)${notLicence}`
const perpetual = new RegExp(
  `(?:term|agreement|contract|effect|force|continue|valid|endur|remain)[a-z]{0,3}[^.;]{0,80}${forEver}|\\bbe (?:made |granted )?in perpetuity\\b|without limit of time|no (?:fixed|stated|definite|set) (?:term|duration)|no expiration date|evergreen|continuing in nature`,
)
/** What says it of the whole agreement and not of one of its licences or duties. */
export const endlessAgreement = new RegExp(
  `(?<!during |throughout |of )\\b(?:this|the|such) (?:[a-z-]+ ){0,4}(?:agreement|contract|term|duration)\\b[^.;]{0,90}\\b(?:is|are|be|for|of|has|have|an?|continue|continuous|remain|effect|force)(?: in| and| an?| for| full| the| made| concluded| valid| term| continue)* ?,? ?${forEver}`,
)
const stays = '(?:continu|remain|stay|endure|last|term|effective|valid|in (?:full )?(?:force|effect)|\\bbe\\b)'
const ended = '(?:terminat|cancel|dissol|rescind)'
const untilTerminated = new RegExp(
  `${stays}[^.;]{0,110}\\b(?:until|unless)\\b[^.;]{0,60}${ended}|\\bends? (?:only )?(?:upon|when) (?:its )?terminat`,
)
const unlessTerminated = new RegExp(
  `^[^.;]{0,60}unless[^.;]{0,120}${ended}[^.;]{0,120}(?:agreement|contract)[^.;]{0,10} (?:shall|will) (?:continue|remain|stay) (?:to be )?in (?:full )?(?:force|effect)[^.;]{0,30}\\.?$`,
)
const tillAllEnd =
  /(?:until|ending|end on|upon) [^.;]{0,40}(?:(?:expiration|expiry|termination) (?:or|and|and\/or) (?:expiration|termination) of (?:all|the last)|all [^.;]{0,60}(?:have (?:expired|been terminated)|expire|are terminated))/
/** An event that ends the term before or beside a termination. */
const tillEvent =
  /\bco-?terminous|\bends? (?:on|upon) the (?:date|day) on which the last|\bends? (?:on|upon) (?:the )?(?:expir|last|later|completion)|for the (?:duration|term|life) of|so long as|as long as|longer of|later of|latest of|country-by-country|until (?:the |its |such |full |final )*(?:closing|completion|completed|date|end of|expir(?!ation or|y or|ation and)|consummat|payment|sale|performance|earlier|later|last|first|occurrence|delivery|paid)/

/** "Until the End Date, unless earlier terminated": a day or a period that another place tells. */
const tillNamed =
  /\b(?:until|till|through|throughout|to) (?:and including )?(?:the )?(?:(?:end|last day|close|expiration|expiry|completion) of )?(?:the |its |such |said )?"?(?!(?:effective|termination) date)(?:[a-z-]+ ){0,3}(?:date|period|day|season|phase)\b(?! (?:of|on which|that|when|upon which)[^.;]{0,40} terminat)/

export type Endlessness = 'said' | 'said-of-a-part' | 'until-terminated'

/** How a sentence says that a term has no end; nothing where it names an event. */
export function endlessness(sentence: string): Endlessness | undefined {
  if (perpetual.test(sentence))
    return endlessAgreement.test(sentence) && !/licen[cs]e/.test(sentence.slice(0, 60)) ? 'said' : 'said-of-a-part'
  if (tillAllEnd.test(sentence)) return 'until-terminated'
  if (tillEvent.test(sentence) || tillNamed.test(sentence)) return undefined
  return untilTerminated.test(sentence) || unlessTerminated.test(sentence) ? 'until-terminated' : undefined
}

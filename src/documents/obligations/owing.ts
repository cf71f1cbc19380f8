// Who owes what: the party that a sentence puts under a duty, and the words that say what it has to do.
import type { Party } from '../fields/parties.ts'

/** Places in the sentence: `verb` is where the duty's own verb begins, `opening` where a condition before it ends. */
export type Owing = { owes: string; verb: number; opening: number; isKnown: boolean; isConditional: boolean; isStart: boolean }

const roles =
  'Supplier|Customer|Provider|Licensee|Licensor|Distributor|Company|Contractor|Buyer|Seller|Purchaser|Vendor|Client|Consultant|Franchisee|Franchisor|Manufacturer|Reseller|Agent|Owner|Operator|Lessee|Lessor|Tenant|Landlord|Processor|Controller|Sponsor|Publisher|Developer|Partner|Subscriber|Borrower|Lender|Service Provider|Subcontractor|Business Associate|Covered Entity|Party [A-Z]|Recipient|Receiving Party|Disclosing Party|Discloser|Carrier|Shipper|Affiliate|Merchant|Producer|Administrator|Advertiser|Employer|Institution|Hospital|University'
const everyone = /^(?:each|either|both|the|neither)(?: of the)? part(?:y|ies)/i
const duty =
  / (?:shall|will|must|agrees? to|agrees? that it (?:shall|will)|is (?:required|obligated|obliged) to|undertakes? to|covenants? to|commits? to)(?: (?:also|then|promptly|thereafter|at its (?:own |sole )?(?:cost|expense)(?: and expense)?|use (?:commercially )?reasonable efforts to|each|jointly|immediately|in good faith))* (?!not\b|never\b|have\b|be\b|mean\b|include\b|constitute\b|survive\b|apply\b|remain\b|govern\b|bind\b|inure\b)([a-z-]+)/g
/** Duties that somebody can be reminded of; what is only to be refrained from or believed is none. */
const acts = new Set(
  'pay remit reimburse deliver provide submit furnish send report notify give maintain procure obtain carry delete return destroy purchase order retain keep respond complete perform meet renew credit refund invoice prepare issue make supply ship install conduct hold review update transfer spend certify disclose inform allow permit grant appoint participate attend pay-over forward render account deposit contribute buy take'.split(
    ' ',
  ),
)
const leads =
  /^(?:(?:within|on or before|no later than|not later than|by|upon|following|after|during|at the end of|each|every|prior to|before|for|throughout|as soon as|commencing|beginning|from|on|at least|in addition|thereafter|at (?:its|the)) ?[^;]{0,180}?, ?)/i
const conditions = /^(?:if|in the event|should|where|unless|in case|when|to the extent|subject to|except)\b[^;]{0,260}?, ?(?:then )?/i
const label = /^(?:(?:[A-Z][\w,&'/-]*|and|of|to|the|for|or|in|with) ?){1,8}[.:] +/
const number = /^(?:(?:ARTICLE|Article|SECTION|Section) )?\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|[ivx]{1,4}|[A-Z])[.):]{0,2} +/

/** The first duty of a sentence, if its subject is a party or the name of a role. */
export function owingIn(sentence: string, parties: readonly Party[]): Owing | undefined {
  for (const match of sentence.matchAll(duty)) {
    const act = match[1] ?? ''
    if (!acts.has(act)) continue
    const before = sentence.slice(0, match.index)
    const opening = leadLength(before)
    const subject = subjectOf(before.slice(opening.length), parties)
    if (subject === undefined) return undefined
    const verb = match.index + match[0].length - act.length
    return {
      ...subject,
      verb,
      opening: opening.isConditional ? opening.length : 0,
      isConditional: opening.isConditional,
      isStart: opening.isPlain,
    }
  }
  return undefined
}

/** How much stands before the subject: a number, a heading, a time, a condition. */
function leadLength(before: string): { length: number; isConditional: boolean; isPlain: boolean } {
  let [rest, isConditional, isPlain] = [before, false, true]
  for (const opening of [number, label, number]) rest = rest.replace(opening, '')
  for (let step = 0; step < 2; step++) {
    const condition = conditions.exec(rest)?.[0]
    const time = condition === undefined ? leads.exec(rest)?.[0] : undefined
    isConditional ||= condition !== undefined
    isPlain &&= condition === undefined && time === undefined
    rest = rest.slice((condition ?? time ?? '').length)
  }
  return { length: before.length - rest.length, isConditional, isPlain }
}

const role = new RegExp(`^(?:the |each |The |Each )?(${roles})(?:'s)?(?: and (?:the )?(?:${roles}))?$`)

function subjectOf(words: string, parties: readonly Party[]): Pick<Owing, 'owes' | 'isKnown'> | undefined {
  const subject = words.trim().replace(/,$/, '')
  const plain = subject.replace(/^the /i, '')
  if (everyone.test(subject) && subject.length < 24) return { owes: capitalized(subject), isKnown: !/^neither/i.test(subject) }
  const known = parties.some(({ name, aliases }) => name === plain || aliases.some((alias) => alias.toLowerCase() === plain.toLowerCase()))
  if (known) return { owes: plain, isKnown: true }
  return role.test(subject) ? { owes: plain, isKnown: true } : undefined
}

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

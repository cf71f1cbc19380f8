// The name of a party: where it ends in running text, and whether words can be one.

/** Legal forms as they end a company's name. */
export const legalForm =
  '(?:Inc|INC|inc|llc|ltd|Pte|PTE|Sdn\\.? Bhd|SDN\\.? BHD|Sdn|Bhd|BHD|Berhad|BERHAD|Pvt|Private|Incorporated|INCORPORATED|L\\.? ?L\\.? ?C|LLC|Llc|Ltd|LTD|Limited|LIMITED|L\\.? ?P|LP|LLP|L\\.L\\.P|Corp|CORP|Corporation|CORPORATION|N\\.? ?A|S\\.? ?[pP]\\.? ?A|S\\.? ?[rR]\\.? ?[lL]|S\\.? ?[\u00e0\u00c0] ?[rR]\\.? ?[lL]|S\\.? ?A\\.? ?S|S\\.? ?A|Co|CO|Company|COMPANY|PLC|plc|Plc|P\\.? ?C|GmbH|GMBH|N\\.? ?V|B\\.? ?V|Pty|PTY|AG|SE|KG|KK|K\\.K|A\\/S|AS|AB|Oy|FSB|N\\.A|LC|L\\.C|P\\.A|PLLC|Jr|Sr|III|sp\\. ?z ?o\\. ?o|Sp\\. ?z ?o\\. ?o|M\\.? ?D|Ph)'

const descriptor =
  '(?:(?:ACN|ABN|ARBN|Company No|a|an|the|its|their|his|her|each|all|both|having|with|whose|which|who|located|organi[sz]ed|incorporated|duly|existing|acting|represented|on behalf|by and through|by|through|of \\d|at|doing|formerly|f/k/a|for itself|for and|together|hereinafter|hereafter|herein|referred|registered|established|being|as|under|in its|solely|including|individually|residing|resident|company number|member|corporation|corp\\. |limited liability|principal|offices?|dated|effective|successor|and its|and all|and any|collectively|is|are|shall|agree|agrees|wishes|desires?|from|in|to|on|such)\\b)'
const digits = `,? (?!\\d{1,4}\\b[\\w .,&-]{0,25}?${legalForm}\\b)\\d`

/** Where a description begins in texts that are all capitals. */
const capitals =
  '(?:HAVING|WHOSE|WITH (?:ITS|OFFICES|AN?|PRINCIPAL)|LOCATED|ORGANI[SZ]ED|INCORPORATED (?:IN|UNDER)|THROUGH ITS|DULY|EXISTING|HEREINAFTER|HEREIN|WHICH)\\b'

const end = new RegExp(
  `,? ?\\((?![A-Z][\\w.-]{1,14}\\) ?[(A-Z])|[;:]|"|,? - |(?<!\\b(?:of|for|on)),? ${descriptor}|${digits}|, ?(?!\\s?(?:${legalForm}\\b|d/b/a|dba|D/B/A))| [A-Z][a-z]+ (?:corporation|company|partnership|limited liability)|,? AN? [A-Z-]+ (?=[A-Z -]{0,40}(?:CORPORATION|COMPANY|PARTNERSHIP|TRUST)\\b)|,? A (?:CORPORATION|COMPANY|PARTNERSHIP|LIMITED)\\b|,? ${capitals}|\\. (?=[A-Z][a-z]+ [a-z])|  `,
)
const alsoKnown =
  /^,? ?(?:an? [A-Z][a-z]+ [a-z -]{5,50}, )?(?:d\/b\/a|D\/B\/A|dba|doing business as) ([A-Z][\w.&' -]{2,50}?)(?=[,(;]| (?:a|an|and|with|having|located)\b|$)/

/** What forms write behind a name: "ALDER INC. Address: 1 Road". */
const label = / (?:(?:Registered|Legal|Principal|Business) )?(?:Address|ADDRESS|Office|Domicile|Representative|Tel|Contact)$/

/** The name that a text begins with, up to where a description or a definition begins. */
export function cutName(text: string): string {
  const head = text.slice(0, 160)
  const stop = end.exec(head)
  const name = (stop === null ? head : head.slice(0, stop.index))
    .trim()
    .replace(/(?:[,;:\s]| of| and)+$/, '')
    .replace(label, '')
  const cut = (stop !== null && /^,? ?\d/.test(stop[0]) ? cutAddress(name) : undefined) ?? cutBehindForm(name)
  if (cut !== undefined) return cut
  const other = alsoKnown.exec(text.slice(name.length, name.length + 120))
  return other === null ? name : `${name} d/b/a ${other[1]?.trim() ?? ''}`
}

/** "A AG Old Square 2", "A S.A. High Street 5": behind the legal form stands an address. */
function cutAddress(name: string): string | undefined {
  return hasLegalForm(name) ? undefined : new RegExp(`^(.{3,80}?[ ,]${legalForm}\\b\\.?) [A-Z]`).exec(name)?.[1]
}

/** "A Limited of London", "A, Inc. and B, Inc.": what is complete before "of" or "and" is the name. */
function cutBehindForm(name: string): string | undefined {
  for (const match of name.matchAll(/,? (?:of|and|AND|or) /g)) {
    const left = name.slice(0, match.index)
    if (hasLegalForm(left)) return left
  }
  return undefined
}

const form = new RegExp(`(?:^|[\\s,.])${legalForm}\\.?$`)
const describes = new RegExp(
  `^(?:${capitals}|DOING BUSINESS|DBA|D/B/A|BETWEEN|AN? (?:[A-Z-]+ ){0,4}(?:CORPORATION|COMPANY|PARTNERSHIP|TRUST)|THE PART(?:Y|IES)|CONSISTS|ACCORDANCE|BOTH|EACH)\\b`,
)
const onlyForm = new RegExp(
  `^(?:(?:${legalForm}|GP|A [A-Z]+ (?:CORPORATION|(?:LIMITED LIABILITY )?COMPANY|(?:LIMITED )?PARTNERSHIP))\\.?,? ?){1,3}$`,
)
const sentenceStart =
  /^(?:Under|Upon|In|At|Each|If|As|For|This|These|That|When|Where|All|Any|No|Whereas|During|Subject|Such|Source|To|By|With|From|Both|It|Its)\b/
const noName =
  /^(?:the )?(?:part(?:y|ies)|undersigned|agreement|company|corporation|date|day|customer|buyer|seller|licensor|licensee|recitals?|whereas|section|article|exhibit|schedule|page|table|term|shareholders?|stockholders?|lenders?|borrowers?|following|effective|state|united states|source|by|name|title|it|them|you|we|us|there|address|one or more|such|any|each|all|both|certain|various|other)\b[^,]{0,12}$|^(?:vendor|reseller|transporter|shipper|var|station|network|host|publisher|and|or)(?: and (?:vendor|reseller|transporter|shipper|station|network|host|publisher|the [a-z]+))?$/i

/** Whether words can name a party: capitals, not a word for a role, not a sentence. */
export function isName(name: string): boolean {
  if (onlyForm.test(name) || describes.test(name)) return false
  if (name.length < 3 || name.length > 110 || noName.test(name) || sentenceStart.test(name)) return false
  if (!/^(?:[A-Z\u00c0-\u00dc0-9"]|[a-z]{1,2}[.A-Z]|[a-z]+\.com)/.test(name)) return false
  if (/\b(?:SHALL|AGREES?|WILL|SUBJECT|HEREBY|WHEREAS)\b/.test(name)) return false
  if (/ (?:[a-z]{2,9})$/.test(name) && !hasLegalForm(name)) return false
  const words = name.split(' ')
  const capitals = words.filter((word) => /^[A-Z\u00c0-\u00dc0-9(&]/.test(word)).length
  return words.length <= 14 && (capitals / words.length >= 0.5 || hasLegalForm(name))
}

export const hasLegalForm = (name: string): boolean => form.test(name.replace(/[,.\s]+$/, ''))

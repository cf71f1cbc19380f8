// Clause types: CUAD's 41 categories in kebab-case, and the short names that people type for them.

/** The categories of the Contract Understanding Atticus Dataset (CUAD v1), the field's common list. */
export const clauseTypes = [
  'document-name',
  'parties',
  'agreement-date',
  'effective-date',
  'expiration-date',
  'renewal-term',
  'notice-period-to-terminate-renewal',
  'governing-law',
  'most-favored-nation',
  'non-compete',
  'exclusivity',
  'no-solicit-of-customers',
  'competitive-restriction-exception',
  'no-solicit-of-employees',
  'non-disparagement',
  'termination-for-convenience',
  'rofr-rofo-rofn',
  'change-of-control',
  'anti-assignment',
  'revenue-profit-sharing',
  'price-restrictions',
  'minimum-commitment',
  'volume-restriction',
  'ip-ownership-assignment',
  'joint-ip-ownership',
  'license-grant',
  'non-transferable-license',
  'affiliate-license-licensor',
  'affiliate-license-licensee',
  'unlimited-license',
  'irrevocable-or-perpetual-license',
  'source-code-escrow',
  'post-termination-services',
  'audit-rights',
  'uncapped-liability',
  'cap-on-liability',
  'liquidated-damages',
  'warranty-duration',
  'insurance',
  'covenant-not-to-sue',
  'third-party-beneficiary',
] as const

const aliases: Record<string, string> = {
  liability: 'cap-on-liability',
  'liability-cap': 'cap-on-liability',
  'limitation-of-liability': 'cap-on-liability',
  cap: 'cap-on-liability',
  law: 'governing-law',
  jurisdiction: 'governing-law',
  notice: 'notice-period-to-terminate-renewal',
  'notice-period': 'notice-period-to-terminate-renewal',
  renewal: 'renewal-term',
  term: 'expiration-date',
  assignment: 'anti-assignment',
  mfn: 'most-favored-nation',
  audit: 'audit-rights',
  warranty: 'warranty-duration',
  termination: 'termination-for-convenience',
  price: 'price-restrictions',
  ip: 'ip-ownership-assignment',
  sla: 'service-levels',
  uptime: 'service-levels',
  payment: 'payment-terms',
  breach: 'breach-notice',
}

/** The clause type that a typed word means: CUAD's name for a known alias, otherwise the word itself in kebab-case. */
export const clauseNamed = (typed: string): string => {
  const kebab = typed
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return aliases[kebab] ?? kebab
}

/** `cap-on-liability` read aloud. */
export const showClause = (clause: string): string => clause.replaceAll('-', ' ')

// Clause types that no labelled places teach: told by wordings so plain that they need no model.

/** CUAD's categories that are told by rules alone. */
export const ruleTypes = [
  'no-solicit-of-employees',
  'competitive-restriction-exception',
  'non-disparagement',
  'rofr-rofo-rofn',
  'change-of-control',
  'volume-restriction',
  'ip-ownership-assignment',
  'joint-ip-ownership',
  'license-grant',
  'non-transferable-license',
  'affiliate-license-licensee',
  'irrevocable-or-perpetual-license',
  'source-code-escrow',
  'post-termination-services',
  'covenant-not-to-sue',
] as const
export type RuleType = (typeof ruleTypes)[number]

const grants = '(?:hereby )?(?:grants?|licenses?)\\b[^.;]{0,120}\\b(?:licen[sc]e|right)'

/** All patterns of one type have to be in one text, in lower case with single spaces. */
const rules: Record<RuleType, readonly RegExp[]> = {
  'no-solicit-of-employees': [
    /(?:not|neither|refrain from)\b[^.;]{0,120}\b(?:solicit|recruit|hire|employ|entice|induce)\b[^.;]{0,100}(?:employees?|employed|personnel|staff)\b/,
  ],
  'competitive-restriction-exception': [
    /(?:not|nothing)[^.;]{0,100}(?:prohibit|prevent|restrict|preclude|limit)[^.;]{0,160}(?:compet|similar (?:products|services|business|agreements))|notwithstanding[^.;]{0,120}(?:exclusiv|non-?compet)[^.;]{0,120}may/,
  ],
  'non-disparagement': [/disparag|derogatory/, /\bnot\b|neither|refrain|nor\b/],
  'rofr-rofo-rofn': [
    /(?:right|option) of first (?:refusal|offer|negotiation|opportunity)|first right (?:of|to) (?:refus|offer|negotiat)|right to match/,
  ],
  'change-of-control': [
    /change (?:of|in) (?:the )?control|(?:merger|acquisition)[^.;]{0,160}(?:terminat|consent)|(?:sale|transfer) of (?:all or )?substantially all/,
    /terminat|consent|assign|notice/,
  ],
  'volume-restriction': [
    /(?:not (?:to )?exceed|maximum of|no more than|up to a maximum|in excess of)[^.;]{0,40}\d[^.;]{0,40}(?:users|seats|copies|units|calls|transactions|hours|impressions|gallons|tons|barrels|devices|locations|gigabytes)/,
  ],
  'ip-ownership-assignment': [
    /(?:hereby |agrees? to )(?:irrevocably )?assigns?[^.;]{0,160}(?:right|title|interest|intellectual|invention|copyright|patent)|work(?:s)? (?:made )?for hire|shall (?:own|be the (?:sole )?owner)[^.;]{0,120}(?:intellectual|invention|copyright|patent|work product|deliverables)/,
  ],
  'joint-ip-ownership': [/jointly[ -]own|joint owner|\bco-?own(?:ed|ers?)\b|owned jointly/],
  'license-grant': [new RegExp(`${grants}[^.;]{0,120}(?:to|for) |(?:is|are) (?:hereby )?granted[^.;]{0,60}licen[sc]e`), /licen[sc]/],
  'non-transferable-license': [/non-?transferr?able|not transferr?able|may not (?:be )?(?:transfer|sublicens)/, /licen[sc]e|right/],
  'affiliate-license-licensee': [
    new RegExp(`${grants}[^.;]{0,200}`),
    /(?:licensee|to [a-z]+|distributor|customer|buyer) (?:and|or|and\/or) (?:any of )?its (?:affiliates|subsidiaries)/,
  ],
  'irrevocable-or-perpetual-license': [
    /(?:irrevocable|perpetual)[^.;]{0,120}(?:licen[sc]e|right to use)|licen[sc]e[^.;]{0,80}(?:irrevocable|perpetual|in perpetuity)/,
  ],
  'source-code-escrow': [/escrow/, /source code|source materials/],
  'post-termination-services': [
    /(?:(?:after|following|upon|prior to)[^.;]{0,30}(?:termination|expiration|expiry))[^.;]{0,200}(?:sell[- ]off|dispose of[^.;]{0,40}inventory|continue to (?:provide|sell|support|perform)|transition|wind[- ]?down|migrat)|(?:provide|assist)[^.;]{0,60}transition (?:services|assistance)|sell[- ]off period/,
  ],
  'covenant-not-to-sue': [
    /(?:covenant|agree)s? (?:that it (?:shall|will) )?not to (?:sue|assert|challenge|contest)|(?:shall|will) not[^.;]{0,80}(?:contest|challenge|attack|dispute|oppose)[^.;]{0,100}(?:validity|ownership|title|right|mark|patent)/,
  ],
}
/** Wordings that say there is no such thing. */
const denials: Partial<Record<RuleType, RegExp>> = {
  'license-grant': /(?:no|not) (?:be (?:construed|deemed) )?(?:to )?(?:grant|licen[sc]e)|nothing/,
  'joint-ip-ownership': /partnership/,
}

/** The types that a text shows by its wording. */
export function ruleTypesOf(text: string): RuleType[] {
  const lower = text.toLowerCase().replace(/\s+/g, ' ')
  return ruleTypes.filter((type) => rules[type].every((rule) => rule.test(lower)) && denials[type]?.test(lower) !== true)
}

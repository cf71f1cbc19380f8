// Words around a date that speak for or against its being the agreement's own.
import type { Sign } from './signs.ts'

const document =
  '(?:agreement|contract|amendment|addendum|lease|licen[cs]e|deed|order|statement of work|letter|memorandum|supplement|undertaking|schedule|appointment)'

/** Words right before a date that is the agreement's own. */
export const beforeSigns: readonly Sign[] = [
  [/(?:takes? effect|into (?:force|effect)) (?:on|as of|from) (?:the )?$/, -4],
  [
    /\b(?:amends|changes|modifies|supplements|replaces|supersedes|supersede|superseding|cancels|amend|change|modify|supplement) the [^.;]{0,60}(?:agreement|contract)[^.;]{0,100}dated[^.;]{0,30}$/,
    -9,
  ],
  [/(?:\b(?:signed|signature|by|name|title):|\/s\/) [^;]{0,110}\bdated?:? ?$/, -15],
  [/\b(?:on |as of |dated )?this (?:the )?$/, 3.5],
  [/\benters? into this [^.;]{0,60}(?:agreement|contract)[^.;]{0,60} (?:on|as of|dated)(?: the| this)? $/, 4],
  [/\b(?:entered into|executed|signed|concluded): ?$/, 3],
  [/(?:made|entered into|entered|dated|executed|signed|concluded|agreed)[^.;]{0,60}$/, 3],
  [
    /\b(?:is|was|are) (?:made|entered into|concluded|signed) (?:by and )?(?:between|among|by) [^.;]{40,160} (?:on|as of)(?: the| this)? $/,
    3,
  ],
  [/\blegally bound[^.;]{0,30}$/, 2],
  // The other side's signature below a letter, which has a date of its own.
  [/\b(?:accepted|acknowledged|agreed)(?: to)? and (?:agreed|accepted|acknowledged)(?: to)?[^.;]{0,60}$/, -4],
  [/(?:effective|effect|force)[^.;]{0,40}$/, 1],
  [new RegExp(`\\b(?:this|the present) [^.;]{0,60}${document}[^;]{0,160}$`), 3],
  [
    new RegExp(`${document}(?: \\([^)]{0,60}\\))?,? (?:is |was )?(?:hereby )?(?:made|entered into|dated|effective|executed)[^.;]{0,60}$`),
    1,
  ],
  [/(?:^|[ "])(?:date|dated|as of)[:.]? ?(?:as of |the |this )?$/, 2],
  [
    /\b(?:date of (?:this |the )?(?:agreement|contract|execution|signing)|(?:agreement|contract|execution|signing) date)"?[:.]? ?(?:\| ?)?$/,
    4.5,
  ],
  [/(?:will|shall|to) be (?:deemed )?effective[^.;]{0,40}$/, -4],
  [/(?:commencement|effective|start|closing) date[^.;"]{0,80}$/, -3],
  [/(?:whereas|recital|previously|that certain|" means?|original)[^;]{0,200}$/, -4],
  [/\b(?:a|an|with|having|its|the)? ?(?:an )?effective date of (?:the )?$/, -6],
  [/\bof this [^.;]{0,60}(?:is|:) ?$/, 1],
  [/\b(?:until|through|expir|terminat|ending|no later than|on or before|prior to|after|since|commenc)[a-z]{0,5}[^.;]{0,40}$/, -5],
  [/(?:source: |10-[kq]|8-k|form s-|filed |registration statement|schedule 13[dg])[^;]{0,60}$/, -9],
  [
    /(?:the|that|a|an|certain|original|prior|master|each) [^.;]{0,40}(?:agreement|contract|lease|plan|letter(?: of (?:intent|understanding|agreement))?|term sheet|note|deed|memorandum|prospectus|proposal|statement|report|quotation|policy)s?,? (?:\([^)]{0,60}\),? )?(?:dated|entered into|made|effective|executed)[^.;]{0,40}$/,
    -6,
  ],
  [
    /\b(?:declaration of trust|indenture|articles of [a-z]+|by-?laws|tariff|certificate)[^.;]{0,20},? (?:dated|filed|effective)[^.;]{0,20}$/,
    -6,
  ],
  // Right behind the day on which it was executed.
  [/^,? (?:but|and|yet) (?:to be |made |shall be )?effective[^.;]{0,50}$/, -5],
  [/\b(?:task|work|purchase|change) orders?(?: no\.? ?\d+)?,? (?:is |was )?dated[^.;]{0,20}$/, -8],
  [
    /(?:(?:as|was|were|been|hereby) (?:further )?(?:amended|supplemented|modified)|supplemented|pursuant to|incorporated|organi[sz]ed|patent|application|act of|as amended|meeting|closing|price|balance)[^;]{0,40}$/,
    -4,
  ],
]

/** The same behind "dated", where it mostly is another paper's date; apart, as few dates stand there. */
export const isDated = /\bdated (?:as of )?$/
export const datedSigns: readonly Sign[] = [
  // "It is placed under the Master Services Agreement between the parties dated": that is the other paper's date.
  [
    /\b(?:under|pursuant to|subject to|part of|governed by|in accordance with) (?:the|a) (?:(?!this\b)[^.;]){0,80}(?:agreement|contract|terms)[^.;]{0,80}\bdated (?:as of )?$/,
    -9,
  ],
  [/(?<!\bthis [^.;]{0,60})\b(?:agreement|contract|order form|statement of work) between the (?:same )?parties,? dated (?:as of )?$/, -9],
  [
    /(?<!\bthis [^.;]{0,80})\b(?:the|its|our|your|an?|that|'s) (?:[a-z-]+ ){0,3}(?:deed|contract|sponsorship|lease|guarantee|engagement|offer|order|note|bond|loan|mortgage|policy)\b(?:'s)? (?:of|with|between|from|by) [^.;]{0,60} dated (?:as of )?$/,
    -6,
  ],
  [/\b(?:[a-z]+'s|our|your|its|their) (?:[a-z]+ ){0,5}(?:agreement|contract|lease|letter|proposal),? dated (?:as of )?$/, -8],
]

/** Words right behind it. */
export const afterSigns: readonly Sign[] = [
  [/^[^.;]{0,30}(?:by and )?(?:between|among)/, 2],
  [/^[ ,]{0,3}\(?(?:the |this |hereinafter )?[("]{0,2}(?:the )?(?:agreement|execution|signing|contract) date/, 3],
  [/^[ ,]{0,3}\(?(?:the |this |hereinafter )?[("]{0,2}(?:the )?(?:effective|commencement) date/, 1.5],
  [/^[^.;]{0,40}(?:is made|is entered|sets forth|provides)/, 1],
]

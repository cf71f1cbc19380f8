// Wording that several agreements of the sample share.

export const INDEXED_INCREASE =
  'From the first anniversary of the Effective Date Lindenmoor may raise the fees once a year, with sixty (60) days’ notice, by no more than the ' +
  'change of the harmonised index of consumer prices over the preceding year.'

export const FIXED_FEES =
  'The fees are fixed for the Initial Term. For a Renewal Term Lindenmoor may propose new fees at least one hundred and twenty (120) days before it ' +
  'begins, and by no more than five per cent.'

export const AMERICAN_INCREASE =
  'Fees are fixed for the Initial Term. For each Renewal Term Lindenmoor may raise them by up to five percent by notice given at least ninety (90) ' +
  'days before the Renewal Term begins.'

export const EUROPEAN_CARVE_OUTS = ['injury to life, body or health', 'wilful misconduct or gross negligence', 'fraud']

export const BRITISH_CARVE_OUTS = [
  'death or personal injury caused by negligence',
  'fraud or fraudulent misrepresentation',
  'wilful default',
]

export const AMERICAN_CARVE_OUTS = ['a party’s willful misconduct or fraud', 'a breach of Section 8', 'the Customer’s duty to pay fees']

export const EUROPEAN_INTEREST = 'eight percentage points above the base rate of the European Central Bank'
export const BRITISH_INTEREST = 'four per cent a year above the base rate of the Bank of England'
export const AMERICAN_INTEREST = 'one percent a month or the highest rate that the law permits, if that is lower'

export const STANDARD_RESPONSES: [string, string, string, string][] = [
  ['Critical', 'planning or the mobile application cannot be used', '30 minutes, at any hour', '4 hours'],
  ['High', 'an important function fails and there is no way around', '2 business hours', '1 business day'],
  ['Normal', 'anything else', '1 business day', 'next release'],
]

export const STANDARD_CREDITS: [string, string][] = [
  ['99.9 %', '5 %'],
  ['99.5 %', '10 %'],
  ['98.0 %', '20 %'],
]

export const HOSTING_SUBPROCESSORS: [string, string, string][] = [
  ['Corvane Hosting Ireland Ltd', 'Dublin and Frankfurt', 'data centres'],
  ['Lindenmoor Systems Inc.', 'Boston', 'support at night, without access to location data'],
]

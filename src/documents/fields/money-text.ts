// Amounts of money in running text: "$5m", "US$ 1,000,000.00", "EUR 250 000", "one million dollars ($1,000,000)".

/** `amount` is a plain decimal number in units of the currency. */
export type FoundMoney = { amount: string; currency: string; start: number; end: number }

const signs: Record<string, string> = {
  $: 'USD',
  us$: 'USD',
  'u.s.$': 'USD',
  usd: 'USD',
  usd$: 'USD',
  'u.s. $': 'USD',
  'us $': 'USD',
  c$: 'CAD',
  cad: 'CAD',
  cdn$: 'CAD',
  a$: 'AUD',
  aud: 'AUD',
  hk$: 'HKD',
  hkd: 'HKD',
  s$: 'SGD',
  sgd: 'SGD',
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  '¥': 'JPY',
  jpy: 'JPY',
  yen: 'JPY',
  rmb: 'CNY',
  cny: 'CNY',
  chf: 'CHF',
  inr: 'INR',
  'rs.': 'INR',
  nis: 'ILS',
  zar: 'ZAR',
  sek: 'SEK',
  dkk: 'DKK',
  nok: 'NOK',
  dollars: 'USD',
  'u.s. dollars': 'USD',
  'us dollars': 'USD',
  'canadian dollars': 'CAD',
  pounds: 'GBP',
  'pounds sterling': 'GBP',
}
const before =
  'u\\.s\\. ?\\$|us ?\\$|usd ?\\$?|cdn ?\\$|cad ?\\$?|c\\$|a\\$|aud|hk\\$|hkd|s\\$|sgd|\\$|eur(?:o|os)?|€|gbp|£|¥|jpy|rmb|cny|chf|inr|rs\\.|nis|zar|sek|dkk|nok'
const behind = 'u\\.s\\. dollars|us dollars|canadian dollars|dollars|euros?|eur|€|pounds sterling|pounds|gbp|usd|chf|rmb|yen|cad'
const number = '\\d{1,3}(?:[,. ]\\d{3}){1,4}(?:[.,]\\d{1,2})?(?!\\d)|\\d{1,12}(?:[.,]\\d{1,4})?'
const scale = '(?: ?(million|billion|thousand|mm|mn|bn|m|k)(?![a-z]))?'
const pattern = new RegExp(`(?<![a-z0-9.])(?:(${before}) ?(${number})${scale}|(${number})${scale} ?\\)? ?(${behind})(?![a-z]))`, 'g')

const powers: Record<string, number> = { thousand: 3, k: 3, million: 6, m: 6, mm: 6, mn: 6, billion: 9, bn: 9 }

/** All amounts in a short lower-case text. */
export function findMoney(lower: string, offset = 0): FoundMoney[] {
  const found: FoundMoney[] = []
  for (const match of lower.matchAll(pattern)) {
    const [, sign, digits, power, digitsFirst, powerFirst, name] = match
    const currency = signs[(sign ?? name ?? '').replace(/^(u\.s\.|us) \$/, '$1$')] ?? 'USD'
    const amount = scaled(plainNumber(digits ?? digitsFirst ?? ''), powers[power ?? powerFirst ?? ''] ?? 0)
    found.push({ amount, currency, start: offset + match.index, end: offset + match.index + match[0].length })
  }
  return found
}

/** One separator before three digits groups thousands; the last one before one or two digits is the decimal. */
function plainNumber(text: string): string {
  const decimal = /[.,](\d{1,2})$/.exec(text)
  const whole = (decimal === null ? text : text.slice(0, decimal.index)).replace(/[., ]/g, '')
  return decimal === null || /^0+$/.test(decimal[1] ?? '') ? whole : `${whole}.${decimal[1]}`
}

function scaled(amount: string, power: number): string {
  if (power === 0) return amount
  const [whole = '', fraction = ''] = amount.split('.')
  return (whole + fraction.padEnd(power, '0').slice(0, power)).replace(/^0+(?=\d)/, '')
}

// Money: minor units and an ISO code; read from the ways people write it, shown the way they expect it.
import { Refusal } from './refusal.ts'

export type Money = { minor: number; currency: string }

/** ISO 4217 exponents that are not 2. */
const exponents: Record<string, number> = {
  ...Object.fromEntries('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0])),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
  ...Object.fromEntries('CLF UYW'.split(' ').map((code) => [code, 4])),
}
/** How many decimals a currency has. */
export const exponentOf = (currency: string): number => exponents[currency] ?? 2

const signs: Record<string, string> = {
  $: 'USD',
  US$: 'USD',
  C$: 'CAD',
  CA$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  R$: 'BRL',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  'JP¥': 'JPY',
  'CN¥': 'CNY',
  '₹': 'INR',
  '₩': 'KRW',
  '₪': 'ILS',
  '₺': 'TRY',
  '₫': 'VND',
  '₴': 'UAH',
  zł: 'PLN',
  Kč: 'CZK',
  'Fr.': 'CHF',
  SFr: 'CHF',
  EURO: 'EUR',
  EUROS: 'EUR',
}
const currencies = new Set(Intl.supportedValuesOf('currency').filter((code) => code !== 'XXX' && code !== 'XTS'))

/** Powers of ten behind what follows a number. */
const scales: Record<string, number> = {
  k: 3,
  tsd: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  mm: 6,
  mio: 6,
  million: 6,
  b: 9,
  bn: 9,
  mrd: 9,
  billion: 9,
}

const allowed = "Write an amount with its currency: EUR 250k, $1.2m, 1.200,50 €, CHF 1'000"
const refuse = (message: string) => new Refusal('invalid', message, { next: allowed })

/**
 * `$1.2m`, `EUR 250k`, `1.200,50 €`, `CHF 1'000`. One separator before three digits groups thousands: `1,200` is 1200. Without a
 * currency the given one is meant, or the amount is refused; so are negative amounts and more decimals than the currency has.
 */
export const parseMoney = (typed: string, currencyWhenNone?: string): Money => {
  const text = typed
    .normalize('NFKC')
    .replace(/[\u2019\u2018`´]/g, "'")
    .replace(/\s+/g, ' ')
    // `1'250.-` and `250,–`: no cents.
    .replace(/(\d)[.,][-–—]{1,2}(?!\d)/, '$1')
    .trim()
  const found = /^([^\d+\-.,]*)(\d[\d.,' ]*|[.,]\d+)([^\d]*)$/.exec(text)
  if (/\d/.test(text) && /^[^\d]*[-−–(]/.test(text)) throw refuse(`"${typed}" is below zero; an amount is positive.`)
  if (!found) throw refuse(`"${typed}" is not an amount of money.`)
  const [, before = '', number = '', after = ''] = found
  const { scale, rest } = scaleOf(after.trim())
  const currency = currencyOf(typed, before.trim(), rest, currencyWhenNone)
  return { minor: minorOf(typed, number.trim(), scale, currency), currency }
}

const scaleOf = (after: string): { scale: number; rest: string } => {
  const [, letters = '', rest = ''] = /^(\p{L}+)\.?\s*(.*)$/u.exec(after) ?? []
  const scale = Object.hasOwn(scales, letters.toLowerCase()) ? scales[letters.toLowerCase()] : undefined
  return scale === undefined ? { scale: 0, rest: after } : { scale, rest }
}

const currencyOf = (typed: string, before: string, after: string, whenNone: string | undefined): string => {
  const named = [before, after].filter((part) => part !== '')
  const codes = new Set(named.map((part) => codeOf(part)))
  const [code] = codes
  if (named.length === 0 && whenNone) return whenNone
  if (named.length === 0) throw refuse(`"${typed}" has no currency.`)
  if (codes.size === 1 && code !== undefined) return code
  if (!codes.has(undefined)) throw refuse(`"${typed}" names two currencies.`)
  const hasOne = named.some((part) => part.split(' ').some((word) => codeOf(word) !== undefined))
  throw refuse(hasOne ? `"${typed}" holds more than an amount with its currency.` : `"${typed}" names no currency that is known.`)
}

/** `USD`, `$`, `US$`, `USD $`. */
const codeOf = (part: string): string | undefined => {
  const upper = part.toUpperCase()
  const sign = Object.entries(signs).find(([written]) => written.toUpperCase() === upper)
  if (sign) return sign[1]
  if (currencies.has(upper)) return upper
  const [first = '', second = ''] = part.split(' ')
  const code = second === '' ? undefined : codeOf(first)
  return code !== undefined && codeOf(second) !== undefined && currencies.has(first.toUpperCase()) ? code : undefined
}

const minorOf = (typed: string, number: string, scale: number, currency: string): number => {
  const { whole, decimals } = digitsOf(typed, number, scale, exponentOf(currency))
  const places = scale + exponentOf(currency)
  const kept = decimals.replace(/0+$/, '')
  if (kept.length > places) throw refuse(`"${typed}" has more decimals than ${currency} (${exponentOf(currency)}).`)
  const minor = Number(BigInt(whole + kept.padEnd(places, '0')))
  if (!Number.isSafeInteger(minor)) throw refuse(`"${typed}" is more than can be kept exactly.`)
  return minor
}

/** Which sign groups and which one is the decimal: the last of two kinds is, a repeated one groups, a lone one tells by its digits. */
const digitsOf = (typed: string, number: string, scale: number, exponent: number): { whole: string; decimals: string } => {
  const used = new Set(number.replace(/[\d' ]/g, ''))
  const last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','))
  const sign = number[last]
  if (sign === undefined) return { whole: grouped(typed, number, "' "), decimals: '' }
  const [head, tail] = [number.slice(0, last), number.slice(last + 1)]
  const repeated = head.includes(sign)
  const isGroup = repeated || (used.size === 1 && isThousands(typed, head, tail, { scale, dot: sign === '.', exponent }))
  if (isGroup) return { whole: grouped(typed, number, sign), decimals: '' }
  if (!/^\d*$/.test(tail)) throw refuse(`"${typed}" is not an amount of money.`)
  return { whole: grouped(typed, head === '' ? '0' : head, sign === '.' ? ",' " : ".' "), decimals: tail }
}

/** `1,200` is 1200, but `0.125m` has decimals, `1.200m` could be either, and three decimals are usual where a currency has them. */
const isThousands = (typed: string, head: string, tail: string, how: { scale: number; dot: boolean; exponent: number }): boolean => {
  if (tail.length !== 3 || !/^[1-9]\d{0,2}$/.test(head) || (how.dot && how.exponent === 3)) return false
  if (how.scale > 0) throw refuse(`"${typed}" can be read in two ways.`)
  return true
}

/** Digits without the signs between them; groups after the first have three. */
const grouped = (typed: string, number: string, groupSigns: string): string => {
  const groups = number.split(new RegExp(`[${groupSigns}]`))
  const isSound =
    groups.length === 1
      ? /^\d+$/.test(number)
      : groups.every((group, index) => /^\d+$/.test(group) && (index === 0 ? group.length <= 3 : group.length === 3))
  if (!isSound) throw refuse(`"${typed}" is not an amount of money.`)
  return groups.join('')
}

/** `EUR 250,000`, `USD 84,000.50`: the code, because a `$` alone does not say whose. */
export const showMoney = ({ minor, currency }: Money): string => {
  const exponent = exponentOf(currency)
  const digits = String(minor).padStart(exponent + 1, '0')
  const [whole, decimals] = [digits.slice(0, digits.length - exponent), digits.slice(digits.length - exponent)]
  const format = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: /[1-9]/.test(decimals) ? exponent : 0,
    maximumFractionDigits: exponent,
  })
  return `${currency} ${format.format(`${whole}.${decimals || '0'}` as `${number}`)}`
}

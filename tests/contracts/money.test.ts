// Money as people write it, refused with what is allowed, and the same again after it was shown.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMoney, showMoney } from '../../src/contracts/money.ts'
import { Refusal } from '../../src/contracts/refusal.ts'
import { refusalOf } from '../bot/refusal-of.ts'

test.each([
  ['$1.2m', 'USD', 120_000_000],
  ['EUR 250k', 'EUR', 25_000_000],
  ['250k EUR', 'EUR', 25_000_000],
  ['250 k€', 'EUR', 25_000_000],
  ['1.200,50 €', 'EUR', 120_050],
  ['€1,200.50', 'EUR', 120_050],
  ["CHF 1'000", 'CHF', 100_000],
  ["CHF 1'250.-", 'CHF', 125_000],
  ['250,– €', 'EUR', 25_000],
  ['CHF 1’000.50', 'CHF', 100_050],
  ['1 000 000,00 EUR', 'EUR', 100_000_000],
  ['1\u202f000\u00a0000 EUR', 'EUR', 100_000_000],
  ['USD 84,000', 'USD', 8_400_000],
  ['usd84000', 'USD', 8_400_000],
  ['84000$', 'USD', 8_400_000],
  ['£2bn', 'GBP', 200_000_000_000],
  ['£2 billion', 'GBP', 200_000_000_000],
  ['2 Mio. EUR', 'EUR', 200_000_000],
  ['2,5 Mrd EUR', 'EUR', 250_000_000_000],
  ['US$ 10', 'USD', 1000],
  ['USD $10', 'USD', 1000],
  ['C$10', 'CAD', 1000],
  ['¥120,000', 'JPY', 120_000],
  ['JPY 1.5m', 'JPY', 1_500_000],
  ['1,200 USD', 'USD', 120_000],
  ['1.200 USD', 'USD', 120_000],
  ['1,200,000 USD', 'USD', 120_000_000],
  ['1.200.000 USD', 'USD', 120_000_000],
  ['1,2 USD', 'USD', 120],
  ['0.125m USD', 'USD', 12_500_000],
  ['0,50 EUR', 'EUR', 50],
  ['.5m EUR', 'EUR', 50_000_000],
  ['1.20 EUR', 'EUR', 120],
  ['1.2000 EUR', 'EUR', 120],
  ['KWD 1.234', 'KWD', 1234],
  ['KWD 1,234', 'KWD', 1_234_000],
  ['0 EUR', 'EUR', 0],
  ['１００ EUR', 'EUR', 10_000],
  ['90,071,992,547,409.91 USD', 'USD', Number.MAX_SAFE_INTEGER],
])('%j is %s %i', (typed, currency, minor) => expect(parseMoney(typed)).toEqual({ currency, minor }))

test('a currency that was not written may be given', () => {
  expect(parseMoney('1,200', 'EUR')).toEqual({ currency: 'EUR', minor: 120_000 })
  expect(parseMoney('$5', 'EUR')).toEqual({ currency: 'USD', minor: 500 })
})

test.each([
  ['', /not an amount/],
  ['much', /not an amount/],
  ['EUR', /not an amount/],
  ['1,200', /no currency/],
  ['-5 EUR', /below zero/],
  ['EUR -5', /below zero/],
  ['(5) EUR', /below zero/],
  ['−5 EUR', /below zero/],
  ['EUR 25 per seat', /holds more than an amount with its currency/],
  ['5 zorkmid', /names no currency that is known/],
  ['5 XXX', /names no currency that is known/],
  ['EUR 5 USD', /two currencies/],
  ['1.234.56 EUR', /not an amount/],
  ['12,34,567 EUR', /not an amount/],
  ['1,2.3,4 EUR', /not an amount/],
  ['1.2.3 EUR', /not an amount/],
  ['1 2 EUR', /not an amount/],
  ['1.205 m EUR', /two ways/],
  ['1.2345 EUR', /more decimals than EUR/],
  ['1.5 JPY', /more decimals than JPY/],
  ['90,071,992,547,409.92 USD', /kept exactly/],
  ['5 constructor', /names no currency/],
  ['5 __proto__', /names no currency/],
  ['10% EUR', /no currency|known|two|holds more/],
  ['1e5 EUR', /not an amount/],
])('%j is refused with what is allowed', (typed, message) => {
  const refusal = refusalOf(() => parseMoney(typed))
  expect(refusal.message).toMatch(message)
  expect(refusal).toMatchObject({ kind: 'invalid', next: expect.stringContaining('EUR 250k') })
})

test.each([
  [{ minor: 25_000_000, currency: 'EUR' }, 'EUR 250,000'],
  [{ minor: 120_050, currency: 'USD' }, 'USD 1,200.50'],
  [{ minor: 5, currency: 'GBP' }, 'GBP 0.05'],
  [{ minor: 120_000, currency: 'JPY' }, 'JPY 120,000'],
  [{ minor: 1200, currency: 'KWD' }, 'KWD 1.200'],
  [{ minor: Number.MAX_SAFE_INTEGER, currency: 'USD' }, 'USD 90,071,992,547,409.91'],
])('%j is shown as %s', (money, shown) => expect(showMoney(money)).toBe(shown))

describe('whatever is typed', () => {
  const currency = fc.constantFrom(...Intl.supportedValuesOf('currency').filter((code) => code !== 'XXX' && code !== 'XTS'))

  test('shown and read again it is the same', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), currency, (minor, code) => {
        expect(parseMoney(showMoney({ minor, currency: code }))).toEqual({ minor, currency: code })
      }),
      { numRuns: 2000 },
    )
  })

  test('it is an amount or a refusal', () => {
    const part = fc.constantFrom('1', '23', '456', '000', '.', ',', "'", ' ', '-', 'k', 'm', 'EUR', '$', '€', 'x', '(', '%')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(part, { maxLength: 9 }).map((parts) => parts.join('')),
        ),
        (typed) => {
          try {
            const { minor } = parseMoney(typed)
            expect(Number.isSafeInteger(minor) && minor >= 0).toBe(true)
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal)
          }
        },
      ),
      { numRuns: 3000 },
    )
  })
})

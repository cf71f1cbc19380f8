// Dates, durations, amounts and numbers as agreements write them.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDates } from '../../../src/documents/fields/dates.ts'
import { type Duration, findDurations } from '../../../src/documents/fields/durations.ts'
import { findMoney } from '../../../src/documents/fields/money-text.ts'
import { ordinalToNumber, wordsToNumber } from '../../../src/documents/fields/numbers.ts'

describe('dates', () => {
  it.each<[text: string, date: string]>([
    ['this 7th day of September, 1999.', '1999-09-07'],
    ['dated as of June 30, 2009 (the', '2009-06-30'],
    ['effective Oct. 11, 1996 by', '1996-10-11'],
    ['made the 20 March day of 1998', '1998-03-20'],
    ['dated March 12,1999, by', '1999-03-12'],
    ['this 16 day of August. 2012', '2012-08-16'],
    ['this 14t h day of February 2020', '2020-02-14'],
    ['as of this 1s t day of March, 2018', '2018-03-01'],
    ['as of April 14th, 2020', '2020-04-14'],
    ['on 31 October 2019 ("', '2019-10-31'],
    ['the first day of May, 2004', '2004-05-01'],
    ['the twenty-first day of June, 2011', '2011-06-21'],
    ['1 January 1998', '1998-01-01'],
    ['on the 3rd of July 2015', '2015-07-03'],
    ['December the 1st, 2021', '2021-12-01'],
    ['on 2024-02-29 or', '2024-02-29'],
    ['7/18/11', '2011-07-18'],
    ['signed 12/31/2020', '2020-12-31'],
    ['am 31.12.2020 in Berlin', '2020-12-31'],
    ['01.02.2021', '2021-02-01'],
    ['25/12/2020', '2020-12-25'],
    ['the last day of February, 2023', '2023-02-28'],
    ['the last day of February 2024', '2024-02-29'],
    ['this 5th day of May in the year 2010', '2010-05-05'],
    ['Sept 9, 2001', '2001-09-09'],
    ['this _15th_ day of _June_, 2004', '2004-06-15'],
    ['this __15__ day of ___June___, 2004', '2004-06-15'],
    ['the [15th] day of [June], [2004]', '2004-06-15'],
    ['June, 15 2004', '2004-06-15'],
    ['this 15th (fifteenth) day of June 2004', '2004-06-15'],
    ["the 15 'h day of June, 2004", '2004-06-15'],
    ['15-Jun-04', '2004-06-15'],
    ['2004.6.15', '2004-06-15'],
    ['the fifteenth day of June, two thousand and four', '2004-06-15'],
    ['June 15, nineteen hundred ninety-nine', '1999-06-15'],
    ['the 15th day of June, nineteen ninety-nine', '1999-06-15'],
    ['June 15, twenty twenty', '2020-06-15'],
    ['June 15, two thousand', '2000-06-15'],
  ])('in %j', (text, date) => {
    expect(findDates(text.toLowerCase()).map((found) => found.date)).toEqual([date])
  })

  it.each([
    'this ____ day of March, 2018',
    'April 2013',
    'February 30, 2020',
    'section 3.4.2020x',
    'may terminate 30 days',
    'the day of , 20',
    'version 1.2.3',
    'May 2020 or June 2021',
    'March __, 2005',
    '13/13/2020',
    '[***], 2018',
    'June 1_, 2004',
    'June _5, 2004',
    '15 June 20__, between',
    'June [__], 2004',
    'June 15, two thousand dollars and',
  ])('does not guess in %j', (text) => {
    expect(findDates(text.toLowerCase())).toEqual([])
  })

  it('marks numbers that can be read both ways', () => {
    expect(findDates('3/4/2020')[0]?.isAmbiguous).toBe(true)
    expect(findDates('4/4/2020')[0]?.isAmbiguous).toBe(false)
    expect(findDates('3/14/2020')[0]?.isAmbiguous).toBe(false)
  })

  it('finds any date in the usual writings, at its place', () => {
    const months = 'January February March April May June July August September October November December'.split(' ')
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2199 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.nat(3),
        (year, month, day, form) => {
          const name = months[month - 1] ?? ''
          const forms = [
            `${name} ${day}, ${year}`,
            `${day} ${name} ${year}`,
            `${day}th day of ${name}, ${year}`,
            `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
          ]
          const text = `it is made on ${forms[form]} (the "date") by`.toLowerCase()
          const [found, ...rest] = findDates(text)
          expect(rest).toEqual([])
          expect(found?.date).toBe(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
          expect(text.slice(found?.start, found?.end)).toContain(String(day))
        },
      ),
    )
  })
})

describe('durations', () => {
  it.each<[text: string, count: number, unit: Duration['unit']]>([
    ['five (5) years', 5, 'year'],
    ['[two (2)] years', 2, 'year'],
    ['5 yrs', 5, 'year'],
    ['five (5)-year terms', 5, 'year'],
    ['successive 1-year periods', 1, 'year'],
    ['at least sixty 90 days prior', 90, 'day'],
    ['one hundred eighty (180) days', 180, 'day'],
    ['one hundred and twenty days', 120, 'day'],
    ["30- days' advance", 30, 'day'],
    ['thirty-six (36) months', 36, 'month'],
    ['thirty six months', 36, 'month'],
    ['a period of one year', 1, 'year'],
    ['within ten (10) business days', 10, 'business_day'],
    ['within 3 working days', 3, 'business_day'],
    ['on an annual basis', 1, 'year'],
    ['one-month periods', 1, 'month'],
    ['additional two (2) year terms', 2, 'year'],
    ['two (2) weeks', 2, 'week'],
    ['one quarter', 3, 'month'],
    ['four (4) calendar quarters', 12, 'month'],
    ['one further year', 1, 'year'],
    ['twenty four (24) months', 24, 'month'],
    ['month-to-month', 1, 'month'],
    ['ninety (90) days', 90, 'day'],
    ['a 12 month term', 12, 'month'],
  ])('in %j', (text, count, unit) => {
    const [found] = findDurations(text)
    expect(found).toMatchObject({ count, unit })
  })

  it.each(['[***] years', 'the year 2010', 'day of march', 'years of experience', 'monthly', 'zero days', '$30 days'])(
    'does not guess in %j',
    (text) => {
      expect(findDurations(text)).toEqual([])
    },
  )
})

describe('numbers in words', () => {
  it.each<[string, number | undefined]>([
    ['one', 1],
    ['ninety-nine', 99],
    ['forty two', 42],
    ['one hundred and eighty', 180],
    ['a hundred', 100],
    ['three hundred sixty five', 365],
    ['fourty', 40],
    ['dozen', undefined],
  ])('%j', (words, value) => {
    expect(wordsToNumber(words)).toBe(value)
  })
  it.each<[string, number | undefined]>([
    ['first', 1],
    ['twelfth', 12],
    ['twentieth', 20],
    ['thirty-first', 31],
    ['ninety ninth', 99],
    ['last', undefined],
  ])('%j as an ordinal', (words, value) => {
    expect(ordinalToNumber(words)).toBe(value)
  })
})

describe('amounts of money', () => {
  it.each<[text: string, amount: string, currency: string]>([
    ['$5m', '5000000', 'USD'],
    ['us$ 1,000,000.00', '1000000', 'USD'],
    ['$250,000', '250000', 'USD'],
    ['$10.33 per month', '10.33', 'USD'],
    ['€ 1.200,50', '1200.50', 'EUR'],
    ['eur 250 000', '250000', 'EUR'],
    ['£2.5 million', '2500000', 'GBP'],
    ['rmb 3,000,000', '3000000', 'CNY'],
    ['10,000 u.s. dollars', '10000', 'USD'],
    ['500 euros', '500', 'EUR'],
    ['chf 12000', '12000', 'CHF'],
    ['$1.25 billion', '1250000000', 'USD'],
    ['hk$ 80,000', '80000', 'HKD'],
  ])('in %j', (text, amount, currency) => {
    expect(findMoney(text)[0]).toMatchObject({ amount, currency })
  })
  it.each(['$[***]', '5 days', 'section 5', 'a fee of $ to be agreed'])('does not guess in %j', (text) => {
    expect(findMoney(text)).toEqual([])
  })
})

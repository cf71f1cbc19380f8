// Days and ranges as people write them, seen from a Tuesday, 24 November 2026.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDay, parseRange, showRange } from '../../src/bot/dates.ts'
import { addToDay, dayOf, isCalendarDate } from '../../src/contracts/calendar-date.ts'
import { Refusal } from '../../src/contracts/refusal.ts'
import { refusalOf } from './refusal-of.ts'

const today = '2026-11-24'

describe('a day', () => {
  test.each([
    ['2026-12-31', '2026-12-31', '2026-12-31'],
    ['2026-1-5', '2026-01-05', '2026-01-05'],
    ['2026/12/31', '2026-12-31', '2026-12-31'],
    ['2026‑12‑31', '2026-12-31', '2026-12-31'],
    ['31.12.2026', '2026-12-31', '2026-12-31'],
    ['1. 5. 2027', '2027-05-01', '2027-05-01'],
    ['31.12.26', '2026-12-31', '2026-12-31'],
    ['31.12.', '2026-12-31', '2025-12-31'],
    ['31/12/2026', '2026-12-31', '2026-12-31'],
    ['05/06/2026', '2026-06-05', '2026-06-05'],
    ['31 Dec', '2026-12-31', '2025-12-31'],
    ['31 dec', '2026-12-31', '2025-12-31'],
    [' 31\u00a0December ', '2026-12-31', '2025-12-31'],
    ['31st of December', '2026-12-31', '2025-12-31'],
    ['December 31', '2026-12-31', '2025-12-31'],
    ['Dec. 31, 2027', '2027-12-31', '2027-12-31'],
    ['31 Dec 2024', '2024-12-31', '2024-12-31'],
    ['31-Dec-2024', '2024-12-31', '2024-12-31'],
    ['1 Sept 2024', '2024-09-01', '2024-09-01'],
    ['24 Nov', '2026-11-24', '2026-11-24'],
    ['23 Nov', '2027-11-23', '2026-11-23'],
    ['25 Nov', '2026-11-25', '2025-11-25'],
    ['29 Feb', '2028-02-29', '2024-02-29'],
    ['29 Feb 2028', '2028-02-29', '2028-02-29'],
    ['today', '2026-11-24', '2026-11-24'],
    ['Yesterday', '2026-11-23', '2026-11-23'],
    ['tomorrow', '2026-11-25', '2026-11-25'],
    ['tuesday', '2026-11-24', '2026-11-24'],
    ['friday', '2026-11-27', '2026-11-20'],
    ['monday', '2026-11-30', '2026-11-23'],
    ['last friday', '2026-11-20', '2026-11-20'],
    ['next friday', '2026-11-27', '2026-11-27'],
    ['next tuesday', '2026-12-01', '2026-12-01'],
    ['last tuesday', '2026-11-17', '2026-11-17'],
    ['this sunday', '2026-11-29', '2026-11-29'],
    ['end of June', '2027-06-30', '2026-06-30'],
    ['end of next month', '2026-12-31', '2026-12-31'],
    ['end of Q3 2027', '2027-09-30', '2027-09-30'],
    ['start of 2027', '2027-01-01', '2027-01-01'],
    ['two weeks ago', '2026-11-10', '2026-11-10'],
    ['in 3 weeks', '2026-12-15', '2026-12-15'],
    ['14 days before 30 June 2027', '2027-06-16', '2027-06-16'],
    ['the day after tomorrow', '2026-11-26', '2026-11-26'],
    ['2024-03-03T14:02:00Z', '2024-03-03', '2024-03-03'],
  ])('%j is %s looking ahead, %s looking back', (typed, ahead, back) => {
    expect(parseDay(typed, today)).toBe(ahead)
    expect(parseDay(typed, today, 'past')).toBe(back)
  })

  test.each([
    ['31 Feb', 'There is no 31 February 2026; February 2026 ends on 28 Feb 2026.'],
    ['2026-02-29', 'There is no 29 February 2026; February 2026 ends on 28 Feb 2026.'],
    ['31.4.2027', 'There is no 31 April 2027; April 2027 ends on 30 Apr 2027.'],
    ['0 May 2027', 'There is no 0 May 2027; May 2027 ends on 31 May 2027.'],
    ['2026-13-01', 'There is no month 13; months go from 1 to 12.'],
    ['12/31/2026', 'There is no month 31; months go from 1 to 12.'],
    ['1 Jan 0001', 'The year 1 is out of reach; years go from 1900 to 2199.'],
    ['2200-01-01', 'The year 2200 is out of reach; years go from 1900 to 2199.'],
    ['Q3 2027', '"Q3 2027" is more than one day: 1 Jul 2027 to 30 Sept 2027.'],
    ['May', '"May" is more than one day: 1 May 2027 to 31 May 2027.'],
    ['someday', '"someday" is not a day or a period.'],
    ['', '"" is not a day or a period.'],
    ['call Lee on 31 Dec please', '"call Lee on 31 Dec please" is not a day or a period.'],
    ['Q5', '"Q5" is not a day or a period.'],
  ])('%j is refused with what is allowed', (typed, message) => {
    const refusal = refusalOf(() => parseDay(typed, today))
    expect(refusal).toMatchObject({ kind: 'invalid', message, next: expect.stringContaining('2026-12-31') })
  })
})

describe('a range', () => {
  test.each([
    ['next 90 days', '24 Nov 2026 to 22 Feb 2027'],
    ['90d', '24 Nov 2026 to 22 Feb 2027'],
    ['90 days', '24 Nov 2026 to 22 Feb 2027'],
    ['within 90 days', '24 Nov 2026 to 22 Feb 2027'],
    ['in the next 2 weeks', '24 Nov 2026 to 8 Dec 2026'],
    ['12w', '24 Nov 2026 to 16 Feb 2027'],
    ['3m', '24 Nov 2026 to 24 Feb 2027'],
    ['1y', '24 Nov 2026 to 24 Nov 2027'],
    ['last 30 days', '25 Oct 2026 to 24 Nov 2026'],
    ['past 2 quarters', '24 May 2026 to 24 Nov 2026'],
    ['Q3', '1 Jul 2027 to 30 Sept 2027'],
    ['q4', '1 Oct 2026 to 31 Dec 2026'],
    ['Q3 2027', '1 Jul 2027 to 30 Sept 2027'],
    ['2027-Q3', '1 Jul 2027 to 30 Sept 2027'],
    ['in Q3', '1 Jul 2027 to 30 Sept 2027'],
    ['H1 2027', '1 Jan 2027 to 30 Jun 2027'],
    ['h2', '1 Jul 2026 to 31 Dec 2026'],
    ['by June', '24 Nov 2026 to 30 Jun 2027'],
    ['by 30 June', '24 Nov 2026 to 30 Jun 2027'],
    ['until end of Q1', '24 Nov 2026 to 31 Mar 2027'],
    ['by 2025', 'until 31 Dec 2025'],
    ['before June', '24 Nov 2026 to 31 May 2027'],
    ['before 2027-01-01', '24 Nov 2026 to 31 Dec 2026'],
    ['after June', 'from 1 Jul 2027 on'],
    ['since March', '1 Mar 2026 to 24 Nov 2026'],
    ['since 2024', '1 Jan 2024 to 24 Nov 2026'],
    ['from 1 May', 'from 1 May 2027 on'],
    ['from 1 May on', 'from 1 May 2027 on'],
    ['2026-05-01..', 'from 1 May 2026 on'],
    ['..2026-05-01', 'until 1 May 2026'],
    ['2024..2025', '1 Jan 2024 to 31 Dec 2025'],
    ['2024-2025', '1 Jan 2024 to 31 Dec 2025'],
    ['2024–2025', '1 Jan 2024 to 31 Dec 2025'],
    ['2024-03-03..2024-04-01', '3 Mar 2024 to 1 Apr 2024'],
    ['this month', '1 Nov 2026 to 30 Nov 2026'],
    ['next month', '1 Dec 2026 to 31 Dec 2026'],
    ['last quarter', '1 Jul 2026 to 30 Sept 2026'],
    ['this week', '23 Nov 2026 to 29 Nov 2026'],
    ['next year', '1 Jan 2027 to 31 Dec 2027'],
    ['May', '1 May 2027 to 31 May 2027'],
    ['November', '1 Nov 2026 to 30 Nov 2026'],
    ['May 2025', '1 May 2025 to 31 May 2025'],
    ['2027-05', '1 May 2027 to 31 May 2027'],
    ['2027', '1 Jan 2027 to 31 Dec 2027'],
    ['between 1 May and 30 June', '1 May 2027 to 30 Jun 2027'],
    ['between 1 Nov and 31 Dec', '1 Nov 2026 to 31 Dec 2026'],
    ['from 1 May to 30 June 2028', '1 May 2028 to 30 Jun 2028'],
    ['1 May 2025 to 30 June', '1 May 2025 to 30 Jun 2025'],
    ['1 May - 30 June', '1 May 2027 to 30 Jun 2027'],
    ['Nov to Jan', '1 Nov 2026 to 31 Jan 2027'],
    ['May-July', '1 May 2027 to 31 Jul 2027'],
    ['Q1-Q2 2025', '1 Jan 2025 to 30 Jun 2025'],
    ['yesterday..tomorrow', '23 Nov 2026 to 25 Nov 2026'],
    ['31 Dec', '31 Dec 2026'],
    ['today', '24 Nov 2026'],
    ['in 3 weeks', '15 Dec 2026'],
  ])('%j is %s', (typed, shown) => expect(showRange(parseRange(typed, today))).toBe(shown))

  test.each([
    ['30d', '25 Oct 2026 to 24 Nov 2026'],
    ['Q3', '1 Jul 2026 to 30 Sept 2026'],
    ['May', '1 May 2026 to 31 May 2026'],
    ['between 1 May and 30 June', '1 May 2026 to 30 Jun 2026'],
    ['Dec to Feb', '1 Dec 2025 to 28 Feb 2026'],
  ])('looking back, %j is %s', (typed, shown) => expect(showRange(parseRange(typed, today, 'past'))).toBe(shown))

  test.each([
    ['2025..2024', /after/],
    ['between 31 Feb and 3 May', /no 31 February/],
    ['next whenever', /not a day or a period/],
    ['by', /not a day/],
    ['99999d', /out of reach/],
    ['..', /not a day/],
  ])('%j is refused', (typed, message) => expect(refusalOf(() => parseRange(typed, today)).message).toMatch(message))
})

describe('at the edges of a year and a day', () => {
  test.each([
    ['2026-12-31', 'tomorrow', '2027-01-01'],
    ['2027-01-01', 'yesterday', '2026-12-31'],
    ['2028-02-28', 'tomorrow', '2028-02-29'],
    ['2026-12-31', '31 Dec', '2026-12-31'],
    ['2027-01-01', '31 Dec', '2027-12-31'],
  ])('on %s, %j is %s', (now, typed, date) => expect(parseDay(typed, now)).toBe(date))

  test.each([
    ['2026-01-31', '1m', '31 Jan 2026 to 28 Feb 2026'],
    ['2026-12-31', 'this quarter', '1 Oct 2026 to 31 Dec 2026'],
    ['2026-12-31', 'next quarter', '1 Jan 2027 to 31 Mar 2027'],
    ['2026-09-30', 'Q3', '1 Jul 2026 to 30 Sept 2026'],
    ['2026-10-01', 'Q3', '1 Jul 2027 to 30 Sept 2027'],
  ])('on %s, %j is %s', (now, typed, shown) => expect(showRange(parseRange(typed, now))).toBe(shown))

  test.each([
    ['Europe/Berlin', '2026-11-24T22:59:59.999Z', '2026-11-24'],
    ['Europe/Berlin', '2026-11-24T23:00:00.000Z', '2026-11-25'],
    ['America/Los_Angeles', '2026-11-24T07:59:00.000Z', '2026-11-23'],
    ['Pacific/Kiritimati', '2026-11-24T10:00:00.000Z', '2026-11-25'],
    ['Asia/Kolkata', '2026-11-24T18:30:00.000Z', '2026-11-25'],
  ])('in %s at %s today is %s', (zone, now, date) => {
    expect(parseDay('today', dayOf(now, zone))).toBe(date)
    expect(parseDay('the day after tomorrow', dayOf(now, zone))).toBe(addToDay(date, 2, 'day'))
  })
})

describe('whatever is typed', () => {
  const part = fc.constantFrom(
    ...[
      '31',
      '0',
      '2026',
      'Feb',
      'May',
      'Q3',
      'by',
      'next',
      'last',
      'days',
      'between',
      'and',
      'to',
      '..',
      '-',
      '.',
      ' ',
      '/',
      'end of',
      'ago',
      'x',
    ],
  )

  test('is days in order or a refusal', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part, { maxLength: 7 }).map((parts) => parts.join(' ')),
        ),
        (typed) => {
          try {
            const { from, to } = parseRange(typed, today)
            expect([isCalendarDate(from), isCalendarDate(to), from <= to]).toEqual([true, true, true])
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal)
          }
        },
      ),
      { numRuns: 1500 },
    )
  })

  test('an ISO day is itself on every day', () => {
    const date = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10))
    fc.assert(
      fc.property(date, date, (typed, now) => {
        expect(parseDay(typed, now)).toBe(typed)
      }),
    )
  })
})

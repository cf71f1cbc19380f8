// Values as people type them, by type and writing: what is read, what is refused, and that what is shown may be typed again.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allowedWords, parseFieldValue } from '../../src/bot/field-values.ts'
import { bundledFields } from '../../src/contracts/bundled-fields.ts'
import { bundled, coreField } from '../../src/contracts/core-fields.ts'
import type { FieldDefinition, FieldType } from '../../src/contracts/field-definition.ts'
import { durationUnits, type FieldValue } from '../../src/contracts/field-value.ts'
import { definitionOf, showFieldValue } from '../../src/contracts/fields.ts'
import { Refusal } from '../../src/contracts/refusal.ts'
import type { Store } from '../../src/store/store.ts'

const ana = { id: 'P-1', name: 'Ana Petrova', email: 'ana@home.example' }
const store = { people: { named: async (typed: string) => (/ana/i.test(typed) ? [ana] : []) } } as unknown as Store
const around = { store, today: '2026-11-24' }
const nameOf = (id: string) => (id === ana.id ? ana.name : id)

const of = (type: FieldType, extra: Partial<FieldDefinition> = {}) => bundled('field', 'Field', type, extra)
const residency = of('choice', { choices: ['eu', 'us', 'asia-pacific', 'msa'] })
const places = of('several', { choices: ['eu', 'us', 'asia-pacific'] })
const uptime = definitionOf(bundledFields, 'slaUptimePercent')
const seats = definitionOf(bundledFields, 'seats')
const payment = definitionOf(bundledFields, 'paymentTerms')

const months = (count: number) => ({ count, unit: 'month' })
const days = (count: number) => ({ count, unit: 'day' })
const businessDays = (count: number) => ({ count, unit: 'business_day' })

describe('read', () => {
  it.each<[string, FieldDefinition, [string, unknown][]]>([
    [
      'percent',
      uptime,
      [
        ['99.95', 99.95],
        ['99,95 %', 99.95],
        ['99.95%', 99.95],
        ['99.95 percent', 99.95],
        ['99.95 per cent', 99.95],
        ['99.950', 99.95],
        ['99,999', 99.999],
        ['.5', 0.5],
        ['0', 0],
        ['100 %', 100],
        ['ninety-nine (99) percent', 99],
        ['twenty per cent', 20],
        ['９９.９％', 99.9],
      ],
    ],
    [
      'number',
      seats,
      [
        ['480', 480],
        ['480 seats', 480],
        ['1 seat', 1],
        ['1,200', 1200],
        ['1.200', 1200],
        ["1'200", 1200],
        ['1 200 seats', 1200],
        ['1,234,567.5', 1234567.5],
        ['1.234.567,5', 1234567.5],
        ['0.125', 0.125],
        ['10k', 10_000],
        ['1.5 million', 1_500_000],
        ['1.125k', 1125],
        ['four hundred (400) seats', 400],
      ],
    ],
    [
      'number without limits',
      of('number'),
      [
        ['-5', -5],
        ['−5', -5],
        ['-1,200', -1200],
        ['0', 0],
      ],
    ],
    [
      'duration',
      of('duration'),
      [
        ['90d', days(90)],
        ['90 days', days(90)],
        ['90-day', days(90)],
        ['ninety days', days(90)],
        ['ninety (90) days', days(90)],
        ['Ninety (90) Calendar Days', days(90)],
        ['one hundred eighty days', days(180)],
        ['one hundred and eighty (180) days', days(180)],
        ['3 months', months(3)],
        ['3m', months(3)],
        ['three months', months(3)],
        ['a month', months(1)],
        ['one year', { count: 1, unit: 'year' }],
        ['1y', { count: 1, unit: 'year' }],
        ['1.5 years', months(18)],
        ['24h', { count: 24, unit: 'hour' }],
        ['24 hours', { count: 24, unit: 'hour' }],
        ['2 weeks', { count: 2, unit: 'week' }],
        ['30 business days', businessDays(30)],
        ['thirty (30) working days', businessDays(30)],
        ['30 bd', businessDays(30)],
        ['net 30', days(30)],
        ['30 days net', days(30)],
        ['1,000 days', days(1000)],
        ['0 days', days(0)],
      ],
    ],
    [
      'duration with a unit of its own',
      payment,
      [
        ['30', days(30)],
        ['Net 45', days(45)],
        ['2 months', months(2)],
        ['thirty (30)', days(30)],
      ],
    ],
    [
      'money',
      definitionOf(bundledFields, 'price'),
      [
        ['EUR 250k', { minor: 25_000_000, currency: 'EUR' }],
        ['$1.2m', { minor: 120_000_000, currency: 'USD' }],
        ['1.200,50 €', { minor: 120_050, currency: 'EUR' }],
      ],
    ],
    [
      'date',
      coreField('expirationDate'),
      [
        ['2027-12-31', '2027-12-31'],
        ['31 Dec 2027', '2027-12-31'],
        ['31.12.2027', '2027-12-31'],
        ['perpetual', 'perpetual'],
        ['Evergreen', 'perpetual'],
        ['no end', 'perpetual'],
      ],
    ],
    ['date that has been', definitionOf(bundledFields, 'agreementDate'), [['31 Dec', '2025-12-31']]],
    ['date ahead', coreField('effectiveDate'), [['31 Dec', '2026-12-31']]],
    [
      'yes-no',
      of('yes-no'),
      [
        ['yes', true],
        ['Yes', true],
        ['TRUE', true],
        ['n', false],
        ['no', false],
        ['false', false],
      ],
    ],
    [
      'choice',
      residency,
      [
        ['eu', 'eu'],
        ['EU', 'eu'],
        ['Asia Pacific', 'asia-pacific'],
        ['asia_pacific', 'asia-pacific'],
        ['MSA', 'msa'],
      ],
    ],
    [
      'several of a list',
      places,
      [
        ['eu', ['eu']],
        ['EU, us', ['eu', 'us']],
        ['eu;us;eu', ['eu', 'us']],
        ['us; Asia Pacific', ['us', 'asia-pacific']],
      ],
    ],
    [
      'several words',
      of('several'),
      [
        ['Germany', ['Germany']],
        ['Germany, France', ['Germany', 'France']],
        ['New York, USA; England', ['New York, USA', 'England']],
        ['Zürich, Switzerland;', ['Zürich, Switzerland']],
      ],
    ],
    [
      'parties',
      coreField('parties'),
      [
        ['Acme, Inc.', ['Acme, Inc.']],
        ['Acme, Inc.; Home GmbH', ['Acme, Inc.', 'Home GmbH']],
      ],
    ],
    ['text', of('text'), [['  a few words ', 'a few words']]],
    ['team', coreField('team'), [['Customer-Success', 'customer-success']]],
    ['clause', of('clause'), [['Line one.\nLine two.', 'Line one.\nLine two.']]],
    [
      'person',
      coreField('owner'),
      [
        ['@ana', 'P-1'],
        ['Ana Petrova', 'P-1'],
      ],
    ],
  ])('%s', async (_name, definition, writings) => {
    for (const [typed, value] of writings) expect([typed, await parseFieldValue(definition, typed, around)]).toEqual([typed, value])
  })
})

describe('refused, with what is allowed', () => {
  it.each<[string, FieldDefinition, string[], RegExp, RegExp]>([
    ['percent', uptime, ['much', '99.9.5', '99,9,5', '5 apples', '9'.repeat(20), '99.9 % uptime'], /SLA uptime can't be/, /99\.95 percent/],
    ['percent out of range', uptime, ['101', '-1', '100.1 %'], /SLA uptime can't be/, /at least 0 % and at most 100 %/],
    [
      'number',
      seats,
      ['many', '480 users', '1,2,3', '1.2.3.4', '12e3', 'Infinity', '0x10', '4 80'],
      /Seats can't be/,
      /480, 1,200 or 10k, in seats/,
    ],
    ['number out of range', seats, ['-1'], /Seats can't be -1 seats/, /at least 0 seats/],
    [
      'duration',
      of('duration'),
      ['90', 'sixty (90) days', '90 moons', '1 year 6 months', '-3 days', '1.5 months', 'days', '200000 days', 'soon', '9'.repeat(70)],
      /Field can't be/,
      /90 days, 30 business days/,
    ],
    ['money', of('money'), ['250', '250 apples', '-5 EUR'], /./, /amount with its currency/],
    ['date', coreField('effectiveDate'), ['perpetual', 'evergreen'], /only Expires may be perpetual/, /2026-12-31/],
    ['no date', coreField('effectiveDate'), ['31 Feb 2026', 'sometime'], /./, /./],
    ['yes-no', of('yes-no'), ['maybe', 'ja', '1'], /can't be/, /yes or no/],
    ['choice', residency, ['mars', 'e u r'], /Field can't be/, /It is one of: eu, us, asia-pacific, msa/],
    ['several of a list', places, ['eu, mars'], /can't be "mars"/, /It is one of: eu, us/],
    ['several of nothing', of('several'), [';', ' ; ,'], /./, /./],
    ['text', of('text'), ['x'.repeat(301)], /301 characters long; at most 300/, /fewer words/],
    ['clause', of('clause'), ['x'.repeat(20_001)], /at most 20000/, /fewer words/],
    ['nothing', of('text'), ['', '   '], /can't be empty/, /field="/],
    ['person', coreField('owner'), ['zyx'], /Nobody here is called/, /person list/],
  ])('%s', async (_name, definition, writings, message, next) => {
    for (const typed of writings) {
      const refusal: unknown = await parseFieldValue(definition, typed, around).then(
        (value) => `${typed} was read as ${JSON.stringify(value)}`,
        (error) => error,
      )
      expect(refusal).toBeInstanceOf(Refusal)
      expect((refusal as Refusal).message).toMatch(message)
      expect((refusal as Refusal).next).toMatch(next)
    }
  })
})

describe('shown, and typed again', () => {
  const word = fc.stringMatching(/^[A-Za-zäöüé]{1,12}( [A-Za-z]{1,8})?$/)
  const day = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const values: Record<FieldType, { definition: FieldDefinition; value: fc.Arbitrary<FieldValue> }> = {
    text: { definition: of('text'), value: word },
    clause: { definition: of('clause'), value: word },
    choice: { definition: residency, value: fc.constantFrom(...(residency.choices ?? [])) },
    several: { definition: of('several'), value: fc.uniqueArray(word, { minLength: 1, maxLength: 4 }) },
    number: { definition: of('number', { unit: 'seats' }), value: fc.integer({ min: -1e9, max: 1e12 }).map((cents) => cents / 100) },
    percent: { definition: of('percent'), value: fc.integer({ min: -100_000, max: 100_000 }).map((thousandths) => thousandths / 1000) },
    money: {
      definition: of('money'),
      value: fc.record({ minor: fc.integer({ min: 0, max: 1e12 }), currency: fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'CHF') }),
    },
    duration: {
      definition: of('duration'),
      value: fc.record({ count: fc.integer({ min: 0, max: 100_000 }), unit: fc.constantFrom(...durationUnits) }),
    },
    date: { definition: coreField('expirationDate'), value: fc.oneof(day, fc.constant('perpetual')) },
    person: { definition: of('person'), value: fc.constant('P-1') },
    'yes-no': { definition: of('yes-no'), value: fc.boolean() },
  }

  it.each(Object.entries(values))('%s', async (_type, { definition, value }) => {
    await fc.assert(
      fc.asyncProperty(value, async (held) => {
        expect(await parseFieldValue(definition, showFieldValue(definition, held, nameOf), around)).toEqual(held)
      }),
    )
  })

  it('whatever is typed is a value or a refusal', async () => {
    const definitions = Object.values(values).map(({ definition }) => definition)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...definitions), fc.string({ maxLength: 80 }), async (definition, typed) => {
        const read = await parseFieldValue(definition, typed, around).catch((error) => error)
        expect(read instanceof Refusal || !(read instanceof Error)).toBe(true)
      }),
    )
  })
})

describe('what a field may hold, in words', () => {
  it.each([
    [uptime, 'percent, 0 % to 100 %'],
    [seats, 'number, at least 0 seats'],
    [of('number', { unit: 'licences' }), 'number of licences'],
    [residency, 'one of eu, us, asia pacific, MSA'],
    [places, 'any of eu, us, asia pacific'],
    [of('several'), 'several'],
    [of('yes-no'), 'yes or no'],
    [payment, 'duration'],
  ])('%#', (definition, words) => {
    expect(allowedWords(definition)).toBe(words)
  })
})

// Effective terms: what rules a field on a day, by which document, and the dates that follow from it.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { claimsOn, keysOf } from '../../src/contracts/effective-terms.ts'
import { familyOf, type Member } from '../../src/contracts/family.ts'
import { noticeDeadlineOf } from '../../src/contracts/notice.ts'
import { noticeDeadline, termBefore, termOn, termsOn, timelineOf, valuesOn } from '../../src/contracts/terms.ts'
import { day, members } from './family-generator.ts'
import { oracle } from './terms-oracle.ts'

type Link = { parent?: string; relation?: 'amends' | 'under' | 'renews'; order?: number }
const months = (count: number) => ({ count, unit: 'month' as const })
const days = (count: number) => ({ count, unit: 'day' as const })

/** A document, executed unless it says otherwise; without a link it belongs to nothing, else to C-1 as an amendment. */
const document = (number: number, values: Member['values'], ...links: Link[]): Member => ({
  id: `C-${number}`,
  values: { status: 'executed', ...values },
  links: links.map(({ parent = 'C-1', relation = 'amends', order }) => ({ parent, relation, order })),
})

/** What rules: `C-2 45 days`, or several that contradict each other. */
const ruling = (family: Member[], key: string, on: string, id = 'C-1'): string[] =>
  (termOn(familyOf(family), id, key, on)?.claims ?? []).map(({ by, value, way }) => `${by} ${way} ${JSON.stringify(value)}`)

const master = document(1, { effectiveDate: '2024-02-01', uptime: 99.9, payment: 30 })
const second = document(3, { effectiveDate: '2025-06-01', uptime: 99.95 }, {})

describe('what rules', () => {
  it.each<[string, Member[], string, string[]]>([
    ['the contract itself', [master], '2026-01-01', ['C-1 own 99.9']],
    ['an amendment, from its day on', [master, second], '2025-06-01', ['C-3 changed 99.95']],
    ['the contract itself, the day before', [master, second], '2025-05-31', ['C-1 own 99.9']],
    ['nothing of a draft', [master, document(3, { ...second.values, status: 'draft' }, {})], '2026-01-01', ['C-1 own 99.9']],
    [
      'nothing of a terminated amendment',
      [master, document(3, { ...second.values, status: 'terminated' }, {})],
      '2026-01-01',
      ['C-1 own 99.9'],
    ],
    [
      'an amendment that has expired since',
      [master, document(3, { ...second.values, status: 'expired' }, {})],
      '2026-01-01',
      ['C-3 changed 99.95'],
    ],
    ['nothing of an amendment without a day', [master, document(3, { uptime: 99.95 }, {})], '2026-01-01', ['C-1 own 99.9']],
    [
      'a later effect, though it was recorded earlier',
      [document(2, { effectiveDate: '2025-07-01', uptime: 99 }, {}), second, master],
      '2026-01-01',
      ['C-2 changed 99'],
    ],
    [
      'an amendment of an amendment',
      [master, second, document(4, { effectiveDate: '2025-08-01', uptime: 98 }, { parent: 'C-3' })],
      '2026-01-01',
      ['C-4 changed 98'],
    ],
    [
      'never earlier than what it amends',
      [master, second, document(4, { effectiveDate: '2025-01-01', uptime: 98 }, { parent: 'C-3' })],
      '2025-05-01',
      ['C-1 own 99.9'],
    ],
    [
      'and after it on its day',
      [master, second, document(4, { effectiveDate: '2025-01-01', uptime: 98 }, { parent: 'C-3' })],
      '2025-06-01',
      ['C-4 changed 98'],
    ],
    [
      'nothing through a draft',
      [
        master,
        document(3, { ...second.values, status: 'draft' }, {}),
        document(4, { effectiveDate: '2025-08-01', uptime: 98 }, { parent: 'C-3' }),
      ],
      '2026-01-01',
      ['C-1 own 99.9'],
    ],
    [
      'a renewal',
      [master, document(5, { effectiveDate: '2026-02-01', uptime: 97 }, { relation: 'renews' })],
      '2026-02-01',
      ['C-5 changed 97'],
    ],
    [
      'two of one day that differ: both are told',
      [master, second, document(4, { effectiveDate: '2025-06-01', uptime: 98 }, {})],
      '2026-01-01',
      ['C-3 changed 99.95', 'C-4 changed 98'],
    ],
    [
      'two of one day that say the same',
      [master, second, document(4, { effectiveDate: '2025-06-01', uptime: 99.95 }, {})],
      '2026-01-01',
      ['C-3 changed 99.95'],
    ],
    [
      'the one that was put after the other',
      [master, document(3, second.values, { order: 2 }), document(4, { effectiveDate: '2025-06-01', uptime: 98 }, { order: 1 })],
      '2026-01-01',
      ['C-3 changed 99.95'],
    ],
    [
      'both, where only one has a number',
      [master, document(3, second.values, { order: 2 }), document(4, { effectiveDate: '2025-06-01', uptime: 98 }, {})],
      '2026-01-01',
      ['C-3 changed 99.95', 'C-4 changed 98'],
    ],
    [
      'a later one settles what two left open',
      [
        master,
        second,
        document(4, { effectiveDate: '2025-06-01', uptime: 98 }, {}),
        document(5, { effectiveDate: '2025-09-01', uptime: 97 }, {}),
      ],
      '2026-01-01',
      ['C-5 changed 97'],
    ],
  ])('%s', (_title, family, on, told) => {
    expect(ruling(family, 'uptime', on)).toEqual(told)
  })

  const order = document(
    7,
    { effectiveDate: '2025-01-01', type: 'order-form', value: { minor: 100, currency: 'EUR' } },
    { relation: 'under' },
  )
  const annex = (number: number, uptime: number, more: Member['values'] = {}) =>
    document(number, { effectiveDate: '2025-02-01', type: 'sla', uptime, ...more }, { relation: 'under' })
  const silent = document(1, { effectiveDate: '2024-02-01' })

  it.each<[string, Member[], string, string, string[]]>([
    ['an order form takes from its master', [master, order], 'C-7', 'payment', ['C-1 inherited 30']],
    [
      'as it was amended',
      [master, document(2, { effectiveDate: '2025-07-01', payment: 45 }, {}), order],
      'C-7',
      'payment',
      ['C-2 inherited 45'],
    ],
    ['says itself what it says', [master, { ...order, values: { ...order.values, payment: 60 } }], 'C-7', 'payment', ['C-7 own 60']],
    ['and does not say it for its master', [silent, { ...order, values: { ...order.values, payment: 60 } }], 'C-1', 'payment', []],
    ['its amount is its own', [master, order], 'C-1', 'value', []],
    ['so is its title', [document(1, { title: 'MSA' }), order], 'C-7', 'title', []],
    ['nothing of a draft', [document(1, { ...master.values, status: 'draft' }), order], 'C-7', 'payment', []],
    [
      'what was agreed under a master that has ended goes on',
      [document(1, { ...master.values, status: 'terminated' }), order],
      'C-7',
      'payment',
      ['C-1 inherited 30'],
    ],
    ['an annex speaks for its master', [silent, annex(8, 99.5)], 'C-1', 'uptime', ['C-8 annex 99.5']],
    ['and for what else is under it', [silent, annex(8, 99.5), order], 'C-7', 'uptime', ['C-8 inherited 99.5']],
    ['but not against it', [master, annex(8, 99.5)], 'C-1', 'uptime', ['C-1 own 99.9']],
    [
      'two annexes that differ: both are told',
      [silent, annex(8, 99.5), annex(9, 99.7)],
      'C-1',
      'uptime',
      ['C-8 annex 99.5', 'C-9 annex 99.7'],
    ],
    [
      'an annex that has expired is silent',
      [silent, annex(8, 99.5, { status: 'expired', expirationDate: '2025-12-31' }), annex(9, 99.7)],
      'C-1',
      'uptime',
      ['C-9 annex 99.7'],
    ],
    [
      'an amendment of two documents changes both',
      [master, annex(8, 99.5), document(9, { effectiveDate: '2025-06-01', uptime: 99.95 }, {}, { parent: 'C-8' })],
      'C-8',
      'uptime',
      ['C-9 changed 99.95'],
    ],
  ])('under a master: %s', (_title, family, id, key, told) => {
    expect(ruling(family, key, '2026-01-01', id)).toEqual(told)
  })

  it('tells what ruled before', () => {
    const family = familyOf([master, document(2, { effectiveDate: '2025-01-01', uptime: 99.5 }, {}), second])
    const now = termOn(family, 'C-1', 'uptime', '2026-01-01')
    const before = now && termBefore(family, 'C-1', now)
    expect(before?.claims).toMatchObject([{ value: 99.5, by: 'C-2', since: '2025-01-01' }])
    const first = before && termBefore(family, 'C-1', before)
    expect(first?.claims).toMatchObject([{ value: 99.9, by: 'C-1' }])
    expect(first && termBefore(family, 'C-1', first)).toBeUndefined()
  })

  it('gives the values, and those that contradict each other apart', () => {
    const family = familyOf([master, second, document(4, { effectiveDate: '2025-06-01', uptime: 98 }, {})])
    expect(valuesOn(family, 'C-1', '2026-01-01')).toEqual({
      values: { status: 'executed', effectiveDate: '2024-02-01', payment: 30 },
      contradictions: { uptime: [99.95, 98] },
    })
    expect(valuesOn(family, 'C-1', '2026-01-01', ['payment'])).toEqual({ values: { payment: 30 }, contradictions: {} })
  })
})

describe('dates that follow', () => {
  const termed = (values: Member['values']) => document(1, { effectiveDate: '2024-02-01', ...values })
  const renewing = { initialTerm: months(36), autoRenewal: true, renewalTerm: months(12), noticePeriodToTerminateRenewal: days(60) }
  const computed = (family: Member[], on: string, id = 'C-1') => {
    const of = (key: string) => termOn(familyOf(family), id, key, on)
    const shown = (key: string) =>
      [
        of(key)
          ?.claims.map(({ value, by }) => `${by} ${value}`)
          .join(' / '),
        of(key)?.because,
      ]
        .filter(Boolean)
        .join('; ')
    return { ends: shown('expirationDate'), notice: shown(noticeDeadline) }
  }

  it.each<[string, Member[], string, { ends: string; notice: string }]>([
    [
      'a first term',
      [termed(renewing)],
      '2026-11-24',
      { ends: 'C-1 2027-01-31; 36 months from 1 Feb 2024', notice: 'C-1 2026-12-02; 31 Jan 2027 - 60 days = 2 Dec 2026, a Wednesday' },
    ],
    [
      'its last day',
      [termed(renewing)],
      '2027-01-31',
      { ends: 'C-1 2027-01-31; 36 months from 1 Feb 2024', notice: 'C-1 2026-12-02; 31 Jan 2027 - 60 days = 2 Dec 2026, a Wednesday' },
    ],
    [
      'the day after it',
      [termed(renewing)],
      '2027-02-01',
      {
        ends: 'C-1 2028-01-31; 36 months from 1 Feb 2024, renewed once',
        notice: 'C-1 2027-12-02; 31 Jan 2028 - 60 days = 2 Dec 2027, a Thursday',
      },
    ],
    [
      'an end that is stated',
      [termed({ ...renewing, expirationDate: '2026-12-31' })],
      '2026-11-24',
      { ends: 'C-1 2026-12-31', notice: 'C-1 2026-11-01; 31 Dec 2026 - 60 days = 1 Nov 2026, a Sunday' },
    ],
    [
      'a stated end that was renewed',
      [termed({ ...renewing, expirationDate: '2025-12-31' })],
      '2027-06-01',
      { ends: 'C-1 2027-12-31; 31 Dec 2025, renewed 2 times', notice: 'C-1 2027-11-01; 31 Dec 2027 - 60 days = 1 Nov 2027, a Monday' },
    ],
    [
      'no renewal by itself',
      [termed({ ...renewing, autoRenewal: false })],
      '2028-01-01',
      { ends: 'C-1 2027-01-31; 36 months from 1 Feb 2024', notice: '' },
    ],
    [
      'a renewal of unknown length',
      [termed({ initialTerm: months(36), autoRenewal: true })],
      '2028-01-01',
      { ends: 'C-1 2027-01-31; 36 months from 1 Feb 2024', notice: '' },
    ],
    [
      'an agreement that was terminated',
      [termed({ ...renewing, status: 'terminated' })],
      '2028-01-01',
      { ends: 'C-1 2027-01-31; 36 months from 1 Feb 2024', notice: '' },
    ],
    ['without an end', [termed({ noticePeriodToTerminateRenewal: days(60) })], '2026-11-24', { ends: '', notice: '' }],
    ['without a start', [document(1, renewing)], '2026-11-24', { ends: '', notice: '' }],
    ['for ever', [termed({ ...renewing, expirationDate: 'perpetual' })], '2026-11-24', { ends: 'C-1 perpetual', notice: '' }],
    [
      'an amendment that makes the first term longer',
      [termed({ ...renewing, expirationDate: '2027-01-31' }), document(2, { effectiveDate: '2025-01-01', initialTerm: months(48) }, {})],
      '2026-11-24',
      { ends: 'C-2 2028-01-31; 48 months from 1 Feb 2024', notice: 'C-2 2027-12-02; 31 Jan 2028 - 60 days = 2 Dec 2027, a Thursday' },
    ],
    [
      'an amendment that moves the end',
      [termed(renewing), document(2, { effectiveDate: '2025-01-01', expirationDate: '2028-06-30' }, {})],
      '2026-11-24',
      { ends: 'C-2 2028-06-30', notice: 'C-2 2028-05-01; 30 Jun 2028 - 60 days = 1 May 2028, a Monday' },
    ],
    [
      'an amendment that moves the notice',
      [termed(renewing), document(2, { effectiveDate: '2025-01-01', noticePeriodToTerminateRenewal: months(6) }, {})],
      '2026-11-24',
      { ends: 'C-1 2027-01-31; 36 months from 1 Feb 2024', notice: 'C-2 2026-07-31; 31 Jan 2027 - 6 months = 31 Jul 2026, a Friday' },
    ],
    [
      'renewals as long as was agreed when each began',
      [
        termed({ ...renewing, initialTerm: months(12), renewalTerm: months(24) }),
        document(2, { effectiveDate: '2025-10-01', renewalTerm: months(12) }, {}),
      ],
      '2027-06-01',
      {
        ends: 'C-1 2028-01-31; 12 months from 1 Feb 2024, renewed 2 times',
        notice: 'C-1 2027-12-02; 31 Jan 2028 - 60 days = 2 Dec 2027, a Thursday',
      },
    ],
    [
      'a renewal with a term of its own',
      [termed(renewing), document(2, { effectiveDate: '2027-02-01', initialTerm: months(24) }, { relation: 'renews' })],
      '2027-03-01',
      { ends: 'C-2 2029-01-31; 24 months from 1 Feb 2027', notice: 'C-2 2028-12-02; 31 Jan 2029 - 60 days = 2 Dec 2028, a Saturday' },
    ],
    [
      'two ends that contradict each other',
      [
        termed(renewing),
        document(2, { effectiveDate: '2025-01-01', expirationDate: '2028-06-30' }, {}),
        document(3, { effectiveDate: '2025-01-01', expirationDate: '2028-12-31' }, {}),
      ],
      '2026-11-24',
      { ends: 'C-2 2028-06-30 / C-3 2028-12-31', notice: 'not computed: documents contradict each other about the end' },
    ],
    [
      'a monthly term from the 31st',
      [
        document(1, {
          effectiveDate: '2025-01-31',
          initialTerm: months(1),
          autoRenewal: true,
          renewalTerm: months(1),
          noticePeriodToTerminateRenewal: days(10),
        }),
      ],
      '2026-03-01',
      {
        ends: 'C-1 2026-03-30; 1 month from 31 Jan 2025, renewed 13 times',
        notice: 'C-1 2026-03-20; 30 Mar 2026 - 10 days = 20 Mar 2026, a Friday',
      },
    ],
  ])('%s', (_title, family, on, expected) => {
    expect(computed(family, on)).toEqual(expected)
  })

  it('are those of the master for what has no term of its own, but notice is given under the master alone', () => {
    const annex = document(2, { effectiveDate: '2024-02-01', type: 'dpa' }, { relation: 'under' })
    const fixed = document(3, { effectiveDate: '2025-09-01', type: 'order-form', expirationDate: '2027-01-31' }, { relation: 'under' })
    const family = [termed(renewing), annex, fixed]
    expect(computed(family, '2027-03-01', 'C-2')).toEqual({ ends: 'C-1 2028-01-31; 36 months from 1 Feb 2024, renewed once', notice: '' })
    expect(computed(family, '2027-03-01', 'C-3')).toEqual({ ends: 'C-3 2027-01-31', notice: '' })
  })

  it('have a timeline that goes on as terms are renewed', () => {
    const family = familyOf([termed(renewing), document(2, { effectiveDate: '2028-06-01', noticePeriodToTerminateRenewal: days(90) }, {})])
    const shown = timelineOf(family, 'C-1', noticeDeadline, '2029-03-01').map(
      ({ from, term }) => `${from} ${term?.claims[0]?.by} ${term?.claims[0]?.value}`,
    )
    expect(shown).toEqual([
      '0001-01-01 C-1 2026-12-02',
      '2027-02-01 C-1 2027-12-02',
      '2028-02-01 C-1 2028-12-02',
      '2028-06-01 C-2 2028-11-02',
      '2029-02-01 C-1 2029-11-02',
    ])
  })
})

const anywhere = fc.record({ family: members, on: day, pick: fc.nat() })
const chosen = (family: readonly Member[], pick: number) => family[pick % family.length]?.id ?? ''

test('on any day, of any family, as the slow way has it', () => {
  fc.assert(
    fc.property(anywhere, ({ family, on, pick }) => {
      const id = chosen(family, pick)
      for (const key of keysOf(familyOf(family), id)) {
        const told = claimsOn(familyOf(family), id, key, on).map(({ value, by }) => ({ value, by }))
        expect({ key, told }).toEqual({ key, told: oracle(family, id, key, on) })
      }
    }),
    { numRuns: 1_000 },
  )
})

test('the order in which documents and links were recorded does not matter', () => {
  const shuffled = anywhere.chain(({ family, on, pick }) => {
    const again = fc.shuffledSubarray(family, { minLength: family.length })
    return fc.record({ family: fc.constant(family), on: fc.constant(on), pick: fc.constant(pick), again })
  })
  fc.assert(
    fc.property(shuffled, ({ family, again, on, pick }) => {
      const id = chosen(family, pick)
      const reversed = again.map((member) => ({ ...member, links: member.links.toReversed() }))
      const byKey = (all: readonly Member[]) => termsOn(familyOf(all), id, on).toSorted((one, other) => (one.key < other.key ? -1 : 1))
      expect(byKey(reversed)).toEqual(byKey(family))
    }),
    { numRuns: 300 },
  )
})

test('the order in which they take effect does: of several amendments the last day rules, whichever was recorded last', () => {
  const dates = fc.uniqueArray(day, { minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(dates, day, (effects, on) => {
      const amendments = effects.map((effectiveDate, index) => document(index + 2, { effectiveDate, uptime: index }, {}))
      const past = effects.filter((one) => one <= on).toSorted()
      const expected = past.length === 0 ? 99.9 : effects.indexOf(past.at(-1) as string)
      expect(valuesOn(familyOf([master, ...amendments]), 'C-1', on).values.uptime).toBe(expected)
    }),
  )
})

test('what was never signed changes nothing for the others', () => {
  fc.assert(
    fc.property(anywhere, ({ family, on, pick }) => {
      const id = chosen(family, pick)
      const isUnsigned = ({ values: { status } }: Member) => status === undefined || status === 'draft' || status === 'in-negotiation'
      const signed = family.filter((member) => member.id === id || !isUnsigned(member))
      expect(termsOn(familyOf(signed), id, on).length).toBeGreaterThanOrEqual(0)
      expect(valuesOn(familyOf(signed), id, on)).toEqual(valuesOn(familyOf(family), id, on))
    }),
    { numRuns: 300 },
  )
})

test('the timeline of a field agrees with what is in force on each day', () => {
  fc.assert(
    fc.property(anywhere, fc.array(day, { minLength: 5, maxLength: 15 }), ({ family, pick }, sample) => {
      const all = familyOf(family)
      const id = chosen(family, pick)
      for (const key of [...keysOf(all, id), 'expirationDate', noticeDeadline]) {
        const spans = timelineOf(all, id, key, '2030-01-01')
        for (const on of sample) {
          const span = spans.findLast(({ from }) => from <= on)
          const of = (claims: readonly { value: unknown; by: string }[] = []) => claims.map(({ value, by }) => [value, by])
          expect({ key, on, told: of(span?.term?.claims) }).toEqual({ key, on, told: of(termOn(all, id, key, on)?.claims) })
        }
      }
    }),
    { numRuns: 100 },
  )
})

test('a term that renews by itself has not ended, and its notice is counted back from its end', () => {
  fc.assert(
    fc.property(anywhere, ({ family, on, pick }) => {
      const id = chosen(family, pick)
      const { values } = valuesOn(familyOf(family), id, on)
      const { expirationDate: end, noticePeriodToTerminateRenewal: notice, noticeDeadline: deadline } = values
      const renews =
        values.autoRenewal === true && values.renewalTerm !== undefined && values.status !== 'expired' && values.status !== 'terminated'
      const isAlone = family.length === 1
      if (isAlone && renews && end !== undefined) expect(end >= on).toBe(true)
      if (deadline !== undefined) expect(deadline).toBe(noticeDeadlineOf(end as string, notice as never))
    }),
    { numRuns: 500 },
  )
})

// The grammar of filters: tables of what people type and what it means, what is refused with what is allowed, and lines that read back.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFilter } from '../../../src/bot/filter/read-filter.ts'
import { showFilter } from '../../../src/bot/filter/show-filter.ts'
import { syntaxOf } from '../../../src/bot/filter/syntax.ts'
import { namesFields, tokensOf } from '../../../src/bot/filter/tokens.ts'
import type { Condition } from '../../../src/contracts/filter/condition.ts'
import { describeFilter } from '../../../src/contracts/filter/describe.ts'
import { Refusal } from '../../../src/contracts/refusal.ts'
import { condition, definitions } from '../../contracts/filter/filter-generator.ts'
import { person } from '../../store/opened-drafts.ts'

const people = ['P-1', 'P-2', 'P-10'].map((id) => person(id))
const store = { people: { named: async (typed: string) => people.filter(({ id }) => id.toLowerCase() === typed.toLowerCase()) } }
const around = { store: store as never, person: person('P-1'), today: '2026-11-24', definitions }
const read = async (typed: string) => (await readFilter(typed, around)).condition
const said = async (typed: string) => describeFilter(await read(typed), { definitions, nameOf: (id) => (id === 'P-1' ? 'Ana' : id) })

const refused = async (typed: string): Promise<Refusal> => {
  const found = await read(typed).catch((error: unknown) => error)
  if (found instanceof Refusal) return found
  throw new Error('It was not refused.')
}

const is = (field: string, comparison: string, value: unknown) => ({ field, comparison, value })
const named = (field: string, comparison: string, value: string) => ({ field, comparison, value, byWords: true })
const word = (...words: string[]) => ({ words })

describe('what is meant', () => {
  test.each<[string, unknown]>([
    ['acme', word('acme')],
    ['"gross negligence"', word('gross', 'negligence')],
    ['type:msa', is('type', '=', 'msa')],
    ['type=msa', is('type', '=', 'msa')],
    ['TYPE:MSA', is('type', '=', 'msa')],
    ['type!=msa', is('type', '!=', 'msa')],
    ['type<>msa', is('type', '!=', 'msa')],
    ['-type:msa', { not: is('type', '=', 'msa') }],
    ['−type:msa', { not: is('type', '=', 'msa') }],
    ['--type:msa', is('type', '=', 'msa')],
    ['type:"order form"', is('type', '=', 'order-form')],
    ['type:“order form”', is('type', '=', 'order-form')],
    ['type:&quot;order form&quot;', is('type', '=', 'order-form')],
    ['type：msa', is('type', '=', 'msa')],
    ['ｔｙｐｅ＝msa', is('type', '=', 'msa')],
    ['type:msa,nda', { any: [is('type', '=', 'msa'), is('type', '=', 'nda')] }],
    ['type!=msa,nda', { all: [is('type', '!=', 'msa'), is('type', '!=', 'nda')] }],
    ['type:msa or type:nda', { any: [is('type', '=', 'msa'), is('type', '=', 'nda')] }],
    ['type:msa\u00a0or\u2003type:nda', { any: [is('type', '=', 'msa'), is('type', '=', 'nda')] }],
    ['type:msa acme or seats>5', { any: [{ all: [is('type', '=', 'msa'), word('acme')] }, is('seats', '>', 5)] }],
    ['type:msa (acme or seats>5)', { all: [is('type', '=', 'msa'), { any: [word('acme'), is('seats', '>', 5)] }] }],
    ['-(type:msa or acme)', { not: { any: [is('type', '=', 'msa'), word('acme')] } }],
    ['--acme', word('acme')],
    ['-acme', { not: word('acme') }],
    ['-"gross negligence"', { not: word('gross', 'negligence') }],
    ['seats≥480', is('seats', '>=', 480)],
    ['seats:≥480', is('seats', '>=', 480)],
    ['seats:>=1,200', is('seats', '>=', 1200)],
    ['seats&lt;480', is('seats', '<', 480)],
    ['seats&gt;=480', is('seats', '>=', 480)],
    ['sla<99.9', is('uptime', '<', 99.9)],
    ['SLA=99,95%', is('uptime', '=', 99.95)],
    ['sla!=standard', is('uptime', '!=', 99.9)],
    ['sla:standard', is('uptime', '=', 99.9)],
    ['sla:99..99.9', { field: 'uptime', from: 99, to: 99.9 }],
    ['sla:..99.9', { field: 'uptime', to: 99.9 }],
    ['sla:99..', { field: 'uptime', from: 99 }],
    ['sla!=99..99.9', { all: [{ field: 'uptime', isSet: true }, { not: { field: 'uptime', from: 99, to: 99.9 } }] }],
    ['sla:none', { field: 'uptime', isSet: false }],
    ['sla:any', { field: 'uptime', isSet: true }],
    ['sla!=none', { field: 'uptime', isSet: true }],
    ['law=standard', is('law', '=', ['New York'])],
    ['law:york', named('law', '=', 'york')],
    ['law:"new york;germany"', { any: [named('law', '=', 'new york'), named('law', '=', 'germany')] }],
    ['location:eu,us', { any: [is('location', '=', 'eu'), is('location', '=', 'us')] }],
    ['renews:yes', is('renews', '=', true)],
    ['value>100k', is('value', '>', { amount: 100_000 })],
    ['value>"EUR 100k"', is('value', '>', { minor: 10_000_000, currency: 'EUR' })],
    ['value>€100k', is('value', '>', { minor: 10_000_000, currency: 'EUR' })],
    ['value:100k..1m', { field: 'value', from: { amount: 100_000 }, to: { amount: 1_000_000 } }],
    ['value:€100k..1m', { field: 'value', from: { minor: 10_000_000, currency: 'EUR' }, to: { minor: 100_000_000, currency: 'EUR' } }],
    ['value:100k..$1m', { field: 'value', from: { minor: 10_000_000, currency: 'USD' }, to: { minor: 100_000_000, currency: 'USD' } }],
    ['notice<60d', is('notice', '<', { count: 60, unit: 'day' })],
    ['notice<=standard', is('notice', '<=', { count: 30, unit: 'day' })],
    ['notice:30d..3months', { field: 'notice', from: { count: 30, unit: 'day' }, to: { count: 3, unit: 'month' } }],
    ['owner:me', is('owner', '=', 'P-1')],
    ['owner:me,P-2', { any: [is('owner', '=', 'P-1'), is('owner', '=', 'P-2')] }],
    ['counterparty:"Acme Ltd"', named('counterparty', '=', 'Acme Ltd')],
    ['counterparty:"Bean, L.L.C."', named('counterparty', '=', 'Bean, L.L.C.')],
    ['expires<90d', { field: 'expirationDate', from: '2026-11-24', to: '2027-02-22' }],
    ['expires>90d', is('expirationDate', '>', '2027-02-22')],
    ['expires:2026-01-01..2026-06-30', { field: 'expirationDate', from: '2026-01-01', to: '2026-06-30' }],
    ['expires:2024..2025', { field: 'expirationDate', from: '2024-01-01', to: '2025-12-31' }],
    ['expires:..2025', { field: 'expirationDate', to: '2025-12-31' }],
    ['expires:2027..', { field: 'expirationDate', from: '2027-01-01' }],
    ['expires:"next 90 days"', { field: 'expirationDate', from: '2026-11-24', to: '2027-02-22' }],
    ['expires:Q1', { field: 'expirationDate', from: '2027-01-01', to: '2027-03-31' }],
    ['expires<2027', is('expirationDate', '<', '2027-01-01')],
    ['expires<=2027', is('expirationDate', '<=', '2027-12-31')],
    ['expires>2027', is('expirationDate', '>', '2027-12-31')],
    ['expires>=2027', is('expirationDate', '>=', '2027-01-01')],
    ['expires:perpetual', is('expirationDate', '=', 'perpetual')],
    [
      'expires!=2027',
      { all: [{ field: 'expirationDate', isSet: true }, { not: { field: 'expirationDate', from: '2027-01-01', to: '2027-12-31' } }] },
    ],
  ])('%s', async (typed, meant) => expect(await read(typed)).toEqual(meant))
})

describe('what was pasted is words', () => {
  test.each<[string, unknown]>([
    ['QUAGGA:The', word('QUAGGA', 'The')],
    ['https://acme.example/x', word('https://acme.example/x')],
    ['14:02', word('14:02')],
    ['said:', word('said:')],
    ['Black < White', { all: [word('Black'), word('<'), word('White')] }],
    ['"sla<"', word('sla<')],
    ['(a+)+$', word('a+)+$')],
    ['a (b', { all: [word('a'), word('b')] }],
    ['a) b', { all: [word('a)'), word('b')] }],
    ['Foo (Bar) Ltd', { all: [word('Foo'), word('Bar'), word('Ltd')] }],
    ['C(1) (x y(2))', { all: [word('C(1)'), word('x'), word('y(2)')] }],
    ['or', word('or')],
    ['acme or', { all: [word('acme'), word('or')] }],
    ['acme or or msa', { any: [{ all: [word('acme'), word('or')] }, word('msa')] }],
    ['"or"', word('or')],
    ['()', { all: [] }],
    ['- acme', word('acme')],
    ['acme or -', word('acme')],
    ['', { all: [] }],
    ['{"$ne":null}', word('{"$ne":null}')],
  ])('%s', async (typed, meant) => expect(await read(typed)).toEqual(meant))

  test('and it says so', async () => {
    expect((await readFilter('QUAGGA:The x', around)).pasted).toEqual(['"QUAGGA:The" is read as words, because it names no field'])
    expect((await readFilter('typ:msa', around)).pasted).toEqual([
      '"typ:msa" is read as words, because it names no field; did you mean type:msa?',
    ])
  })
})

describe('what is refused, with what is allowed', () => {
  test.each<[string, RegExp, RegExp]>([
    ['sla< 99.9', /"sla<" compares with nothing/, /no spaces: sla<value/],
    ['sla < 99.9', /"sla<" compares with nothing/, /no spaces: sla<value/],
    ['type:contract', /Type can't be "contract"/, /msa, sow, order-form/],
    ['type<msa', /Type has no size to compare/, /type:msa/],
    ['counterprty:acme', /no field "counterprty".*Did you mean counterparty:acme\?/, /title, counterparty/],
    ['colour>5', /no field "colour"/, /title, counterparty/],
    ['sla<high', /Uptime can't be "high"/, /99.95/],
    ['sla:99.9..99', /99.9 is more than 99/, /sla|uptime:99..99.9/],
    ['sla<99..99.9', /is a range/, /uptime:99..99.9/],
    ['seats:standard', /Seats has no standard value/, /field show seats/],
    ['value>lots', /not an amount/, /currency/],
    ['expires:soonish', /soonish/, /./],
    ['owner:nobody', /Nobody here is called "nobody"/, /person list/],
    [`${'('.repeat(50)}acme${')'.repeat(50)}`, /more than 12 deep/, /Ask for less/],
    ['acme or '.repeat(100), /more than 60 parts/, /Ask for less/],
    ['x'.repeat(10_000), /10,000 characters long; 2000 fit/, /Ask for less/],
  ])('%.40s', async (typed, message, next) => {
    const refusal = await refused(typed)
    expect(refusal.message).toMatch(message)
    expect(refusal.next).toMatch(next)
  })
})

describe('what was understood, in one sentence', () => {
  test.each([
    ['acme', ''],
    ['sla!=standard', 'Uptime is not 99.9 % (standard)'],
    ['sla<99.9', 'Uptime below 99.9 % (standard)'],
    ['-sla:99.5', 'Uptime is not 99.5 % or is not set'],
    ['sla:none acme', 'Uptime is not set'],
    ['sla:99..99.5 value>100k', 'Uptime from 99 % to 99.5 %; Value above 100,000 in its own currency'],
    ['value>="EUR 250k"', 'Value at least EUR 250,000'],
    ['expires<90d owner:me', 'Expires 24 Nov 2026 to 22 Feb 2027; Owner is Ana'],
    ['expires:2027.. -draft', 'Expires from 1 Jan 2027 on; without the word draft'],
    ['expires>2027', 'Expires after 31 Dec 2027'],
    ['type:msa,nda notice<=60d', 'Type is MSA or Type is NDA; Notice at most 60 days'],
    ['type:msa (owner:me or -acme seats>5)', 'Type is MSA; Owner is Ana or (without the word acme and Seats above 5 seats)'],
    ['-(type:msa or "gross negligence")', 'not (Type is MSA or with the words gross negligence)'],
    ['-expires<90d', 'not: Expires 24 Nov 2026 to 22 Feb 2027'],
    ['location:eu law!=standard', 'Location includes eu; Governing law does not include New York (standard)'],
  ])('%s', async (typed, sentence) => expect(await said(typed)).toBe(sentence))
})

test('a condition that was shown reads back as itself', async () => {
  await fc.assert(
    fc.asyncProperty(condition, async (tree) => {
      expect(await read(showFilter(tree, definitions))).toEqual(tree)
    }),
    { numRuns: 500 },
  )
})

test.each(['type:msa acme or (law=standard -value:100k..1m)', '"or" "a \\"b\\" c" sla<=99.5 notice:30d..'])(
  '%s reads back',
  async (typed) => {
    const tree: Condition = await read(typed)
    expect(await read(showFilter(tree, definitions))).toEqual(tree)
  },
)

describe('anything whatever', () => {
  test('is read or refused, and never breaks it', async () => {
    const parts = fc.constantFrom(
      '(',
      ')',
      '-',
      'or',
      ' ',
      'type:',
      'sla<',
      '"',
      '“',
      '9',
      '..',
      'acme',
      '&lt;',
      '\u00a0',
      '＝',
      '💥',
      '\ud800',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.array(parts, { maxLength: 30 }).map((some) => some.join('')),
        ),
        async (typed) => {
          const found = await read(typed).catch((error: unknown) => (error instanceof Refusal ? 'refused' : Promise.reject(error)))
          expect(found).toBeDefined()
        },
      ),
    )
  })
  test('takes time with its length, not with its square', () => {
    for (const part of ['(', ')', '-', '"', 'a:', '((a)) ', 'or ', '-('.repeat(3), '()']) {
      const began = performance.now()
      expect(tokensOf(part.repeat(10_000)).length).toBeGreaterThanOrEqual(0)
      expect(performance.now() - began).toBeLessThan(1_000)
    }
    expect(syntaxOf(tokensOf('-'.repeat(50)))).toBeDefined()
  })
})

describe('whether anything may be about a field', () => {
  test.each([
    ['acme', false],
    ['acme or "type:msa" -globex', false],
    ['acme type:msa', true],
    ['acme (globex or sla<99.9)', true],
    ['-status:draft', true],
    ['', false],
  ])('%s', (typed, expected) => expect(namesFields(typed)).toBe(expected))
})

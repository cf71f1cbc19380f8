// The parser: tables of what people and platforms really send, and that no string whatever breaks it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/bot/parse.ts'
import { writeLine } from '../../src/bot/write-line.ts'

const word = (text: string) => ({ text, quoted: false })
const phrase = (text: string) => ({ text, quoted: true })

describe('words', () => {
  test.each([
    ['show C-142', [word('show'), word('C-142')]],
    ['  show   C-142  ', [word('show'), word('C-142')]],
    ['show\u00a0C-142\u00a0', [word('show'), word('C-142')]],
    ['show\u202f\u2009C-142\u200b', [word('show'), word('C-142')]],
    ['\u200eshow\u200f C-142\ufeff', [word('show'), word('C-142')]],
    ['show&nbsp;C-142', [word('show'), word('C-142')]],
    ['show "Acme Ltd"', [word('show'), phrase('Acme Ltd')]],
    ['show “Acme Ltd”', [word('show'), phrase('Acme Ltd')]],
    ['show “Acme Ltd"', [word('show'), phrase('Acme Ltd')]],
    ['show "Acme Ltd”', [word('show'), phrase('Acme Ltd')]],
    ['show „Acme GmbH“', [word('show'), phrase('Acme GmbH')]],
    ['show «Acme SA»', [word('show'), phrase('Acme SA')]],
    ['show &quot;Acme Ltd&quot;', [word('show'), phrase('Acme Ltd')]],
    ['note "he said “fine” twice"', [word('note'), phrase('he said “fine” twice')]],
    ['note "say \\"yes\\" and C:\\\\x"', [word('note'), phrase('say "yes" and C:\\x')]],
    ['note "C:\\temp"', [word('note'), phrase('C:\\temp')]],
    ['note ""', [word('note'), phrase('')]],
    ['note "a""b"', [word('note'), phrase('a'), phrase('b')]],
    ["find O'Brien ‘quoted’", [word('find'), word("O'Brien"), word('‘quoted’')]],
    ['find 6" pipe', [word('find'), word('6"'), word('pipe')]],
    ['why liability?', [word('why'), word('liability?')]],
    ['find acme -draft', [word('find'), word('acme'), word('-draft')]],
    ['find −draft', [word('find'), word('-draft')]],
    ['find -"first draft"', [word('find'), word('-first draft')]],
    ['find "-draft"', [word('find'), phrase('-draft')]],
    ['yes - agreed – really — fine', ['yes', '-', 'agreed', '–', 'really', '—', 'fine'].map(word)],
    ['12–month cap', [word('12–month'), word('cap')]],
    ['find müller 株式会社 🙂', [word('find'), word('müller'), word('株式会社'), word('🙂')]],
  ])('%j', (line, words) => expect(parse(line)).toEqual({ words, pairs: [], flags: [] }))

  test('a quote that is never closed reaches to the end', () => {
    expect(parse('note C-142 "call with Lee: they accept type:msa ').words).toEqual([
      word('note'),
      word('C-142'),
      phrase('call with Lee: they accept type:msa'),
    ])
    expect(parse('set C-1 source:"Amendment 2 p.3').pairs).toEqual([{ key: 'source', comparison: ':', value: 'Amendment 2 p.3' }])
  })

  test('the lines of a note stay lines', () => {
    expect(parse('note first\nsecond\r\n\r\nthird of:x\nfourth').words).toEqual([
      word('note'),
      word('first'),
      { ...word('second'), newLine: true },
      { ...word('third'), newLine: true },
      { ...word('fourth'), newLine: true },
    ])
  })
})

describe('mentions and links', () => {
  test.each([
    ['<@U123|lee>', '@lee'],
    ['<@U123>', '@U123'],
    ['<@W9|>', '@W9'],
    ['<#C1|general>', '#general'],
    ['<#C1>', '#C1'],
    ['<!here>', '@here'],
    ['<!subteam^S1|@legal>', '@legal'],
    ['<mailto:lee@acme.example|lee@acme.example>', 'lee@acme.example'],
    ['<https://acme.example/a?b=1&amp;c=2|here>', 'https://acme.example/a?b=1&c=2'],
    ['<https://acme.example/a>', 'https://acme.example/a'],
    ['<http://acme.example|acme.example>', 'acme.example'],
    ['<tel:+4930123|+49 30 123>', '+49 30 123'],
    ['<at>Ana Ruiz</at>', '@Ana Ruiz'],
    ['<at id="0">Ana &amp; Co</at>', '@Ana & Co'],
    ['&lt;@U123&gt;', '<@U123>'],
    ['&amp;lt;', '&lt;'],
    ['<unknown>', '<unknown>'],
    ['<at>open', '<at>open'],
  ])('%j is %j', (typed, read) => {
    expect(parse(typed).words).toEqual([word(read)])
    expect(parse(`grant ${typed} now`).words).toEqual([word('grant'), word(read), word('now')])
    expect(parse(`note "by ${typed}"`).words[1]).toEqual(phrase(`by ${read}`))
    expect(parse(`owner:${typed}`).pairs).toEqual([{ key: 'owner', comparison: ':', value: read }])
  })

  test('what a link or a name contains is never syntax', () => {
    expect(parse('<at>a" type:msa --x</at> ok')).toEqual({ words: [word('@a" type:msa --x'), word('ok')], pairs: [], flags: [] })
    expect(parse('<https://x.example/a:b=c|"x">').words).toEqual([word('https://x.example/a:b=c')])
  })
})

describe('pairs', () => {
  test.each([
    ['type:msa', ['type', ':', 'msa']],
    ['sla.uptime=99.95', ['sla.uptime', '=', '99.95']],
    ['expires<90d', ['expires', '<', '90d']],
    ['expires&lt;90d', ['expires', '<', '90d']],
    ['breach-notice<=24h', ['breach-notice', '<=', '24h']],
    ['breach-notice&lt;=24h', ['breach-notice', '<=', '24h']],
    ['breach-notice≤24h', ['breach-notice', '<=', '24h']],
    ['value>=EUR', ['value', '>=', 'EUR']],
    ['value&gt;10k', ['value', '>', '10k']],
    ['sla!=standard', ['sla', '!=', 'standard']],
    ['sla≠standard', ['sla', '!=', 'standard']],
    ['source:"Amendment 2 p.3"', ['source', ':', 'Amendment 2 p.3']],
    ['source:“Amendment 2 p.3”', ['source', ':', 'Amendment 2 p.3']],
    ['source:""', ['source', ':', '']],
    ['filter:"team:cs type:msa"', ['filter', ':', 'team:cs type:msa']],
    ['with:<mailto:lee@acme.example|lee@acme.example>', ['with', ':', 'lee@acme.example']],
    ['at:14:02', ['at', ':', '14:02']],
    ['hours:"09:00-17:30"', ['hours', ':', '09:00-17:30']],
    ['--share:here', ['share', ':', 'here']],
    ['—share=here', ['share', '=', 'here']],
    ['link:https://x.example', ['link', ':', 'https://x.example']],
  ])('%j', (line, [key, comparison, value]) => {
    expect(parse(line)).toEqual({ words: [], pairs: [{ key, comparison, value }], flags: [] })
    expect(parse(`find a ${line} b`)).toEqual({
      words: [word('find'), word('a'), word('b')],
      pairs: [{ key, comparison, value }],
      flags: [],
    })
  })

  test.each(['https://x.example', 'http://x.example:80/a=b', 'C:\\temp', '14:02', '3:1', 'said:', 'a:', ':b', '=b', '<b', '!=b', '1<2'])(
    '%j is a word',
    (line) => expect(parse(`note ${line} x`)).toEqual({ words: [word('note'), word(line), word('x')], pairs: [], flags: [] }),
  )
})

test.each([
  ['talk --history', ['history']],
  ['talk —history', ['history']],
  ['talk –history', ['history']],
  ['talk --History --all-versions', ['history', 'all-versions']],
])('flags of %j', (line, flags) => expect(parse(line)).toEqual({ words: [word('talk')], pairs: [], flags }))

test.each(['--', '---', '--1', '"--x"', '-'])('%j is no flag', (line) => expect(parse(line)).toMatchObject({ pairs: [], flags: [] }))

/** Strings made of what matters to the parser, so that its edges are met often. */
const pieces = fc.constantFrom(
  ...[
    '"',
    '“',
    '”',
    '„',
    '«',
    '»',
    '\\',
    '<',
    '>',
    '&',
    ';',
    '&lt;',
    '&amp;',
    '&quot;',
    '<at>',
    '</at>',
    '<@U1',
    '|',
    '<mailto:',
    '<https://',
  ],
  ...[
    '--',
    '—',
    '–',
    '-',
    ':',
    '=',
    '!=',
    '<=',
    '≥',
    ' ',
    '\n',
    '\u00a0',
    '\u200b',
    '\u202e',
    '\ud800',
    '\0',
    'key',
    'C-142',
    'é',
    '🙂',
    '.',
  ],
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
)

describe('whatever arrives', () => {
  test('is read, and read again from what is written back it means the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parse(text)
        const again = parse(writeLine(parsed))
        expect(again.words.map((each) => each.text)).toEqual(parsed.words.map((each) => each.text))
        expect(again.words.map((each) => each.newLine)).toEqual(parsed.words.map((each) => each.newLine))
        expect({ ...again, words: [] }).toEqual({ ...parsed, words: [] })
        expect(writeLine(again)).toBe(writeLine(parsed))
      }),
      { numRuns: 3000 },
    )
  })

  test('any phrase comes back from its quotes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = writeLine({
          words: [word('note'), phrase(text)],
          pairs: [{ key: 'source', comparison: ':', value: text }],
          flags: ['x'],
        })
        expect(parse(line)).toEqual({
          words: [word('note'), phrase(text)],
          pairs: [{ key: 'source', comparison: ':', value: text }],
          flags: ['x'],
        })
      }),
      { numRuns: 2000 },
    )
  })

  test('is read in a time that grows with its length', () => {
    for (const text of [
      '<https://'.repeat(40_000),
      '"'.repeat(200_000),
      '<at>'.repeat(60_000),
      'a:'.repeat(100_000),
      '&'.repeat(200_000),
    ]) {
      const start = performance.now()
      parse(text)
      expect(performance.now() - start).toBeLessThan(1500)
    }
  })
})

test.each([
  ['find type:msa or type:nda acme', 'find type:msa or type:nda acme'],
  ['find (expires<90d or -type:“order form”) "a b"', 'find (expires<90d or -type:“order form”) "a b"'],
  ['note on:yesterday "call with Lee" --draft now', 'note on:yesterday "call with Lee" now --draft'],
])('what is written back keeps the order in which it stood: %s', (typed, written) => {
  expect(writeLine(parse(typed))).toBe(written)
  const parsed = parse(typed)
  expect(writeLine({ ...parsed, words: [{ text: 'first', quoted: false }, ...parsed.words.slice(1)] })).toBe(
    written.replace(/^\w+/, 'first'),
  )
})

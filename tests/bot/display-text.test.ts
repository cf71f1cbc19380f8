// Text as it may be shown: what is kept, what is made visible, and where it is cut.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clamp, clampSaying, neutral, oneLine } from '../../src/bot/display-text.ts'
import { displayWidth, padTo } from '../../src/bot/display-width.ts'
import { safeLink } from '../../src/bot/safe-link.ts'
import { wrapText } from '../../src/bot/wrap-text.ts'
import { anyText } from './hostile-text.ts'

describe('neutral', () => {
  test.each([
    ['plain', 'Acme Ltd, § 9 – “cap”', 'Acme Ltd, § 9 – “cap”'],
    ['line ends', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['NUL and escape', 'a\u0000b\u001b[31m', 'a␀b␛[31m'],
    ['tab, delete, C1', 'a\tb\u007fc\u009bd', 'a b␡c\ufffdd'],
    ['lone surrogates', '\ud800a\udc00', '\ufffda\ufffd'],
    ['whole surrogate pairs', '😀', '😀'],
    ['overrides of direction', 'invoice\u202efdp.exe\u202dx', 'invoice[U+202E]fdp.exe[U+202D]x'],
    ['embeddings and isolates', '\u202aa\u202c\u2066b\u2069', 'ab'],
    ['zero width', 'Ac\u200bme\ufeff\u2060 \u00adLtd', 'Acme Ltd'],
    ['joiners that hide', 'Ac\u200dme\u200c', 'Acme'],
    ['joiners that spell', 'نامه\u200cای क्\u200dष', 'نامه\u200cای क्\u200dष'],
    ['emoji families', '👩\u200d👩\u200d👧 ❤\ufe0f', '👩\u200d👩\u200d👧 ❤\ufe0f'],
    ['tag characters', 'a\u{e0041}\u{e0042}b', 'ab'],
    ['hidden selectors', 'a\ufe00\ufe01\ufe02b', 'a\ufe00b'],
    ['piled marks', `a${'\u0301'.repeat(40)}b`, `a${'\u0301'.repeat(8)}b`],
    ['Hebrew stays', 'בנק C-142', 'בנק C-142'],
  ])('%s', (_, given, shown) => expect(neutral(given)).toBe(shown))

  test('twice is once, well formed and without controls, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = neutral(text)
        expect(shown.isWellFormed()).toBe(true)
        expect(neutral(shown)).toBe(shown)
        expect(shown).not.toMatch(/[[\p{Cc}\u200b\u202a-\u202e\u2060-\u2069\ufeff]--[\n]]/v)
      }),
      { numRuns: 2000 },
    )
  })
})

test('oneLine never comes out empty', () => {
  expect(oneLine(' a\n\n b\u200b ')).toBe('a b')
  expect(oneLine('\u200b\n')).toBe('(empty)')
  expect(oneLine('', '–')).toBe('–')
})

describe('clamp', () => {
  test.each([
    ['at the limit', 'abcde', 5, 'abcde'],
    ['one more', 'abcdef', 5, 'abcd…'],
    ['not inside a family', '👩\u200d👩\u200d👧👩\u200d👩\u200d👧', 10, '👩\u200d👩\u200d👧…'],
    ['not inside a letter with its mark', 'abe\u0301f', 4, 'ab…'],
    ['no space before the ellipsis', 'abc def', 5, 'abc…'],
    ['nothing fits', 'ab', 1, '…'],
  ])('%s', (_, text, limit, cut) => expect(clamp(text, limit)).toBe(cut))

  test('is never longer than the limit, by any measure, and is a start of the text', () => {
    const measure = (text: string) => text.length + (text.match(/[&<>]/g)?.length ?? 0) * 4
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 50 }), (text, limit) => {
        const cut = clamp(text, limit, measure)
        expect(measure(cut)).toBeLessThanOrEqual(limit)
        expect(cut === text || text.startsWith(cut.slice(0, -1))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('what people wrote is cut with the count of what is left', () => {
    expect(clampSaying('a'.repeat(200), 200)).toBe('a'.repeat(200))
    const cut = clampSaying('a'.repeat(40_000), 200)
    expect(cut).toBe(`${'a'.repeat(120)}… [39,880 more characters are kept: the terminal shows them]`)
    expect(cut.length).toBeLessThanOrEqual(200)
  })
})

describe('display width', () => {
  test.each([
    ['Acme', 4],
    ['東京', 4],
    ['e\u0301', 1],
    ['👩\u200d👩\u200d👧', 2],
    ['❤\ufe0f', 2],
    ['→', 1],
    ['🇩🇪', 2],
    ['', 0],
  ])('%s', (text, width) => expect(displayWidth(text)).toBe(width))

  test('padding is by width', () => {
    expect(padTo('東京', 6)).toBe('東京  ')
    expect(padTo('12', 4, 'right')).toBe('  12')
    expect(padTo('12345', 4)).toBe('12345')
  })
})

describe('wrapping', () => {
  test.each([
    ['at spaces', 'one two three', 8, ['one two', 'three']],
    ['long words', 'abcdefghij kl', 4, ['abcd', 'efgh', 'ij', 'kl']],
    ['line ends and indents stay', 'a\n  b\n\nc', 10, ['a', '  b', '', 'c']],
    ['wide letters', '東京電力', 5, ['東京', '電力']],
    ['addresses stay whole', 'see https://contracts.example/a/b now', 10, ['see', 'https://contracts.example/a/b', 'now']],
    ['nothing', '', 10, ['']],
    ['a space that is no place to break is kept', 'a\u202f', 10, ['a\u202f']],
  ])('%s', (_, text, width, lines) => expect(wrapText(text, width)).toEqual(lines))

  test('no line is wider than asked, and no letter is lost', () => {
    fc.assert(
      fc.property(anyText.map(neutral), fc.integer({ min: 2, max: 40 }), (text, width) => {
        const lines = wrapText(text, width)
        for (const line of lines) expect(line.includes('://') || displayWidth(line) <= width).toBe(true)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(/[ \n]/g, ''))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('links', () => {
  test.each([
    ['Open', 'https://teams.example/a b', { label: 'Open', url: 'https://teams.example/a%20b' }],
    ['Write', 'mailto:lee@acme.example', { label: 'Write', url: 'mailto:lee@acme.example' }],
    ['https://a.example/', 'https://a.example/', { label: 'https://a.example/', url: 'https://a.example/' }],
    ['https://bank.example', 'https://evil.example', { label: 'https://bank.example (evil.example)', url: 'https://evil.example/' }],
    ['bank.example', 'https://evil.example', { label: 'bank.example (evil.example)', url: 'https://evil.example/' }],
    ['банк.рф', 'https://evil.example', { label: 'банк.рф (evil.example)', url: 'https://evil.example/' }],
    ['contract.pdf', 'https://a.example/f', { label: 'contract.pdf', url: 'https://a.example/f' }],
    ['bank.zip', 'https://a.example/f', { label: 'bank.zip (a.example)', url: 'https://a.example/f' }],
    ['', 'https://a.example/f', { label: 'a.example', url: 'https://a.example/f' }],
    ['click', 'javascript:alert(1)', undefined],
    ['click', 'data:text/html,x', undefined],
    ['click', 'https://bank.example@evil.example/', undefined],
    ['click', 'not an address', undefined],
    ['click', `https://a.example/${'a'.repeat(2000)}`, undefined],
  ])('%s to %s', (label, url, safe) => expect(safeLink({ label, url })).toEqual(safe))
})

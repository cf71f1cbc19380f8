// Words that are searched for: folded, never interpreted, and not too many.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beginning, nameTokens, trigramsOf } from '../../src/contracts/name-tokens.ts'
import { passageAround } from '../../src/contracts/passage.ts'
import { queryWords, searchedWords } from '../../src/contracts/search-words.ts'

describe('the words of a query', () => {
  test.each<[string[], string[]]>([
    [['Acme', 'Ltd'], ['acme']],
    [['Ltd'], ['ltd']],
    [
      ['Société', 'Générale', 'S.A.'],
      ['societe', 'generale'],
    ],
    [['acme', 'ACME', 'Acmé'], ['acme']],
    [['C-142'], ['c-142']],
    [
      ['c-142', 'terms'],
      ['c-142', 'terms'],
    ],
    [['C-0142'], ['c', '0142']],
    [["O'Brien", 'L.L.C.'], ['obrien']],
    [['(a+)+$'], ['a']],
    [['{"$ne":null}'], ['ne', 'null']],
    [['__proto__'], ['proto']],
    [['.*', '$'], []],
    [[], []],
    [[''], []],
  ])('%j', (typed, words) => {
    expect(queryWords(typed)).toEqual(words)
  })
  test('256 characters are searched for, one more is refused with what to do', () => {
    expect(queryWords(['a'.repeat(200), 'b'.repeat(55)])).toHaveLength(2)
    expect(() => queryWords(['a'.repeat(200), 'b'.repeat(56)])).toThrow('256 characters at most')
  })
  test('whatever a text holds is found by its own words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), (text) => {
        const held = new Set(searchedWords(text))
        expect(queryWords([text]).filter((word) => !held.has(word) && !/^c-\d+$/.test(word))).toEqual([])
      }),
    )
  })
})

describe('what a name is found by while it is typed', () => {
  test('beginnings and trigrams of its words, legal forms apart', () => {
    expect(nameTokens(['Acme Ltd'])).toEqual(['^ac', '^acm', '^acme', '~$ac', '~acm', '~cme', '~me$'])
    expect(nameTokens(['3 M', 'M'])).toEqual(['^3', '~$3$', '^m', '~$m$'])
    expect(nameTokens([])).toEqual([])
  })
  test('a long word is found by its first twelve characters', () => {
    const word = 'internationalisation'
    expect(nameTokens([word])).toContain(beginning(word))
    expect(beginning(word)).toBe('^internationa')
    expect(nameTokens([word]).filter((token) => token.startsWith('^'))).toHaveLength(11)
  })
  test('a word typed with one wrong letter shares a trigram with it, from four letters on', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdefghij'), minLength: 4, maxLength: 10 })
    fc.assert(
      fc.property(letters, fc.nat(), (word, place) => {
        const at = place % word.length
        const wrong = `${word.slice(0, at)}z${word.slice(at + 1)}`
        const shared = trigramsOf(word).filter((trigram) => trigramsOf(wrong).includes(trigram))
        expect(shared.length).toBeGreaterThan(at >= 2 && at <= word.length - 3 && word.length < 5 ? -1 : 0)
      }),
    )
  })
})

describe('the passage', () => {
  const filler = (count: number) => 'lorem ipsum dolor sit amet '.repeat(count)
  test('a short text whole, on one line', () => {
    expect(passageAround('The  cap\nis\ttwelve months.', ['cap'])).toBe('The cap is twelve months.')
  })
  test('the stretch with most of the words', () => {
    const text = `cap ${filler(40)} the cap of liability is twelve months ${filler(40)} liability`
    const shown = passageAround(text, ['cap', 'liability', 'months'])
    expect(shown).toContain('the cap of liability is twelve months')
    expect([shown?.startsWith('… '), shown?.endsWith(' …'), (shown?.length ?? 0) < 280]).toEqual([true, true, true])
  })
  test.each([
    ['Générale', 'generale'],
    ['L.L.C.', 'llc'],
    ["O'Brien", 'obrien'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
  ])('%s is shown for %s', (written, word) => {
    expect(passageAround(`${filler(20)}${written} ${filler(20)}`, [word])).toContain(written)
  })
  test('nothing where none of the words stands', () => {
    expect(passageAround(filler(3), ['cap'])).toBeUndefined()
    expect(passageAround('', ['cap'])).toBeUndefined()
    expect(passageAround('cap', [])).toBeUndefined()
  })
  test('always a part of the text that holds one of the words, of bounded length, in time that grows with the text', () => {
    const words = fc.constantFrom('cap', 'fee', 'term', 'x', 'lorem', '\n', '. ', '(a+)+$', '\ud800')
    fc.assert(
      fc.property(fc.array(words, { maxLength: 400 }), (parts) => {
        const text = parts.join(' ')
        const shown = passageAround(text, ['cap', 'term'])
        expect(shown !== undefined).toBe(/\b(cap|term)\b/.test(text))
        expect(shown ?? 'cap').toMatch(/cap|term/)
        expect(shown?.length ?? 0).toBeLessThan(300)
      }),
    )
    expect(passageAround('cap '.repeat(50_000), ['cap'])?.length).toBeLessThan(300)
  })
})

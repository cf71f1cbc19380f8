// Whether conditions hold: against an evaluation written another way, by the laws of logic, and by tables of what people mean.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldValue } from '../../../src/contracts/field-value.ts'
import { allOf, anyOf, type Condition, type FieldTest, fieldsIn, notOf, type Operand } from '../../../src/contracts/filter/condition.ts'
import { fieldFits, holds, type Values } from '../../../src/contracts/filter/evaluate.ts'
import { condition, fieldTest, values } from './filter-generator.ts'

const said = new Set(['acme', 'gross'])
const hasWords = (words: readonly string[]) => words.every((word) => said.has(word))
const held = (tree: Condition, of: Values) => holds(tree, of, hasWords)

/** The same by counting: one is true, nought is false. */
const naive = (tree: Condition, of: Values): number => {
  if ('all' in tree) return tree.all.reduce((product, part) => product * naive(part, of), 1)
  if ('any' in tree)
    return Math.min(
      1,
      tree.any.reduce((sum, part) => sum + naive(part, of), 0),
    )
  if ('not' in tree) return 1 - naive(tree.not, of)
  return ('words' in tree ? hasWords(tree.words) : naiveTest(tree, of)) ? 1 : 0
}

const naiveTest = (asked: FieldTest, of: Values): boolean => {
  const { field } = asked
  if (!(field in of)) return 'isSet' in asked && !asked.isSet
  if ('isSet' in asked) return asked.isSet
  const least = (value: Operand) => fieldFits({ field, comparison: '>=', value }, of)
  const most = (value: Operand) => fieldFits({ field, comparison: '<=', value }, of)
  if (!('comparison' in asked)) return (asked.from === undefined || least(asked.from)) && (asked.to === undefined || most(asked.to))
  if (asked.comparison === '!=') return !naiveTest({ ...asked, comparison: '=' }, of)
  return fieldFits(asked, of)
}

describe('laws', () => {
  test('it holds as counting says', () => {
    fc.assert(fc.property(condition, values, (tree, of) => held(tree, of) === (naive(tree, of) === 1)))
  })
  test('not all is any not, and not any is all not', () => {
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 4 }), values, (parts, of) => {
        expect(held({ not: { all: parts } }, of)).toBe(held({ any: parts.map(notOf) }, of))
        expect(held({ not: { any: parts } }, of)).toBe(held({ all: parts.map(notOf) }, of))
      }),
    )
  })
  test('the order of parts says nothing, nor does saying one twice, nor how they are held together', () => {
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 4 }), values, (parts, of) => {
        const turned = [...parts].reverse()
        expect(held({ all: turned }, of)).toBe(held(allOf([...parts, ...parts]), of))
        expect(held({ any: turned }, of)).toBe(held(anyOf([...parts, ...parts]), of))
      }),
    )
  })
  test('a value is below, the same or above, where the two can be compared, and then != is not =', () => {
    fc.assert(
      fc.property(fieldTest, values, (asked, of) => {
        if (!('comparison' in asked)) return
        const is = (comparison: '=' | '!=' | '<' | '<=' | '>' | '>=') => fieldFits({ ...asked, comparison }, of)
        const isSet = asked.field in of
        expect(is('=') || is('!=')).toBe(isSet)
        expect(is('=') && is('!=')).toBe(false)
        if (asked.byWords) return
        expect([is('<') && is('>='), is('>') && is('<=')]).toEqual([false, false])
        expect(is('<=') && is('>=') && !is('=')).toBe(false)
      }),
    )
  })
})

describe('what is meant', () => {
  test.each<[FieldValue, string, Operand, boolean]>([
    [99.5, '<', 99.9, true],
    [99.9, '<', 99.9, false],
    [99.9, '!=', 99.9, false],
    ['msa', '=', 'msa', true],
    ['MSA', '=', 'msa', true],
    ['2026-12-31', '<', '2027-01-01', true],
    ['perpetual', '>', '2027-01-01', true],
    ['perpetual', '<', '2027-01-01', false],
    [true, '=', true, true],
    [true, '!=', false, true],
    [['eu', 'us'], '=', 'us', true],
    [['eu', 'us'], '!=', 'us', false],
    [['eu', 'us'], '=', ['us', 'eu'], true],
    [['eu', 'us'], '=', ['us'], false],
    [{ minor: 10_000, currency: 'EUR' }, '=', { minor: 10_000, currency: 'EUR' }, true],
    [{ minor: 10_000, currency: 'EUR' }, '>', { minor: 1, currency: 'USD' }, false],
    [{ minor: 10_000, currency: 'EUR' }, '!=', { minor: 10_000, currency: 'USD' }, true],
    [{ minor: 10_000, currency: 'EUR' }, '=', { amount: 100 }, true],
    [{ minor: 10_000, currency: 'JPY' }, '=', { amount: 10_000 }, true],
    [{ minor: 10_000, currency: 'JPY' }, '>', { amount: 9_999.5 }, true],
    [{ count: 12, unit: 'month' }, '=', { count: 1, unit: 'year' }, true],
    [{ count: 30, unit: 'day' }, '=', { count: 1, unit: 'month' }, false],
    [{ count: 30, unit: 'day' }, '!=', { count: 1, unit: 'month' }, true],
    [{ count: 90, unit: 'day' }, '>', { count: 2, unit: 'month' }, true],
    [{ count: 24, unit: 'hour' }, '<=', { count: 1, unit: 'day' }, true],
    [{ count: 1, unit: 'business_day' }, '<=', { count: 24, unit: 'hour' }, false],
    ['nonsense', '>', 5, false],
  ])('%j %s %j: %j', (value, comparison, wanted, fits) => {
    expect(fieldFits({ field: 'x', comparison, value: wanted } as FieldTest, { x: value })).toBe(fits)
  })

  test.each<[FieldTest, boolean, boolean]>([
    [{ field: 'x', comparison: '=', value: 'acme bv', byWords: true }, true, false],
    [{ field: 'x', comparison: '=', value: 'holding ACME', byWords: true }, true, false],
    [{ field: 'x', comparison: '=', value: 'acm', byWords: true }, false, false],
    [{ field: 'x', comparison: '!=', value: 'globex', byWords: true }, true, false],
    [{ field: 'x', isSet: true }, true, false],
    [{ field: 'x', isSet: false }, false, true],
    [{ field: 'x', from: 'A' }, true, false],
    [{ field: '__proto__', isSet: true }, false, false],
  ])('%j', (asked, whenSet, whenNot) => {
    expect([fieldFits(asked, { x: 'Acme Holding B.V.' }), fieldFits(asked, {})]).toEqual([whenSet, whenNot])
  })

  test('of all there is nothing that any does not hold', () => {
    expect([held({ all: [] }, {}), held({ any: [] }, {})]).toEqual([true, false])
  })

  test('the fields that are asked about, each once', () => {
    const tree: Condition = {
      any: [{ not: { all: [{ field: 'b', isSet: true }, { words: ['x'] }] } }, { field: 'a', isSet: true }, { field: 'b', isSet: false }],
    }
    expect(fieldsIn(tree)).toEqual(['b', 'a'])
  })
})

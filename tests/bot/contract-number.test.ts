// A contract's number in every way that phones and people write it.
import { expect, test } from 'vitest'
import { contractNumber } from '../../src/bot/contract-number.ts'

test.each([
  ['C-142', 'C-142'],
  ['c-142', 'C-142'],
  ['c142', 'C-142'],
  ['C–142', 'C-142'],
  ['C—142', 'C-142'],
  ['C‑142', 'C-142'],
  ['C_142', 'C-142'],
  ['#C-142', 'C-142'],
  ['C-142:', 'C-142'],
  ['C-142,', 'C-142'],
  ['C-0142', 'C-142'],
  [' C-142 ', 'C-142'],
  ['C-999999999', 'C-999999999'],
  ['C-1234567890', undefined],
  ['C-0', undefined],
  ['C-', undefined],
  ['142', undefined],
  ['A-142', undefined],
  ['C-14x', undefined],
  ['acme C-142', undefined],
  ['', undefined],
  [undefined, undefined],
])('%j is %j', (typed, number) => expect(contractNumber(typed)).toBe(number))

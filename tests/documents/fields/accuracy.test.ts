// The floor of accuracy on real agreements with expert labels, which lie beside the project where it is developed.
import { describe, expect, it } from 'vitest'
import { clauseFloors, faultsOf } from '../../../prove/accuracy.ts'
import { hasCorpus, readCorpus } from '../../../prove/corpus-labels.ts'
import { similarity } from '../../../prove/field-scores.ts'
import { f1Of, measureFields, measureStoredClauses } from '../../../prove/measure-fields.ts'
import { readFields } from '../../../src/documents/fields/read-fields.ts'

const skipped = hasCorpus() ? '' : ' (skipped: the labelled contracts do not lie beside the project)'

describe.skipIf(!hasCorpus())(`fields of labelled contracts${skipped}`, () => {
  const corpus = hasCorpus() ? readCorpus() : []

  it.each(['development', 'heldOut'] as const)('are read no worse than measured: %s', (part) => {
    const contracts = corpus.filter(({ isClosed }) => isClosed === (part === 'heldOut'))
    expect(faultsOf(measureFields(contracts), part)).toEqual([])
  })

  it('have every third contract held out from clause types, and every twelfth from fields too', () => {
    expect(corpus.filter(({ isHeldOut }) => isHeldOut)).toHaveLength(36)
    expect(corpus.filter(({ isHeldOut, isClosed }) => isHeldOut && isClosed)).toHaveLength(9)
  })

  it('stand in the text with their sentences', () => {
    for (const { text } of corpus.slice(0, 20)) {
      for (const { sentence, start, end } of measured(text)) expect(text.slice(start, end)).toBe(sentence)
    }
  })

  it('have clause types from a whole file of weights', () => {
    const all = measureStoredClauses(corpus.slice(0, 40)).get('all')
    expect(all && f1Of(all)).toBeGreaterThan(clauseFloors.alone)
  })
})

const measured = (text: string) => readFields(text).fields

describe('likeness of names', () => {
  it.each([
    ['alder works', 'alder works', 1],
    ['alder works', '', 0],
    ['', '', 1],
    ['alder', 'aldor', 0.8],
  ])('of %j and %j is %d', (one, other, alike) => {
    expect(similarity(one, other)).toBeCloseTo(alike)
  })
})

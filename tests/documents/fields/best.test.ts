// The best of several candidates, and whether it stands alone.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choose } from '../../../src/documents/fields/best.ts'

type Candidate = { score: number; value?: string }
const chosen = (candidates: Candidate[], margin = 1) => choose(candidates, { least: 2, margin, says: ({ value }) => value })

describe('the best candidate', () => {
  it.each<[name: string, candidates: Candidate[], value: string | undefined, isAlone: boolean | undefined]>([
    ['none', [], undefined, undefined],
    ['none above the least score', [{ score: 2, value: 'a' }], undefined, undefined],
    ['only one', [{ score: 3, value: 'a' }], 'a', true],
    [
      'the first of equals, beside a rival',
      [
        { score: 3, value: 'a' },
        { score: 3, value: 'b' },
      ],
      'a',
      false,
    ],
    [
      'a better one behind',
      [
        { score: 3, value: 'a' },
        { score: 5, value: 'b' },
      ],
      'b',
      true,
    ],
    [
      'a rival within the margin',
      [
        { score: 5, value: 'a' },
        { score: 4.5, value: 'b' },
      ],
      'a',
      false,
    ],
    [
      'another that says the same',
      [
        { score: 5, value: 'a' },
        { score: 4.5, value: 'a' },
      ],
      'a',
      true,
    ],
    ['another that says nothing', [{ score: 5, value: 'a' }, { score: 4.9 }], 'a', true],
    [
      'a rival below the least score',
      [
        { score: 2.5, value: 'a' },
        { score: 2, value: 'b' },
      ],
      'a',
      true,
    ],
  ])('%s', (_name, candidates, value, isAlone) => {
    const choice = chosen(candidates)
    expect([choice?.best.value, choice?.isAlone]).toEqual([value, isAlone])
  })

  it('has the highest score, and is less often alone with a wider margin', () => {
    const candidate = fc.record({ score: fc.integer({ min: 3, max: 9 }), value: fc.constantFrom('a', 'b', 'c') })
    fc.assert(
      fc.property(fc.array(candidate, { minLength: 1 }), (candidates) => {
        const [narrow, wide] = [chosen(candidates, 1), chosen(candidates, 3)]
        expect(narrow?.best.score).toBe(Math.max(...candidates.map(({ score }) => score)))
        if (wide?.isAlone) expect(narrow?.isAlone).toBe(true)
      }),
    )
  })
})

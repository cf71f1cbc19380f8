// Values beside labels: how cover sheets and order forms write them, and what only looks like one.
import { describe, expect, it } from 'vitest'
import { findLabelled } from '../../src/documents/labelled-values.ts'

const names = new Set(['costcentre', 'größe', 'supporttier'])
const found = (text: string) => findLabelled(text, names).map(({ name, typed }) => [name, typed])

describe('a labelled value', () => {
  it.each([
    ['Cost centre: 4711', '4711'],
    ['COST CENTRE:4711.', '4711'],
    ['2.1 Cost-centre: 4711', '4711'],
    ['(3) Cost centre : 4711', '4711'],
    ['- **Cost centre:** 4711', '4711'],
    ['**Cost centre**: 4711', '4711'],
    ['Cost centre\t4711', '4711'],
    ['\tCost centre\t4711', '4711'],
  ])('is read from %j', (line, typed) => {
    expect(found(`Order form\n\n${line}\nThe end.`)).toEqual([['costcentre', typed]])
  })

  it.each([
    'The cost centre is 4711.',
    'Cost centre 4711',
    'Cost centre:',
    'Cost centre of the other side: 4711',
    `Cost centre: ${'x'.repeat(400)}`,
  ])('is not in %j', (line) => {
    expect(found(line)).toEqual([])
  })

  it('has the place of its line, and the first of several counts', () => {
    const text = 'Cover\nSupport tier: gold\nCost centre: 1\nSupport tier: silver\n'
    const [tier] = findLabelled(text, names)
    expect(tier).toEqual({ name: 'supporttier', typed: 'gold', start: 6, end: 24 })
    expect(found(text)).toEqual([
      ['supporttier', 'gold'],
      ['costcentre', '1'],
    ])
  })

  it.each(['a'.repeat(2_000_000), 'a:'.repeat(500_000), `${'1.'.repeat(500_000)}`, ' \t'.repeat(500_000), '**'.repeat(500_000)])(
    'is looked for in little time whatever the text',
    (text) => {
      const begun = performance.now()
      found(text)
      expect(performance.now() - begun).toBeLessThan(500)
    },
  )
})

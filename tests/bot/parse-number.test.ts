// Numbers and lengths of time in every grouping and in words: read back exactly, whatever wrote them, and never for long.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inWords } from '../../sample/templates/words.ts'
import { readDuration, readNumber, readPercent } from '../../src/bot/parse-number.ts'
import { durationUnits } from '../../src/contracts/field-value.ts'

const grouped = (whole: number, sign: string) => String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, sign)

describe('a number', () => {
  it('is the same in every grouping, with decimals of the other sign', () => {
    const groupings = [',', '.', "'", ' ', '\u00a0', '\u202f', '’'] as const
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 1e9 }),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom(...groupings),
        (whole, cents, sign) => {
          const decimal = sign === '.' ? ',' : '.'
          const decimals = String(cents).padStart(2, '0')
          expect(readNumber(`${grouped(whole, sign)}${decimal}${decimals}`)).toBe(Number(`${whole}.${decimals}`))
        },
      ),
    )
  })

  it('of a percentage has decimals where a lone sign could group', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 0, max: 999 }),
        fc.constantFrom('.', ','),
        (whole, thousandths, sign) => {
          const written = `${whole}${sign}${String(thousandths).padStart(3, '0')}`
          expect(readPercent(`${written} %`)).toBe(Number(written.replace(',', '.')))
        },
      ),
    )
  })

  it.each(['1,23,456', '1.2.3', '12,', ',', '.', '-', '--5', '5-', '1e5', '0b1', 'NaN', '٣', '1 2', '1,2,3.4.5', `1${'0'.repeat(16)}`])(
    'is not %s',
    (typed) => {
      expect(readNumber(typed)).toBeUndefined()
      expect(readPercent(typed)).toBeUndefined()
    },
  )
})

describe('a length of time', () => {
  const words = { hour: 'hour', day: 'day', business_day: 'business day', week: 'week', month: 'month', year: 'year' } as const

  it('in words, in digits and in both is the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 199 }), fc.constantFrom(...durationUnits), (count, unit) => {
        const named = `${words[unit]}${count === 1 ? '' : 's'}`
        for (const written of [`${count} ${named}`, `${inWords(count)} ${named}`, `${inWords(count)} (${count}) ${named}`])
          expect([written, readDuration(written)]).toEqual([written, { count, unit }])
      }),
    )
  })

  it('whose words and digits differ is none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), (one, other) => {
        fc.pre(one !== other)
        expect(readDuration(`${inWords(one)} (${other}) days`)).toBeUndefined()
      }),
    )
  })

  it('hostile text of any length is read in no time', () => {
    const started = performance.now()
    for (const part of ['1,', 'one ', '(', 'd', '- ', '9', "'", 'ninety (', 'hundred and '])
      for (const times of [1, 30, 60, 10_000]) {
        const typed = part.repeat(times)
        for (const read of [readNumber, readPercent, readDuration]) read(typed)
      }
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

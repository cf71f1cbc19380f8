// Definitions as people type them: lists and changes of lists, contract types, limits, standards; only what differs is a change.
import { describe, expect, it } from 'vitest'
import { type DefinitionArguments, fieldsMatching, readDefinitionChange } from '../../src/bot/read-definition.ts'
import { bundledFields } from '../../src/contracts/bundled-fields.ts'
import { bundled } from '../../src/contracts/core-fields.ts'
import { definitionOf } from '../../src/contracts/fields.ts'
import type { Store } from '../../src/store/store.ts'

const around = { store: {} as Store, today: '2026-11-24' }
const residency = bundled('dataResidency', 'Data residency', 'choice', {
  ...{ choices: ['eu', 'us'], standard: 'eu', contractTypes: ['dpa', 'msa'], aliases: ['residency'] },
})
const uptime = { ...definitionOf(bundledFields, 'slaUptimePercent'), standard: 99.9 }
const seats = definitionOf(bundledFields, 'seats')
const payment = definitionOf(bundledFields, 'paymentTerms')
const everywhere = bundled('anything', 'Anything', 'text')

describe('what is typed', () => {
  it.each<[string, typeof residency, DefinitionArguments, object]>([
    ['nothing', residency, {}, {}],
    [
      'what it is already',
      residency,
      { label: 'Data residency', choices: 'EU, US', standard: 'EU', for: 'msa;dpa' },
      { contractTypes: ['msa', 'dpa'] },
    ],
    ['a label', residency, { label: 'Where data lies' }, { label: 'Where data lies' }],
    ['one more choice', residency, { choices: '+Asia Pacific' }, { choices: ['eu', 'us', 'asia-pacific'] }],
    ['one choice less, two more', residency, { choices: '-us +apac, +uk' }, { choices: ['eu', 'apac', 'uk'] }],
    ['a choice that is there', residency, { choices: '+eu' }, {}],
    ['a whole list, with one twice', residency, { choices: 'eu; de; eu' }, { choices: ['eu', 'de'] }],
    ['no choices any more', residency, { choices: 'none' }, { choices: null }],
    ['one more type', residency, { for: '+nda' }, { contractTypes: ['dpa', 'msa', 'nda'] }],
    ['one type less', residency, { for: '-dpa' }, { contractTypes: ['msa'] }],
    ['all types', residency, { for: 'all' }, { contractTypes: [] }],
    ['types in words', residency, { for: 'Order form, SLA' }, { contractTypes: ['order-form', 'sla'] }],
    [
      'of all types one less',
      everywhere,
      { for: '-nda' },
      { contractTypes: ['msa', 'sow', 'order-form', 'dpa', 'sla', 'amendment', 'other'] },
    ],
    ['every type by name', everywhere, { for: 'msa,sow,order-form,nda,dpa,sla,amendment,other' }, {}],
    ['a short name, folded', residency, { aliases: '+Data-Place' }, { aliases: ['residency', 'dataplace'] }],
    ['no short names', residency, { aliases: 'none' }, { aliases: [] }],
    ['an audience', residency, { audience: 'shared' }, { audience: 'shared' }],
    ['a standard', residency, { standard: 'US' }, { standard: 'us' }],
    [
      'a standard among choices that come with it',
      residency,
      { choices: '+apac', standard: 'apac' },
      { choices: ['eu', 'us', 'apac'], standard: 'apac' },
    ],
    ['no standard', residency, { standard: 'None' }, { standard: null }],
    ['a percentage', uptime, { standard: '99,95 %', least: '90', most: '99.99 %' }, { standard: 99.95, least: 90, most: 99.99 }],
    ['no limits', uptime, { least: 'none', most: 'none' }, { least: null, most: null }],
    ['a number with its unit', seats, { most: '10k', standard: '1,200 seats' }, { most: 10_000, standard: 1200 }],
    ['a duration', payment, { standard: 'net 30' }, { standard: { count: 30, unit: 'day' } }],
    ['a unit', seats, { unit: 'places' }, { unit: 'places' }],
    ['no unit', seats, { unit: 'none' }, { unit: null }],
  ])('%s', async (_name, definition, typed, change) => {
    expect(await readDefinitionChange(typed, definition, around)).toEqual(change)
  })

  it.each<[typeof residency, DefinitionArguments, RegExp]>([
    [residency, { choices: '+apac, us' }, /half a list and half a change/],
    [residency, { choices: Array.from({ length: 101 }, (_, index) => `c${index}`).join(',') }, /101 are too many; at most 100/],
    [residency, { for: 'msa, lease' }, /no contract type "lease"/],
    [residency, { for: 'ndaa' }, /Did you mean nda\?/],
    [residency, { for: '-dpa, -msa' }, /a field of no contract/],
    [residency, { standard: 'mars' }, /Data residency can't be "mars"/],
    [residency, { choices: '-eu', standard: 'eu' }, /Data residency can't be "eu"/],
    [uptime, { least: 'low' }, /"least" can't be "low"/],
    [uptime, { most: '99', standard: '99.5' }, /SLA uptime can't be 99.5 %/],
    [seats, { standard: 'many' }, /Seats can't be "many"/],
  ])('refuses %#', async (definition, typed, message) => {
    await expect(readDefinitionChange(typed, definition, around)).rejects.toMatchObject({ message: expect.stringMatching(message) })
  })

  it('is no change when the form that shows a definition is sent as it is', async () => {
    for (const definition of bundledFields) {
      const { label, choices, unit, least, most, contractTypes, aliases, audience } = definition
      const shown: DefinitionArguments = {
        ...{ label, audience, for: contractTypes.join(', ') || 'all', aliases: aliases.join(', ') || undefined },
        ...{ choices: choices?.join(', '), unit, least: least?.toString(), most: most?.toString() },
      }
      expect([definition.key, await readDefinitionChange(shown, definition, around)]).toEqual([definition.key, {}])
    }
  })
})

describe('the list', () => {
  it.each([
    ['', undefined, bundledFields.length],
    ['sla', undefined, 2],
    ['SLA uptime', undefined, 1],
    ['notice', undefined, 4],
    ['yes-no seats', undefined, 0],
    ['zzz', undefined, 0],
    ['acceptance', 'sow', 1],
    ['acceptance', 'nda', 0],
  ] as const)('"%s" of %s', (words, type, count) => {
    expect(fieldsMatching(bundledFields, words, type)).toHaveLength(count)
  })
})

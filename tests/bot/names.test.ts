// Contracts by name as people type it: accents, legal forms, beginnings and slips of the finger; a guess is never made.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buttonsOf, type Company, openCompany } from './world.ts'

const titles = [
  ['Société Générale framework', 'Société Générale S.A.'],
  ['Müller supply agreement', 'Müller & Söhne GmbH'],
  ['Globex order form', 'Globex Corporation'],
  ['Globex data processing', 'Globex Corporation'],
  ['Initech statement of work', 'Initech LLC'],
  ['Master services agreement for managed infrastructure and support', 'Umbrella Holdings International Incorporated'],
  ["O'Neill consulting", "O'Neill Partners"],
] as const

let company: Company
const ids = new Map<string, string>()
beforeAll(async () => {
  company = await openCompany()
  for (const [title, counterparty] of titles) ids.set(title, (await company.contract({ title, counterparty }, company.ana)).id)
})
afterAll(() => company.close())

const idOf = (title: string) => ids.get(title) ?? ''

describe('one contract', () => {
  test.each([
    ['show societe generale', 'Société Générale framework'],
    ['show "SOCIÉTÉ GÉNÉRALE S.A."', 'Société Générale framework'],
    ['show société', 'Société Générale framework'],
    ['show socitee generale', 'Société Générale framework'],
    ['show muller', 'Müller supply agreement'],
    ['show Mueller supply agreement', 'Müller supply agreement'],
    ['show "Müller & Söhne"', 'Müller supply agreement'],
    ['show initech', 'Initech statement of work'],
    ['show initehc', 'Initech statement of work'],
    ['show init', 'Initech statement of work'],
    ['show umbrella', 'Master services agreement for managed infrastructure and support'],
    ['show umb', 'Master services agreement for managed infrastructure and support'],
    ['show "managed infrastructure"', 'Master services agreement for managed infrastructure and support'],
    ["show o'neill", "O'Neill consulting"],
    ['show o’neill', "O'Neill consulting"],
    ['show oneill', "O'Neill consulting"],
    ['show globex data', 'Globex data processing'],
    ['why globex liability', undefined],
  ])('%j', async (line, title) => {
    const { card, refusal } = await company.ask('kim', line)
    if (title === undefined) expect(refusal?.kind).toBe('ambiguous')
    else expect(card.elements[0]).toEqual({ type: 'heading', text: `${idOf(title)} ${title}` })
  })
})

describe('never a guess', () => {
  test.each(['show globex', 'show Globex Corporation', 'show glob'])('%j could be two', async (line) => {
    const { refusal, card } = await company.ask('kim', line)
    expect(refusal?.kind).toBe('ambiguous')
    expect(new Set(buttonsOf(card).map(({ command }) => command))).toEqual(
      new Set([`show ${idOf('Globex order form')}`, `show ${idOf('Globex data processing')}`]),
    )
  })

  test.each([
    'show Zebra Holdings',
    'show "Contoso"',
    'show generic',
    'show "the agreement that we made last year"',
    'show 142',
    'show &',
    'show ""',
  ])('%j is none', async (line) => expect((await company.ask('kim', line)).refusal?.kind).toBe('not-found'))

  test('each choice of a pick list leads where it says', async () => {
    const { card } = await company.ask('kim', 'why globex "liability cap"')
    for (const { label, command } of buttonsOf(card)) {
      const answer = await company.ask('kim', command)
      expect([answer.refusal, command]).toEqual([undefined, `why ${label.split(' ')[0]} "liability cap"`])
    }
  })

  test('a name that only a hidden contract has is as unknown as any other', async () => {
    const [hidden, made] = [await company.ask('kim', 'show "Canary Ltd"'), await company.ask('kim', 'show "Qanat Ltd"')]
    expect(hidden.refusal?.message.replace('Canary', 'Qanat')).toBe(made.refusal?.message)
    expect(JSON.stringify(hidden.card)).not.toContain('Acquisition')
    expect((await company.ask('lena', 'show "Canary Ltd"')).card.summary).toContain('Acquisition')
  })

  test('whatever is typed finds what is called so, or says no', async () => {
    const hostile = fc.constantFrom(
      '(a+)+$',
      '.*'.repeat(200),
      '{"$ne":null}',
      '__proto__',
      'x'.repeat(2000),
      '<!channel>',
      '\0',
      '{{7*7}}',
      'C-',
      '%00',
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof(hostile, fc.string()), async (typed) => {
        const before = performance.now()
        const answer = await company.ask('kim', `show "${typed.replaceAll('"', '')}"`)
        expect(answer.failure).toBeUndefined()
        expect(answer.refusal?.message ?? answer.card.summary).not.toContain('Acquisition')
        expect(performance.now() - before).toBeLessThan(2000)
      }),
      { numRuns: 60 },
    )
  })
})

// A session in the terminal: a whole review by one key each, values corrected behind the key, and everything else as typed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buttons, card, text } from '../../../src/bot/card.ts'
import { keyLines, keysOf } from '../../../src/bot/terminal/keys.ts'
import { renderCard } from '../../../src/bot/terminal/render-card.ts'
import { lineMeant, runSession } from '../../../src/bot/terminal/session.ts'
import { Refusal } from '../../../src/contracts/refusal.ts'
import { fileOf, type Office, openOffice } from '../../commands/office.ts'
import { agreementText } from '../../commands/review/agreement.ts'

const last = card(
  'Two buttons',
  text('x'),
  buttons({ label: 'Confirm', command: 'review confirm C-1 2.1' }),
  buttons({ label: 'Change', command: 'review change C-1 2.1' }),
)

describe('a line', () => {
  it.each([
    ['1', 'review confirm C-1 2.1'],
    [' 2 ', 'review change C-1 2.1'],
    ['2 60 days', 'review change C-1 2.1 60 days'],
    ['3', '3'],
    ['0', '0'],
    ['find 1', 'find 1'],
    ['1st', '1st'],
    ['', ''],
  ])('"%s" means "%s"', (typed, meant) => {
    expect(lineMeant(typed, last)).toBe(meant)
  })

  it('is as typed where nothing was answered yet', () => {
    expect(lineMeant('1', undefined)).toBe('1')
  })

  it('finds the keys numbered where the buttons stand, also in a group', () => {
    const grouped = card('Grouped', ...last.elements, {
      type: 'group',
      title: 'More',
      elements: [buttons({ label: 'Not in this contract', command: 'x' })],
    })
    expect(renderCard(grouped, { keys: true })).toBe('x\n\n[1] Confirm\n\n[2] Change\n\nMore\n  [3] Not in this contract')
    expect(lineMeant('3', grouped)).toBe('x')
    expect(keyLines(keysOf(card('none', text('x'))), 1, 80)).toEqual([''])
  })

  const form = card('Form', {
    type: 'form',
    inputs: [{ type: 'text', name: 'value', label: 'Renewal term instead', value: '1 year', required: true }],
    submit: { label: 'Record', command: 'review change C-1 2.6' },
  })

  it('fills in a form that asks for one thing', () => {
    expect(lineMeant('1 two "full" years', form)).toBe('review change C-1 2.6 value:"two \\"full\\" years"')
    expect(renderCard(form, { keys: true })).toBe(
      '  value: Renewal term instead, now 1 year, required\n[1] Record: type 1 and the value behind it',
    )
  })

  it.each([
    ['1', 'Write it behind the number: 1 1 year\n'],
    ['4', 'There is no key 4: the last answer has 1.\n'],
  ])('%s alone presses nothing there', async (typed, said) => {
    const [asked, written]: string[][] = [[], []]
    const lines = async function* () {
      yield* ['begin', typed]
    }
    const ask = async (line: string) => {
      asked?.push(line)
      return { card: form }
    }
    await runSession({ lines: lines(), ask, write: (line) => written?.push(line), width: 80 })
    expect([asked, written]).toEqual([['begin'], ['', said]])
  })
})

describe('a session', () => {
  const risky = card(
    'Risky',
    text('x'),
    buttons({ label: 'All', command: 'review confirm C-1 all', confirm: 'All the same?' }, { label: 'No', command: 'refused' }),
  )
  const refused = { card: card('No', text('no')), refusal: new Refusal('invalid', 'No.', {}) }

  it.each([
    ['asks before a button that asks', ['begin', '1', '1'], ['begin', 'review confirm C-1 all']],
    ['leaves it when something else is typed', ['begin', '1', 'show C-1', '1'], ['begin', 'show C-1']],
    ['keeps the keys of what was refused', ['begin', '2', '1', '1'], ['begin', 'refused', 'review confirm C-1 all']],
    ['keeps none when another line is refused', ['begin', '1', 'refused', '1', 'begin', '1'], ['begin', 'refused', 'begin']],
  ])('%s', async (_name, typed, expected) => {
    const [asked, written]: string[][] = [[], []]
    const ask = async (line: string) => {
      asked?.push(line)
      return line === 'refused' ? refused : { card: risky }
    }
    const lines = async function* () {
      yield* typed
    }
    await runSession({ lines: lines(), ask, write: (line) => written?.push(line), width: 80 })
    expect(asked).toEqual(expected)
    expect(written).toContain('All the same? Type 1 again to go on, anything else to leave it.\n')
  })
})

describe('a review', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
    await office.ask('ana', 'upload C-1', { files: [fileOf('harrowgate.txt', agreementText)] })
  })
  afterAll(() => office.close())

  it('goes through all that waits with one key each', async () => {
    const before = (await office.store.contracts.state('C-1'))?.proposals ?? []
    const shown: string[] = []
    const lines = async function* () {
      yield 'review next'
      yield '3'
      yield '2 2026-04-01'
      yield ''
      for (let index = 2; index < before.length; index += 1) yield '1'
      yield 'exit'
      yield 'decide C-1 "never reached"'
    }
    const ask = async (line: string) => {
      const answer = await office.ask('ana', line)
      shown.push(answer.card.summary)
      return answer
    }
    await runSession({ lines: lines(), ask, write: (line) => shown.push(line), width: 80 })
    const after = await office.store.contracts.state('C-1')
    expect(after?.proposals).toEqual([])
    expect(after?.fields.agreementDate).toBeUndefined()
    expect(after?.fields.effectiveDate?.value).toBe('2026-04-01')
    expect(after?.decisions).toEqual([])
    expect(shown.at(-2)).toMatch(/Nothing more waits for you\.$/)
  })
})

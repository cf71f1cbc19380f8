// A session in the terminal: a whole review by one key each, values corrected behind the key, and everything else as typed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buttons, card, text } from '../../../src/bot/card.ts'
import { keyLine, lineMeant, runSession } from '../../../src/bot/terminal/session.ts'
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

  it('shows the keys in reading order', () => {
    expect(keyLine(last, 80)).toBe('1 Confirm · 2 Change')
    expect(keyLine(card('none', text('x')), 80)).toBe('')
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
    ['keeps none when another line is refused', ['begin', '1', 'refused', '1', 'begin', '1'], ['begin', 'refused', '1', 'begin']],
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
    expect(shown[1]).toBe('\nKeys: 1 Confirm · 2 Change · 3 Not in this contract · 4 Skip\n')
  })
})

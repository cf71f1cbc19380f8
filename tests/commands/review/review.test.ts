// `review`: what was read of an uploaded agreement is confirmed, changed or turned down, by those who may, once.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../../src/bot/answer.ts'
import { buttonsOf, expectAnswer, fileOf, type Office, openOffice } from '../office.ts'
import { agreementText } from './agreement.ts'

let office: Office
/** The contract of a test, owned by Ana; the last test's waits no more. */
let id = 'C-1'
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())
beforeEach(async () => {
  const by = office.ana.id
  id = (
    await office.store.contracts.create({ fields: { title: 'Harrowgate MSA', owner: by }, by, source: 'test', key: `test:${randomUUID()}` })
  ).id
  await office.ask('ana', `upload ${id}`, { files: [fileOf('harrowgate.txt', agreementText)] })
})
afterEach(async () => {
  for (const waiting of await office.store.reviews.waiting(office.lena)) await office.ask('lena', `review dismiss ${waiting.id} all`)
  for (const waiting of await office.store.reviews.waiting(office.ana)) await office.ask('ana', `review dismiss ${waiting.id} all`)
})

const contract = async () => {
  const state = await office.store.contracts.state(id)
  if (!state) throw new Error(`${id} is gone`)
  return state
}
const held = async (field: string) => ((await contract()).fields as Record<string, { value: unknown } | undefined>)[field]?.value
const waiting = async () => (await contract()).proposals.map(({ field }) => field)
const numberOf = async (field: string) => (await contract()).proposals.find((one) => one.field === field)?.id

/** The card with the contract under one name, whichever tests ran before. */
const expectSteady = (name: string, answer: Answer) =>
  expectAnswer(name, {
    ...answer,
    card: JSON.parse(
      JSON.stringify(answer.card)
        .replaceAll(id, 'C-142')
        .replaceAll(`.${id.slice(2)}.`, '.142.'),
    ),
  })

describe('an upload', () => {
  it('shows what it read with the sentences, and sets nothing', async () => {
    const answer = await office.ask('ana', `upload ${id}`, { files: [fileOf('again.txt', `${agreementText}\n`)] })
    expectSteady('review-upload', answer)
    expect(await held('slaUptimePercent')).toBeUndefined()
    expect((await office.entries(id, 'field')).map(({ payload }) => payload.field)).toEqual([])
  })

  it('proposes the same file once', async () => {
    const before = await waiting()
    await office.ask('ana', `upload ${id}`, { files: [fileOf('harrowgate.txt', agreementText)] })
    expect(await waiting()).toEqual(before)
    expect(await office.entries(id, 'proposed')).toHaveLength(1)
  })

  it('reads what a crash left in the record without its values', async () => {
    const { id: torn } = await office.contract({ title: 'Torn' }, office.ana)
    const { sha256, size } = await office.store.files.keep(new TextEncoder().encode(agreementText))
    const payload = { sha256, size, name: 'torn.txt', type: 'text', warnings: [], hasText: true }
    await office.store.record.append(torn, () => [
      { kind: 'document', key: `document:${sha256}`, actor: office.ana.id, source: 'test', payload },
    ])
    for (const _time of [1, 2]) await office.ask('ana', `upload ${torn}`, { files: [fileOf('torn.txt', agreementText)] })
    expect(await office.entries(torn, 'document')).toHaveLength(1)
    expect(await office.entries(torn, 'proposed')).toHaveLength(1)
    await office.ask('ana', `review dismiss ${torn} all`)
    await office.ask('ana', `upload ${torn}`, { files: [fileOf('torn.txt', agreementText)] })
    expect((await office.store.contracts.state(torn))?.proposals).toEqual([])
  })

  it('proposes nothing of a mail of its own words, but of an agreement that is attached to it', async () => {
    const empty = await office.contract({ title: 'Mail only' }, office.ana)
    const attached = Buffer.from(agreementText).toString('base64')
    const mail = `From: lee@acme.example\r\nDate: Tue, 3 Mar 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThis Agreement is governed by the laws of France.\r\n--b\r\nContent-Type: text/plain; name="msa.txt"\r\nContent-Disposition: attachment; filename="msa.txt"\r\nContent-Transfer-Encoding: base64\r\n\r\n${attached}\r\n--b--\r\n`
    await office.ask('ana', `upload ${empty.id}`, { files: [fileOf('mail.eml', mail)] })
    const { proposals } = (await office.store.contracts.state(empty.id)) ?? { proposals: [] }
    expect(new Set(proposals.map(({ evidence }) => evidence.name))).toEqual(new Set(['msa.txt']))
  })
})

describe('confirming', () => {
  it('records value, sentence and document, by a number, a name, several, the sure ones, or all', async () => {
    expectSteady('review-confirm', await office.ask('ana', `review confirm ${id} sla`))
    expect(await held('slaUptimePercent')).toBe(99.9)
    const [entry] = await office.entries(id, 'field')
    expect(entry).toMatchObject({ actor: office.ana.id, payload: { field: 'slaUptimePercent', source: 'harrowgate.txt' } })
    expect(entry?.payload.evidence?.sentence).toMatch(/^Lindenmoor warrants that the Service will be available at least 99.9%/)

    await office.ask('ana', `review confirm ${id} ${await numberOf('governingLaw')} ${await numberOf('expirationDate')}`)
    expect(await held('expirationDate')).toBe('2028-02-29')
    await office.ask('ana', `review confirm ${id} sure`)
    expect(await held('noticePeriodToTerminateRenewal')).toEqual({ count: 90, unit: 'day' })
    await office.ask('ana', `review confirm ${id} all`)
    expect(await waiting()).toEqual([])
    expect((await office.ask('ana', 'review')).card.summary).toBe('Nothing waits for review.')
  })

  it('is one entry a value, however often it is pressed and by however many', async () => {
    const act = () => office.ask('lena', `review confirm ${id} all`)
    await Promise.allSettled([office.ask('ana', `review confirm ${id} all`), act(), act()])
    const keys = (await office.entries(id, 'field')).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(await waiting()).toEqual([])
  })

  it('refuses a term that would end before it begins, and then records nothing', async () => {
    await office.ask('ana', `set ${id} expires=2026-01-31`)
    await office.ask('ana', `review dismiss ${id} ${await numberOf('expirationDate')}`)
    const answer = await office.ask('ana', `review confirm ${id} all`)
    expect(answer.refusal?.message).toMatch(/can't expire .* before it takes effect/)
    expect(await held('slaUptimePercent')).toBeUndefined()
  })
})

describe('an end that the document does not state', () => {
  it('says how it was counted, before it is confirmed and after', async () => {
    const counted = '2 years from 1 Mar 2026'
    const read = async (name: string, line: string) => (await office.read(name, line)).replace(/\s+/g, ' ')
    expect(await read('ana', `review ${id}`)).toContain(`Expires: 29 Feb 2028 (${counted}`)
    await office.ask('ana', `review confirm ${id} effective expires initialTerm`)
    expect(await read('bob', `show ${id}`)).toContain(`Expires: 29 Feb 2028 (${counted}`)
    await office.ask('ana', `set ${id} expires=2028-03-31 confirm:yes`)
    expect(await read('bob', `show ${id}`)).not.toContain(counted)
  })
})

describe('a click on a card', () => {
  const later = `${agreementText.replace('99.9%', '99.5%')}\n6. Insurance. None.\n`

  it.each([/^Confirm all/, /^Confirm the .* sure ones/])('confirms what the card showed, not what was read since: %s', async (label) => {
    const card = await office.ask('ana', `review ${id}`)
    await office.ask('lena', `upload ${id}`, { files: [fileOf('newer.txt', later)] })
    const newer = (await contract()).proposals.filter(({ evidence }) => evidence.name === 'newer.txt').map(({ id: number }) => number)
    expect(newer).not.toEqual([])
    const { label: pressed = '' } = buttonsOf(card.card).find((button) => label.test(button.label)) ?? {}
    await office.press('ana', card, pressed)
    expect(await held('slaUptimePercent')).toBe(99.9)
    const left = (await contract()).proposals.map(({ id: number }) => number)
    expect(newer.filter((number) => left.includes(number))).toEqual(newer)
  })

  it.each(['Confirm', 'Change'])('replaces nothing that somebody set since: %s', async (label) => {
    const card = await office.ask('ana', `review next ${id} at:${await numberOf('slaUptimePercent')}`)
    await office.ask('lena', `set ${id} sla=99.95`)
    const line = buttonsOf(card.card).find((button) => button.label === label)?.command ?? ''
    const answer = await office.ask('ana', line, { fields: label === 'Change' ? { value: '99.8' } : {} })
    expect(answer.refusal).toMatchObject({ kind: 'conflict', message: `SLA uptime of ${id} was set to 99.95 % meanwhile.` })
    expect(await held('slaUptimePercent')).toBe(99.95)
    await office.ask('ana', `review confirm ${id} sla`)
    expect(await held('slaUptimePercent')).toBe(99.9)
  })
})

describe('two documents that say two things', () => {
  it('are told, and neither is chosen', async () => {
    await office.ask('ana', `upload ${id}`, { files: [fileOf('other.txt', agreementText.replace('99.9%', '99.5%'))] })
    for (const which of ['all', 'sure']) {
      const answer = await office.ask('ana', `review confirm ${id} ${which}`)
      expect(answer.refusal?.message).toBe(`${id} can have one SLA uptime, and 2 wait: 99.9 % (harrowgate.txt), 99.5 % (other.txt).`)
    }
    expect(await office.entries(id, 'field')).toEqual([])
    const [, second] = buttonsOf((await office.ask('ana', `review confirm ${id} all`)).card)
    const opened = await office.ask('ana', second?.command ?? '')
    await office.press('ana', opened, 'Confirm')
    expect(await held('slaUptimePercent')).toBe(99.5)
  })
})

describe('a field that legal changed since it was read', () => {
  const back = ['field restore slaUptimePercent confirm:yes', 'field set slaUptimePercent least:none confirm:yes']
  afterEach(async () => {
    for (const line of back) await office.ask('lena', line)
  })

  it.each([
    ['field retire slaUptimePercent confirm:yes', /^The field SLA uptime is retired/],
    ['field set slaUptimePercent least:99.95 confirm:yes', /^SLA uptime can't be 99.9 %; it is: percent, (at least )?99.95/],
  ])('takes no value that it would not take typed: %s', async (line, words) => {
    const number = await numberOf('slaUptimePercent')
    expect((await office.ask('lena', line)).refusal).toBeUndefined()
    const answer = await office.ask('ana', `review confirm ${id} ${number}`)
    expect(answer.refusal?.message).toMatch(words)
    expect(await held('slaUptimePercent')).toBeUndefined()
    await office.press('ana', answer, 'Turn it down')
    expect(await numberOf('slaUptimePercent')).toBeUndefined()
  })
})

describe('changing', () => {
  it('asks for the value in a form, reads it as people write it, and keeps the sentence', async () => {
    expectSteady('review-change', await office.ask('ana', `review change ${id} notice`))
    await office.ask('ana', `review change ${id} notice`, { fields: { value: 'sixty (60) days' } })
    expect(await held('noticePeriodToTerminateRenewal')).toEqual({ count: 60, unit: 'day' })
    const [entry] = await office.entries(id, 'field')
    expect(entry?.payload.evidence?.sentence).toMatch(/at least ninety \(90\) days/)
  })

  it('refuses a bad value with what is allowed, and the value waits on', async () => {
    const answer = await office.ask('ana', `review change ${id} sla soon`)
    expect(answer.refusal?.message).toContain('can\'t be "soon"')
    expect(await waiting()).toContain('slaUptimePercent')
  })
})

describe('names', () => {
  it('may be labels of several words, and what is settled says how it is changed', async () => {
    await office.ask('ana', `review confirm ${id} "governing law, payment terms"`)
    expect(await held('paymentTerms')).toEqual({ count: 30, unit: 'day' })
    expect(await held('governingLaw')).toEqual(['England', 'Wales'])
    expect((await office.ask('ana', `review change ${id} payment "45 days"`)).refusal).toMatchObject({
      message: `Payment terms of ${id} waits no longer: it is 30 days.`,
      next: `To change it: set ${id} paymentTerms="..."`,
    })
  })

  it('that end in a full stop get no second one', async () => {
    const answer = await office.ask('ana', `review change ${id} parties "Acme Ltd; Home Inc."`)
    expect(answer.card.summary).toContain('Parties Acme Ltd; Home Inc. ')
  })
})

describe('turning down', () => {
  it('takes it from the list for good and says so in the record', async () => {
    await office.ask('ana', `review dismiss ${id} law`)
    expect(await waiting()).not.toContain('governingLaw')
    expect(await held('governingLaw')).toBeUndefined()
    expect(await office.entries(id, 'dismissed')).toHaveLength(1)
    expect((await office.ask('ana', `review confirm ${id} law`)).refusal?.message).toMatch(/No value of "law" waits/)
  })
})

describe('walking', () => {
  const pressedThrough = async (first: Answer, label: string): Promise<string[]> => {
    const seen: string[] = []
    let answer = first
    while (buttonsOf(answer.card).some((button) => button.label === label)) {
      seen.push(answer.card.summary)
      answer = await office.press('ana', answer, label)
      if (seen.length > 30) throw new Error('the walk does not end')
    }
    return seen
  }

  it('goes from money and dates to the rest, each once, until nothing waits', async () => {
    const first = await office.ask('ana', 'review next')
    expectSteady('review-next', first)
    const count = (await waiting()).length
    const seen = await pressedThrough(first, 'Confirm')
    expect(seen).toHaveLength(count)
    expect(seen[0]).toMatch(/Agreement date/)
    expect(await waiting()).toEqual([])
  })

  it('skips without settling', async () => {
    const before = await waiting()
    const seen = await pressedThrough(await office.ask('ana', `review next ${id}`), 'Skip')
    expect(seen).toHaveLength(before.length)
    expect(await waiting()).toEqual(before)
  })

  it('goes on behind what was skipped, and says that it waits', async () => {
    const first = await office.ask('ana', `review next ${id}`)
    const second = await office.press('ana', first, 'Skip')
    const third = await office.press('ana', second, 'Confirm')
    expect(third.card.summary).not.toContain(first.card.summary)
    const fourth = await office.press('ana', third, 'Not in this contract')
    expect([first, second, third].map(({ card }) => card.summary)).not.toContain(fourth.card.summary)
    await office.ask('ana', `review dismiss ${id} ${(await waiting()).slice(1).join(' ')}`)
    const [last] = (await contract()).proposals
    const skipped = await office.press('ana', await office.ask('ana', `review next ${id} at:${last?.id}`), 'Skip')
    expect(skipped.card.summary).toBe('Nothing more waits behind what you skipped.')
    expect((await office.press('ana', skipped, 'From the beginning')).card.summary).toContain(id)
  })

  it("begins with one's own, then goes to others' that one may write, and stays with an owner who is named", async () => {
    const other = await office.contract({ title: 'Bolder MSA' }, office.bob)
    await office.ask('bob', `upload ${other.id}`, { files: [fileOf('bolder.txt', agreementText)] })
    expect((await office.ask('lena', 'review next')).card.summary).toMatch(/^C-/)
    expect((await office.ask('bob', 'review next')).card.summary).toContain(other.id)
    const ofBob = await office.ask('lena', 'review next owner:bob')
    expect(ofBob.card.summary).toContain(other.id)
    expect((await office.press('lena', ofBob, 'Confirm')).card.summary).toContain(`${other.id} Bolder MSA: is`)
    expectSteady('review', await office.ask('lena', 'review'))
  })
})

describe('rights', () => {
  it('lets those who may read see what waits, and only those who may write settle it', async () => {
    const before = await waiting()
    expect((await office.ask('bob', `review ${id}`)).card.summary).toContain(`${before.length} values read`)
    for (const line of [`review confirm ${id} all`, `review dismiss ${id} all`, `review change ${id} sla 99`])
      expect((await office.ask('bob', line)).refusal?.kind).toBe('not-allowed')
    expect(await waiting()).toEqual(before)
  })

  it('offers who may only read no button that would be refused, and says who may confirm', async () => {
    const who = 'You may read this; the owner, ana, confirms or changes it, and so may legal.'
    const offered = /^review (confirm|change|dismiss)/
    const list = await office.ask('bob', `review ${id}`)
    expect(list.card.summary).toMatch(new RegExp(`wait to be confirmed\\. ${who}$`))
    expect(list.card.elements).toContainEqual({ type: 'context', text: who })
    expect(buttonsOf(list.card).map(({ command }) => command)).toEqual([`review next ${id}`])
    const seen: string[] = []
    for (let one = await office.press('bob', list, 'One by one'); ; one = await office.press('bob', one, 'Next')) {
      seen.push(one.card.summary)
      expect(one.card.elements).toContainEqual({ type: 'context', text: who })
      expect(buttonsOf(one.card).filter(({ command }) => offered.test(command))).toEqual([])
      if (buttonsOf(one.card).length === 0) break
    }
    expect(new Set(seen).size).toBe((await waiting()).length)
    for (const line of [`review ${id}`, `review next ${id}`])
      expect(buttonsOf((await office.ask('lena', line)).card).some(({ command }) => offered.test(command))).toBe(true)
  })

  it('knows nothing of a restricted contract for others: no values, no counts', async () => {
    await office.ask('ana', `restrict ${id}`)
    expect((await office.ask('bob', `review ${id}`)).refusal?.kind).toBe('not-found')
    expect((await office.ask('bob', 'review')).card.summary).toBe('Nothing waits for review.')
    expect((await office.ask('bob', 'review next')).card.summary).toBe('Nothing more waits for you.')
  })

  it('shows the other side nothing', async () => {
    const answer = await office.ask('olga', `review ${id}`)
    expect(JSON.stringify(answer.card)).not.toMatch(/99\.9|harrowgate/i)
  })
})

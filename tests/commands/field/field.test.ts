// `field` commands: what contracts may have is legal's to say; every change is a version, what it does to contracts is told before.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../../src/bot/answer.ts'
import type { Input } from '../../../src/bot/card.ts'
import { formButton } from '../../../src/bot/slack/buttons.ts'
import { buttonsOf, expectAnswer, type Office, openOffice } from '../office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const named = async (typed: string) => (await office.store.fields.list()).find(({ key }) => key === typed)
const summary = async (name: string, line: string) => (await office.ask(name, line)).card.summary
const formOf = ({ card }: Answer): { inputs: Input[]; command: string } => {
  const form = card.elements.find((element) => element.type === 'form')
  if (form?.type !== 'form') throw new Error('no form')
  return { inputs: form.inputs, command: form.submit.command }
}

describe('field add', () => {
  it('costs one line, and the field can be set, searched and shown at once', async () => {
    expectAnswer('field-add', await office.ask('lena', 'field add "Data residency" choices:"EU, us" for:dpa,msa standard:eu'))
    expect(await named('dataResidency')).toEqual({
      ...{ key: 'dataResidency', label: 'Data residency', type: 'choice', choices: ['eu', 'us'], standard: 'eu' },
      ...{ contractTypes: ['dpa', 'msa'], audience: 'internal', aliases: [], version: 1, retired: false },
    })
    await office.ask('ana', 'set C-1 type=msa data-residency=US source:"DPA p.2"')
    expect(await summary('bob', 'show C-1')).toContain('Data residency us')
    expect(await office.read('bob', 'show C-1')).toMatch(/Data residency: +us\n +\(standard eu; set by ana, 24 Nov 2026, DPA p.2\)/)
    expect((await office.ask('ana', 'set C-1 dataResidency=mars')).refusal?.next).toBe('It is one of: eu, us')
  })

  it.each([
    ['field add "Support hours"', { key: 'supportHours', type: 'text' }],
    [
      'field add Response time type:duration standard:"4h"',
      { key: 'responseTime', type: 'duration', standard: { count: 4, unit: 'hour' } },
    ],
    ['field add "Storage" type:number unit:GB least:0 most:"10k"', { key: 'storage', type: 'number', unit: 'GB', least: 0, most: 10_000 }],
    ['field add "Rabatt (Prozent)" type:percent most:"99,5 %"', { key: 'rabattProzent', type: 'percent', most: 99.5 }],
    ['field add "Größe" type:number', { key: 'grosse', type: 'number' }],
    ['field add "データ所在地" key:dataPlace type:several choices:"eu;us"', { key: 'dataPlace', type: 'several', choices: ['eu', 'us'] }],
    ['field add "Account manager" type:person standard:@lena for:all aliases:am', { type: 'person', contractTypes: [], aliases: ['am'] }],
    ['field add "Pilot" type:yes-no audience:shared standard:no', { type: 'yes-no', audience: 'shared', standard: false }],
  ])('%s', async (line, expected) => {
    const before = await office.store.fields.list()
    expect((await office.ask('lena', line)).refusal).toBeUndefined()
    const added = (await office.store.fields.list()).filter(({ key }) => !before.some((one) => one.key === key))
    expect(added).toEqual([expect.objectContaining({ version: 1, retired: false, ...expected })])
  })

  it('answers with a form when nothing is said, and what is filled in is the same as typed', async () => {
    const { inputs, command } = formOf(await office.ask('lena', 'field add'))
    expectAnswer('field-form', await office.ask('lena', 'field add'))
    expect(formButton({ label: 'Add field', command }, inputs).action_id).toBe('form:0')
    const fields = {
      label: 'Uptime window',
      type: 'choice',
      choices: 'month, quarter',
      unit: '',
      for: 'sla',
      standard: 'Month',
      aliases: '',
      audience: 'internal',
    }
    await office.ask('lena', command, { fields })
    expect(await named('uptimeWindow')).toMatchObject({ choices: ['month', 'quarter'], contractTypes: ['sla'], standard: 'month' })
  })

  it.each([
    ['field add "SLA"', /"sla" is a name of the field SLA uptime \(slaUptimePercent\)/, /field show slaUptimePercent/],
    ['field add "Something" aliases:cap', /"cap" is a name of the field Liability cap/, /another name/],
    ['field add "Source"', /"source" means something else/, /another name/],
    ['field add "Data residency"', /There is a field Data residency \(dataResidency\) already/, /field set dataResidency/],
    ['field add "Data-Residency " key:other', /is a name of the field Data residency/, /field show dataResidency/],
    ['field add "??"', /No key can be made/, /key:/],
    ['field add "Colour" type:colour', /"type" must be one of text, choice/, /Usage/],
    ['field add "Colour" type:choice', /A choice needs its choices/, /choices:"eu,us"/],
    ['field add "Colour" type:text choices:"red,blue"', /of type text has no choices/, /choice or several/],
    ['field add "Colour" choices:"red,blue" standard:green', /Colour can't be "green"/, /red, blue/],
    ['field add "Weight" type:number least:10 most:5', /least value \(10\) is above the most \(5\)/, /Turn the two/],
    ['field add "Weight" type:number least:heavy', /"least" can't be "heavy"/, /least:10/],
    ['field add "Weight" type:duration unit:stones', /not counted in stones/, /hours, days/],
    ['field add "Weight" for:lease', /no contract type "lease"/, /msa, sow/],
    [`field add "${'x'.repeat(61)}"`, /61 characters; at most 60/, /Usage/],
  ])('refuses %s and records nothing', async (line, message, next) => {
    const before = await office.store.fields.list()
    const { refusal } = await office.ask('lena', line)
    expect(refusal?.message).toMatch(message)
    expect(refusal?.next).toMatch(next)
    expect(await office.store.fields.list()).toEqual(before)
  })
})

describe('field set', () => {
  it('changes standard, label, limits, choices, types and short names, each time a version', async () => {
    expectAnswer('field-set', await office.ask('lena', 'field set sla standard:"99,9 %"'))
    await office.ask('lena', 'field set sla label:"Uptime promised" least:90 aliases:+availability')
    await office.ask('lena', 'field set dataResidency choices:+apac for:+sow,-dpa')
    expect(await named('slaUptimePercent')).toMatchObject({ standard: 99.9, label: 'Uptime promised', least: 90, version: 2 })
    expect((await named('slaUptimePercent'))?.aliases).toEqual(['sla', 'slauptime', 'uptime', 'availability'])
    expect(await named('dataResidency')).toMatchObject({ choices: ['eu', 'us', 'apac'], contractTypes: ['msa', 'sow'], version: 2 })
    expect((await office.ask('ana', 'set C-1 availability=89')).refusal?.next).toBe('It is at least 90 % and at most 100 %.')
  })

  it('says so when nothing differs, and takes back by none', async () => {
    expect(await summary('lena', 'field set sla standard:99.9')).toBe('Nothing to change: Uptime promised is so already.')
    await office.ask('lena', 'field set sla standard:none least:none')
    expect(await named('slaUptimePercent')).not.toHaveProperty('standard')
    expect(await named('slaUptimePercent')).not.toHaveProperty('least')
    await office.ask('lena', 'field set sla standard:99.9')
  })

  it('tells before a choice goes that contracts hold it, and they keep it', async () => {
    const asked = await office.ask('lena', 'field set dataResidency choices:-us')
    expect(asked.card.summary).toContain('1 contract holds us: it keeps the value')
    expect((await named('dataResidency'))?.choices).toContain('us')
    await office.press('lena', asked, 'Confirm')
    expect((await named('dataResidency'))?.choices).toEqual(['eu', 'apac'])
    expect(await office.read('bob', 'show C-1')).toMatch(/Data residency: +us/)
    expect((await office.ask('ana', 'set C-1 dataResidency=us')).refusal?.next).toBe('It is one of: eu, apac')
  })

  it('asks before the other side is shown something', async () => {
    const asked = await office.ask('lena', 'field set dataResidency audience:shared')
    expect(asked.card.summary).toContain('The other side will see it from now on: 1 contract holds it.')
    expect((await named('dataResidency'))?.audience).toBe('internal')
    await office.press('lena', asked, 'Confirm')
    expect((await named('dataResidency'))?.audience).toBe('shared')
  })

  it('answers with a form of what is now, and refuses one that was open while somebody else changed it', async () => {
    const { inputs, command } = formOf(await office.ask('lena', 'field set seats'))
    expect(formButton({ label: 'Change field', command }, inputs).action_id).toBe('form:0')
    const filled = Object.fromEntries(inputs.map(({ name, value }) => [name, value ?? '']))
    expect(filled).toMatchObject({
      label: 'Seats',
      unit: 'seats',
      least: '0',
      for: 'msa, sow, order-form, amendment, other',
      audience: 'internal',
    })
    expect((await office.ask('lena', command, { fields: filled })).card.summary).toBe('Nothing to change: Seats is so already.')
    await office.ask('lena', command, { fields: { ...filled, most: '5000' } })
    expect(await named('seats')).toMatchObject({ most: 5000, version: 1 })
    const late = await office.ask('lena', command, { fields: { ...filled, label: 'Places' } })
    expect(late.refusal).toMatchObject({ kind: 'conflict', message: 'Seats was changed meanwhile: it is at version 1, you saw version 0.' })
    expect(await named('seats')).toMatchObject({ label: 'Seats', version: 1 })
  })

  it.each([
    ['field set', /needs <field>/, /Usage/],
    ['field set nonsense standard:1', /no field "nonsense"/, /field list/],
    ['field set sla choices:"a,b"', /of type percent has no choices/, /./],
    ['field set sla standard:101', /can't be 101 %/, /at most 100 %/],
    ['field set dataResidency choices:"apac"', /standard of Data residency would not be allowed/, /standard:none/],
    ['field set dataResidency choices:"+x,y"', /half a list and half a change/, /\+ or -/],
    ['field set dataResidency for:-msa,-sow', /would be a field of no contract/, /field retire dataResidency/],
    ['field set status choices:+paused', /a field of every contract: its choices can't be changed/, /label, aliases and standard/],
    ['field set expires audience:internal', /its audience can't be changed/, /./],
    ['field set title for:msa', /its contract types can't be changed/, /./],
    ['field set sla type:number', /has no "type:"/, /Usage/],
  ])('refuses %s and records nothing', async (line, message, next) => {
    const before = await office.store.fields.list()
    const { refusal } = await office.ask('lena', line)
    expect(refusal?.message).toMatch(message)
    expect(refusal?.next).toMatch(next)
    expect(await office.store.fields.list()).toEqual(before)
  })

  it('may call a core field otherwise, and everybody types it so', async () => {
    await office.ask('lena', 'field set value label:"Annual value" aliases:+acv')
    await office.ask('ana', 'set C-1 acv="EUR 5k"')
    expect(await office.read('ana', 'show C-1')).toMatch(/Annual value: +EUR 5,000/)
  })
})

describe('field retire and restore', () => {
  it('put a field away with its values kept, and bring it back', async () => {
    await office.ask('ana', 'set C-1 escrow=yes')
    const asked = await office.ask('lena', 'field retire escrow')
    expect(asked.card.summary).toContain('1 contract holds it: it keeps the value')
    await office.press('lena', asked, 'Confirm')
    expect((await office.ask('ana', 'set C-1 escrow=no')).refusal).toMatchObject({
      message: 'The field Source code escrow is retired: what was set stays, nothing new is set.',
      next: 'Legal may bring it back: field restore sourceCodeEscrow',
    })
    expect(await office.read('ana', 'show C-1 --all')).toMatch(/Source code escrow: +yes/)
    expect(await summary('ana', 'field list escrow')).toMatch(/^0 fields/)
    expect(await summary('ana', 'field list escrow --retired')).toBe('1 field: Source code escrow')
    expect(await summary('lena', 'field retire escrow')).toContain('Nothing to change')
    await office.ask('lena', 'field restore escrow')
    expect((await office.ask('ana', 'set C-1 escrow=no confirm:yes')).refusal).toBeUndefined()
  })

  it('do nothing to core fields', async () => {
    expect((await office.ask('lena', 'field retire owner')).refusal?.message).toBe(
      "Owner is a field of every contract: its state can't be changed.",
    )
  })
})

describe('field list and field show', () => {
  it('lists by page, each field once, and by words and contract type', async () => {
    const first = await office.ask('bob', 'field list')
    expectAnswer('field-list', first)
    const keys: string[] = []
    for (let answer: Answer | undefined = first; answer; ) {
      for (const element of answer.card.elements)
        if (element.type === 'table') keys.push(...element.rows.map(({ command }) => command ?? ''))
      answer = buttonsOf(answer.card).some(({ label }) => label === 'More') ? await office.press('bob', answer, 'More') : undefined
    }
    const all = await office.store.fields.list()
    expect(keys).toEqual(all.filter(({ retired }) => !retired).map(({ key }) => `field show ${key}`))
    expect(await summary('bob', 'field list notice')).toContain('Breach notice')
    expect(await summary('bob', 'field list confidentiality for:nda')).toContain('Confidentiality term')
    expect(await summary('bob', 'field list for:nda')).not.toContain('Seats')
    expect(await summary('bob', 'field list zzz')).toMatch(/^0 fields/)
  })

  it('shows what it holds, what is standard, who holds it, and every version with who and when', async () => {
    expectAnswer('field-show', await office.ask('bob', 'field show sla'))
    const shown = await office.ask('lena', 'field show data residency')
    expect(buttonsOf(shown.card).map(({ label }) => label)).toEqual(['Off standard', 'Change'])
    expect(await office.read('lena', 'field show data residency')).toMatch(/Held by: +1 contract\n +\(us \(1\)\)/)
  })

  it('counts only contracts that the asker may see', async () => {
    await office.contract({ title: 'Secret', dataResidency: 'eu', type: 'msa' }, office.lena, true)
    expect(await office.read('lena', 'field show dataResidency')).toMatch(/Held by: +2 contracts/)
    expect(await office.read('bob', 'field show dataResidency')).toMatch(/Held by: +1 contract\n/)
  })

  it('offers the nearest where nothing is called so', async () => {
    const answer = await office.ask('bob', 'field show exclusivty')
    expect(answer.refusal?.kind).toBe('not-found')
    expect((await office.press('bob', answer, 'Exclusivity')).card.summary).toContain('exclusivity')
  })
})

describe('who may', () => {
  it.each(['ana', 'bob', 'kate', 'adam'])('not %s', async (name) => {
    const { refusal } = await office.ask(name, 'field set sla standard:98')
    expect(refusal).toMatchObject({
      kind: 'not-allowed',
      message: 'Only legal may use field set.',
      next: 'Ask somebody of legal: person list shows who is one.',
    })
    expect(buttonsOf((await office.ask(name, 'field show sla')).card).map(({ label }) => label)).not.toContain('Change')
  })
})

// Fields belong to types of contracts: what a document says is offered where such contracts have the field, and nowhere else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileOf, type Office, openOffice } from '../office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const words = `The Service is available for at least 99.9 per cent of each calendar month (the "Service Level").
Invoices are payable within thirty (30) days of the date of the invoice.
This Agreement is governed by the laws of France.
Cost centre: 4711
Support tier: gold`
let made = 0
const uploaded = async (title: string, fields: object = {}) => {
  made += 1
  const { id } = await office.contract({ title: `Typed ${made}`, ...fields }, office.ana)
  const answer = await office.ask('ana', `upload ${id}`, { files: [fileOf('paper.txt', `${title}\n\n${words}\n${made}`)] })
  expect(answer.failure ?? answer.refusal?.message).toBeUndefined()
  const contract = await office.store.contracts.state(id)
  return { id, answer, offered: (contract?.proposals ?? []).map(({ field }) => field) }
}

describe('what is offered of an upload', () => {
  it('are fields of the type of the contract', async () => {
    const sla = await uploaded('Service Level Agreement', { type: 'sla' })
    expect(sla.offered).toEqual(expect.arrayContaining(['slaUptimePercent', 'paymentTerms', 'governingLaw']))
    const nda = await uploaded('Service Level Agreement', { type: 'nda' })
    expect(nda.offered).toContain('governingLaw')
    expect(nda.offered).not.toContain('slaUptimePercent')
    expect(nda.offered).not.toContain('paymentTerms')
    expect(await office.read('ana', `review ${nda.id}`)).not.toContain('SLA uptime')
  })

  it('are fields of the type that the document gives itself, while the contract has none', async () => {
    expect((await uploaded('Mutual Non-Disclosure Agreement')).offered).not.toContain('slaUptimePercent')
    expect((await uploaded('Service Level Agreement')).offered).toContain('slaUptimePercent')
    expect((await uploaded('To whom it may concern')).offered).toContain('slaUptimePercent')
  })

  it('are the company’s own fields too, where they stand beside their label and the type has them', async () => {
    for (const line of ['"Cost centre" for:order-form', '"Support tier" choices:gold,silver for:order-form,sla'])
      expect((await office.ask('lena', `field add ${line}`)).refusal).toBeUndefined()
    const form = await uploaded('Order Form', { type: 'order-form' })
    expect(form.offered).toEqual(expect.arrayContaining(['costCentre', 'supportTier', 'paymentTerms']))
    const { proposals } = (await office.store.contracts.state(form.id)) ?? { proposals: [] }
    expect(proposals.find(({ field }) => field === 'supportTier')).toMatchObject({
      ...{ value: 'gold', sure: false, reader: 'rules' },
      evidence: { name: 'paper.txt', sentence: 'Support tier: gold' },
    })
    const sla = await uploaded('Service Level Agreement')
    expect(sla.offered).toContain('supportTier')
    expect(sla.offered).not.toContain('costCentre')
  })

  it('follows what legal says of a field', async () => {
    expect((await office.ask('lena', 'field set slaUptimePercent for:+nda')).refusal).toBeUndefined()
    expect((await uploaded('Mutual Non-Disclosure Agreement')).offered).toContain('slaUptimePercent')
    await office.ask('lena', 'field retire supportTier')
    expect((await uploaded('Order Form')).offered).not.toContain('supportTier')
  })
})

it('is refused where the contract became one of another type meanwhile, with the way out', async () => {
  const { id, offered } = await uploaded('Order Form')
  expect(offered).toContain('costCentre')
  await office.ask('ana', `set ${id} type=dpa`)
  const refused = await office.ask('ana', `review confirm ${id} costCentre`)
  expect(refused.refusal?.message).toBe(`${id} is of type DPA now, which has no field Cost centre.`)
  expect(refused.refusal?.next).toMatch(/^Nothing was recorded\. Turn it down: review dismiss/)
  expect((await office.store.contracts.state(id))?.fields.costCentre).toBeUndefined()
})

it('looks the fields up once an upload, however many files it has', async () => {
  const { store } = office
  const { list } = store.fields
  let lists = 0
  store.fields.list = () => {
    lists += 1
    return list()
  }
  try {
    const files = [1, 2, 3].map((number) => fileOf(`many-${number}.txt`, `Order Form\n\n${words}\n${number}`))
    await office.ask('ana', `upload ${office.acme}`, { files })
    expect(lists).toBe(1)
  } finally {
    store.fields.list = list
  }
})

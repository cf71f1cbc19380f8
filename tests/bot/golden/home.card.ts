// What Ana finds at home: values to confirm, eleven renewals, a contract without an end, threads, settings.
import type { Card } from '../../../src/bot/card.ts'
import { homeCard } from '../../../src/bot/cards/home.ts'
import type { Contract, FieldValues, LinkedThread } from '../../../src/contracts/contract.ts'
import type { Person } from '../../../src/contracts/identity.ts'
import { emptyContract } from '../../../src/contracts/record/fold-contract.ts'
import { renewalsWithin } from '../../../src/contracts/renewals.ts'

const today = '2026-11-24'
const held = (value: unknown) => ({ value, by: 'P-1', at: '2026-01-01T00:00:00Z', source: undefined, seq: 0 })
const contract = (id: string, values: Partial<FieldValues>, proposals = 0): Contract => ({
  ...emptyContract(id),
  fields: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, held(value)])) as Contract['fields'],
  proposals: Array.from({ length: proposals }) as Contract['proposals'],
})

export const ana: Person = {
  ...{ id: 'P-1', name: 'Ana Petrova', standing: 'member', active: true, roles: ['legal'], accounts: [], email: 'ana@northwind.example' },
  ...{ team: 'customer success', zone: 'Europe/Berlin', hours: '09:00-17:30' },
} as unknown as Person

const acme = contract('C-142', {
  ...{ title: 'Acme Ltd master agreement', counterparty: 'Acme Ltd', status: 'executed', expirationDate: '2027-03-02' },
  ...{ autoRenewal: true, noticePeriodToTerminateRenewal: { count: 90, unit: 'day' } },
})
const passed = contract('C-7', {
  ...{ title: 'Zürich Werkzeuge order form', counterparty: 'Zürich Werkzeuge AG', expirationDate: '2026-12-31' },
  ...{ autoRenewal: true, noticePeriodToTerminateRenewal: { count: 2, unit: 'month' } },
})
const others = Array.from({ length: 9 }, (_, index) =>
  contract(`C-${200 + index}`, { title: `Order form ${index + 1}`, counterparty: 'Boréal Énergie SA', expirationDate: `2027-01-1${index}` }),
)
const read = contract('C-310', { title: 'Pemberton & Sons MSA', counterparty: 'Pemberton & Sons plc' }, 12)
const all = [acme, passed, ...others, read]

const link = (name: string, at: string): LinkedThread => ({ thread: 't', conversationName: name, by: 'P-1', at, active: true, seq: 1 })

export const home: Card = homeCard({
  ...{ person: ana, zone: 'Europe/Berlin', today, days: 90, all: false, owned: { number: all.length, atLeast: false } },
  waiting: [read],
  renewals: { ...renewalsWithin(all, [], today, 90), contradicted: [contract('C-45', { title: 'Northgate MSA' })] },
  threads: [
    { contract: acme, link: link('#acme-renewal', '2026-11-20T10:00:00Z') },
    { contract: read, link: link('a private channel', '2026-10-01T10:00:00Z') },
  ],
})

export const emptyHome: Card = homeCard({
  ...{ person: { ...ana, zone: undefined, hours: undefined, team: undefined, roles: [] }, zone: 'Europe/Berlin', today, days: 90, all: false },
  ...{ owned: { number: 0, atLeast: false }, waiting: [], renewals: { soon: [], withoutEnd: [], contradicted: [] }, threads: [] },
})

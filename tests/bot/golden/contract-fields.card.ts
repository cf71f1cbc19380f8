// `show C-142` of a contract with smart fields: off standard first, from documents with their sentences, the rest counted.
import type { Card } from '../../../src/bot/card.ts'
import { contractCard } from '../../../src/bot/cards/contract.ts'
import { bundledFields } from '../../../src/contracts/bundled-fields.ts'
import type { ContractFields } from '../../../src/contracts/contract.ts'
import type { FieldValue } from '../../../src/contracts/field-value.ts'
import { emptyContract } from '../../../src/contracts/record/fold-contract.ts'

const held = <Value>(value: Value, source: string | undefined, seq = 4) => ({ value, by: 'P-1', at: '2026-03-03T10:00:00.000Z', source, seq })

const evidence = {
  document: 'a'.repeat(64),
  name: 'Amendment 2.docx',
  page: 3,
  sentence: 'The Availability of the Service in each calendar month shall be at least\n99.95 % (the "Service Level") *measured* at <the> router.',
  start: 1200,
  end: 1330,
}

const others: [string, FieldValue][] = [
  ['governingLaw', ['Germany']],
  ['price', { minor: 24_000_000, currency: 'EUR' }],
  ['paymentTerms', { count: 30, unit: 'day' }],
  ['priceIncreasePercent', 3.5],
  ['seats', 480],
  ['breachNotice', { count: 24, unit: 'hour' }],
  ['capOnLiability', true],
  ['antiAssignment', true],
  ['exclusivity', false],
  ['insurance', true],
]

const fields: ContractFields = {
  title: held('Acme Ltd master agreement', undefined, 0),
  counterparty: held('Acme Ltd', undefined, 0),
  type: held('msa' as const, undefined, 0),
  status: held('executed' as const, 'Acme MSA signed.pdf'),
  expirationDate: held('perpetual', 'MSA p.2'),
  noticePeriodToTerminateRenewal: held({ count: 60, unit: 'day' as const }, 'Amendment 1'),
  slaUptimePercent: { ...held(99.95, 'Amendment 2.docx, page 3'), evidence },
  ...Object.fromEntries(others.map(([key, value]) => [key, held(value, 'MSA p.9')])),
}

const standards: Record<string, FieldValue> = { slaUptimePercent: 99.9, noticePeriodToTerminateRenewal: { count: 90, unit: 'day' } }
const definitions = bundledFields.map((definition) => {
  const standard = standards[definition.key]
  return standard === undefined ? definition : { ...definition, standard }
})

export const contractFields: Card = contractCard(
  { ...emptyContract('C-142'), fields },
  { definitions, nameOf: () => 'Ana Petrova', zone: 'Europe/Berlin' },
)

// A family with an amendment that changed the notice, two that contradict each other, an annex and a draft: as a tree, today, and before.
import { contractCard } from '../../../src/bot/cards/contract.ts'
import { familyCard, termsOnCard } from '../../../src/bot/cards/family.ts'
import { bundledFields } from '../../../src/contracts/bundled-fields.ts'
import type { Contract, ContractFields, FieldValues } from '../../../src/contracts/contract.ts'
import { inForceOn } from '../../../src/contracts/contract-in-force.ts'
import type { Relation } from '../../../src/contracts/family-link.ts'
import { emptyContract } from '../../../src/contracts/record/fold-contract.ts'

const sourced = { by: 'P-1', at: '2026-11-02T09:00:00.000Z', source: 'msa.docx, page 3', seq: 3 }

const paper = (id: string, values: FieldValues, relation?: Relation): Contract => ({
  ...emptyContract(id),
  fields: Object.fromEntries(
    Object.entries({ status: 'executed', ...values }).map(([key, value]) => [key, { value, ...sourced }]),
  ) as ContractFields,
  family: relation ? [{ parent: 'C-9', relation, order: undefined, by: 'P-1', at: sourced.at, seq: 4 }] : [],
})

const months = (count: number) => ({ count, unit: 'month' as const })
const days = (count: number) => ({ count, unit: 'day' as const })
const term = { initialTerm: months(48), autoRenewal: true, renewalTerm: months(24), noticePeriodToTerminateRenewal: months(3) }
const amendment = { type: 'amendment' as const }

const master = paper('C-9', {
  ...{ title: 'Société <Montclar> MSA', type: 'msa', effectiveDate: '2023-06-01', slaUptimePercent: 99.9, paymentTerms: days(30) },
  ...term,
})
const family = [
  master,
  paper('C-11', { title: 'Service levels', type: 'sla', effectiveDate: '2023-06-01', slaCreditPercent: 20 }, 'under'),
  paper('C-12', { ...amendment, title: 'Amendment 1', effectiveDate: '2024-11-01', slaUptimePercent: 99.95 }, 'amends'),
  paper('C-13', { ...amendment, title: 'Amendment 2', effectiveDate: '2025-10-01', noticePeriodToTerminateRenewal: months(6) }, 'amends'),
  paper('C-14', { ...amendment, title: 'Amendment 3', effectiveDate: '2026-01-01', paymentTerms: days(45) }, 'amends'),
  paper('C-15', { ...amendment, title: 'Side letter', effectiveDate: '2026-01-01', paymentTerms: days(60) }, 'amends'),
  paper('C-16', { ...amendment, title: 'Amendment 4', status: 'draft', effectiveDate: '2027-06-01' }, 'renews'),
]

const words = { definitions: bundledFields, nameOf: () => 'Ana Ruiz' }
const today = inForceOn(master, family, '2026-11-24')

export const familyTree = familyCard(today, { contracts: family, more: true }, words)
export const termsOn = termsOnCard(inForceOn(master, family, '2024-12-01'), words)
export const inForce = contractCard(master, { ...words, zone: 'Europe/Berlin', inForce: today })

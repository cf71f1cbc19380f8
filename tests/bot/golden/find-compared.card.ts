// What `find sla!=standard` answers: the values that were compared side by side, with the standard, whom to ask, and when it ends.
import { findCard } from '../../../src/bot/cards/find.ts'
import { bundledFields } from '../../../src/contracts/bundled-fields.ts'
import { emptyContract } from '../../../src/contracts/record/fold-contract.ts'
import type { FieldValues } from '../../../src/contracts/contract.ts'
import type { Hit } from '../../../src/store/store.ts'

const uptime = bundledFields.filter(({ key }) => key === 'slaUptimePercent').map((definition) => ({ ...definition, standard: 99.9 }))

const hit = (id: string, values: FieldValues, contradictions: Record<string, number[]> = {}): Hit => {
  const sourced = Object.entries(values).map(([key, value]) => [key, { value, by: 'P-1', at: '2026-03-03T10:00:00.000Z', source: undefined, seq: 0 }])
  return { contract: { ...emptyContract(id), fields: Object.fromEntries(sourced) }, values, contradictions, passage: undefined }
}

export const findCompared = findCard(
  {
    items: [
      hit('C-142', { title: 'Acme MSA', counterparty: 'Acme Ltd', owner: 'P-1', slaUptimePercent: 99.5, expirationDate: '2026-12-31' }),
      hit('C-97', { title: 'Globex services', owner: 'P-2', slaUptimePercent: 99.95, expirationDate: 'perpetual' }),
      hit('C-12', { title: 'Hooli <platform> *order*', counterparty: 'Hooli' }, { slaUptimePercent: [99, 99.5] }),
    ],
    count: { number: 1_000, atLeast: true },
    next: 'other.12.1000.+',
  },
  (id) => ({ 'P-1': 'Ana Petrova', 'P-2': 'Kim Lee' })[id] ?? id,
  {
    line: 'find sla!=standard',
    understood: 'SLA uptime is not 99.9 % (standard); contracts without SLA uptime are left out',
    continued: false,
    hasWords: false,
  compared: uptime,
  },
)

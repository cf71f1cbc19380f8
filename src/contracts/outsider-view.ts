// A contract as the other side may see it (rule P8): built from an allow-list, so that nothing else can slip through.
import type { Contract, ContractFields } from './contract.ts'
import { coreFields } from './core-fields.ts'
import type { FieldDefinition } from './field-definition.ts'
import { emptyContract } from './record/fold-contract.ts'

/**
 * Number, title, parties, status and dates, and what legal marked as shared, without who set it; the counterparty stays in, because rules
 * about talk ask for it.
 */
export const outsiderView = (contract: Contract, definitions: readonly FieldDefinition[] = coreFields): Contract => {
  const shared = definitions.filter(({ audience, retired }) => audience === 'shared' && !retired).map(({ key }) => key)
  const fields = [...shared, 'counterparty'].flatMap((key) => {
    const held = contract.fields[key]
    return held ? [[key, { value: held.value, by: '', at: held.at, source: undefined, seq: held.seq }]] : []
  })
  return { ...emptyContract(contract.id), fields: Object.fromEntries(fields) as ContractFields, head: contract.head }
}

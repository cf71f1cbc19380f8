// A contract as the other side may see it (rule P8): built from an allow-list, so that nothing else can slip through.
import type { Contract, ContractFields, CoreKey } from './contract.ts'
import { emptyContract } from './record/fold-contract.ts'

const shared = ['title', 'parties', 'status', 'effectiveDate', 'expirationDate'] as const satisfies readonly CoreKey[]

/** Number, title, parties, status and dates, without who set them; the counterparty stays in, because rules about talk ask for it. */
export const outsiderView = (contract: Contract): Contract => {
  const fields = [...shared, 'counterparty' as const].flatMap((key) => {
    const held = contract.fields[key]
    return held ? [[key, { ...held, by: '', source: undefined }]] : []
  })
  return { ...emptyContract(contract.id), fields: Object.fromEntries(fields) as ContractFields, head: contract.head }
}

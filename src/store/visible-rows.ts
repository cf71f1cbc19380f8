// Rows of contracts that a person may see, by a filter of one index, and the contracts behind the first of them as of their last entry.
import type { Model } from 'mongoose'
import type { Contract } from '../contracts/contract.ts'
import type { Person } from '../contracts/identity.ts'
import type { Chains } from './chains.ts'
import type { ContractRow } from './projections/contract-rows.ts'
import { mayRead, visibleTo } from './visible-to.ts'

export type RowParts = { contracts: Model<ContractRow>; chains: Chains }
type Seen = Pick<ContractRow, '_id' | 'access'>

/** `fields` are read besides id and access. */
export const visibleRows = async <Row extends Seen>(
  { contracts }: RowParts,
  person: Person,
  filter: object,
  fields: Partial<Record<keyof Row, 1>>,
): Promise<Row[]> => {
  const visible = visibleTo(person)
  const rows = await contracts.find(filter as never, { access: 1, ...fields }).lean<Row[]>()
  return rows.filter(({ access }) => mayRead(visible, access))
}

export const openRows = ({ chains }: RowParts, rows: readonly Seen[]): Promise<Contract[]> =>
  Promise.all(rows.map(async ({ _id }) => (await chains.load(_id)).folded.contract))

// What is in force of a contract on a day, for who asks: read with all that bears on it and that they may see.
import type { CalendarDate } from '../contracts/calendar-date.ts'
import type { Contract } from '../contracts/contract.ts'
import { type InForce, inForceOn } from '../contracts/contract-in-force.ts'
import type { Store } from '../store/store.ts'
import { type Asking, readerOf } from './answer-reader.ts'

export const inForceFor = async (store: Store, reader: Asking, contract: Contract, day: CalendarDate): Promise<InForce> =>
  inForceOn(contract, await store.families.bearing(readerOf(reader), contract), day)

/** Papers that it amends or renews, whose terms do not bear on its own: told with it, as far as the reader may see them. */
export const papersAbove = async (store: Store, reader: Asking, { contract, documents }: InForce): Promise<Contract[]> => {
  const missing = new Set(contract.family.map(({ parent }) => parent).filter((parent) => !documents.has(parent)))
  if (missing.size === 0) return []
  const { contracts } = await store.families.members(readerOf(reader), contract)
  return contracts.filter(({ id }) => missing.has(id))
}

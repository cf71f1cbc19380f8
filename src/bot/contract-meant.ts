// A second contract named in a line: by number or by name, among those that the asker may see.
import type { Contract } from '../contracts/contract.ts'
import type { Person } from '../contracts/identity.ts'
import type { Store } from '../store/store.ts'
import { contractNumber } from './contract-number.ts'
import { contractNamed } from './named-contract.ts'

/** `again` is the whole line with a contract's number in the place of what was typed. @throws Refusal: not found, or a pick list */
export const contractMeant = async (
  store: Store,
  person: Person,
  typed: string,
  again: (contract: string) => string,
): Promise<Contract> => {
  const number = contractNumber(typed)
  return number ? store.contracts.get(person, number) : contractNamed(store, person, typed, again)
}

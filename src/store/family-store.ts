// What the store tells of families of contracts.
import type { Contract } from '../contracts/contract.ts'
import type { Person } from '../contracts/identity.ts'

export type FamilyStore = {
  /**
   * The contract and all others that this person may see and whose terms bear on its own: what amends or renews it, its master and what
   * amends that, annexes of either. What they may not see does not exist, and nothing is reached through it.
   */
  bearing(person: Person, contract: Contract): Promise<Contract[]>
  /** All that belong together with it, as far as this person may see them; `more` where there are too many to be told at once. */
  members(person: Person, contract: Contract): Promise<{ contracts: Contract[]; more: boolean }>
}

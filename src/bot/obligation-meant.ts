// The obligation that a number means, with its contract, for somebody who may change it.
import type { Contract } from '../contracts/contract.ts'
import type { Person } from '../contracts/identity.ts'
import type { Obligation } from '../contracts/obligation.ts'
import { obligationIn } from '../contracts/obligation-change.ts'
import { mayWrite } from '../contracts/permission.ts'
import type { Store } from '../store/store.ts'
import { mayNotOnContract } from './may-not.ts'

/** `O-12`, also as `o12`. @throws Refusal where there is none for this person, or where they may only read */
export const obligationMeant = async (
  store: Store,
  person: Person,
  typed: string,
): Promise<{ contract: Contract; obligation: Obligation }> => {
  const id = typed
    .trim()
    .toUpperCase()
    .replace(/^O-?(?=\d)/, 'O-')
  const contract = await store.obligations.holding(person, id)
  if (!mayWrite(person, contract)) throw await mayNotOnContract(store, person, 'contract.write', contract)
  return { contract, obligation: obligationIn(contract, id) }
}

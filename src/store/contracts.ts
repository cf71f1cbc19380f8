// Contracts: begun, read as of their last entry, and found, each read starting from who asks.
import { ContractId } from '../contracts/contract.ts'
import { contractNotFound } from '../contracts/refusal.ts'
import type { Chains } from './chains.ts'
import type { ContractStore } from './store.ts'
import { visibleTo } from './visible-to.ts'

type Parts = { chains: Chains } & Pick<ContractStore, 'create' | 'named' | 'find'>

export const createContracts = ({ chains, ...others }: Parts): ContractStore => ({
  ...others,
  async get(person, id) {
    const visible = visibleTo(person)
    // What is no number of a contract is not looked up; what is one is looked up alike, whether it exists, may be seen, or neither.
    if (!ContractId.safeParse(id).success) throw contractNotFound(id)
    const { folded } = await chains.load(id)
    if (folded.contract.head.seq < 0 || !visible.may(folded.contract)) throw contractNotFound(id)
    return folded.contract
  },
  async state(id) {
    const { folded } = await chains.load(id)
    return folded.contract.head.seq < 0 ? undefined : folded.contract
  },
})

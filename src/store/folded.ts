// All that the fold of one chain knows: the contract, and which conversations were opened to its readers.
import type { Contract } from '../contracts/contract.ts'
import type { Entry } from '../contracts/record/entry.ts'
import { emptyContract, foldContract } from '../contracts/record/fold-contract.ts'
import { foldWidened } from '../contracts/record/fold-widened.ts'

export type Folded = { contract: Contract; widened: readonly string[] }

export const emptyFold = (contract: string): Folded => ({ contract: emptyContract(contract), widened: [] })

export const fold = ({ contract, widened }: Folded, entry: Entry): Folded => ({
  contract: foldContract(contract, entry),
  widened: foldWidened(widened, entry),
})

// Who reads an answer: whoever asks, alone; or any colleague, where it is posted for several of them together.
import type { Contract } from '../contracts/contract.ts'
import type { Person } from '../contracts/identity.ts'
import { mayWrite } from '../contracts/permission.ts'
import { anyColleague } from './share.ts'

/** `together`: the answer is posted, so it holds what any colleague may see. */
export type Asking = { person: Person; together?: readonly string[] | undefined }

export const readerOf = ({ person, together }: Asking): Person => (together ? anyColleague(person) : person)

/** Whether its reader may change the contract; what is posted offers that to nobody. */
export const readerMayWrite = ({ person, together }: Asking, contract: Contract): boolean => !together && mayWrite(person, contract)

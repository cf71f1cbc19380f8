// How a contract is read for a command: as what the asker may see, or past that by a record keeper or an auditor.
import type { Contract } from '../contracts/contract.ts'
import { hasRole, type Person } from '../contracts/identity.ts'
import { mayAuditCounts, mayReadAsKeeper } from '../contracts/permission.ts'
import { contractNotFound, Refusal } from '../contracts/refusal.ts'
import type { Store } from '../store/store.ts'
import type { AnyCommand } from './command.ts'
import type { Invocation } from './invocation.ts'
import type { Parsed } from './parse.ts'

export type KeeperReason = { reason: string | undefined; parsed: Parsed }

/** Rule P7: `reason:"..."` of a record keeper on a command that reads; for everybody else it is a word like others. */
export const keeperReason = (command: AnyCommand, person: Person, parsed: Parsed): KeeperReason => {
  const isReason = ({ key }: { key: string }) => key.toLowerCase() === 'reason'
  const given = parsed.pairs.find(isReason)
  const reads = command.contract !== 'none' && (command.requires === 'contract.read' || command.requires === 'contract.audit')
  if (!given || !reads || 'reason' in command.args.shape || !mayReadAsKeeper(person)) return { reason: undefined, parsed }
  const reason = given.value.trim()
  if (reason === '') throw new Refusal('invalid', 'The reason is empty.', { next: 'Say why: reason:"Audit of 2026, request of the board"' })
  return { reason, parsed: { ...parsed, pairs: parsed.pairs.filter((pair) => !isReason(pair)) } }
}

type Asked = { store: Store; person: Person; command: AnyCommand; invocation: Invocation; reason: string | undefined }

/** One read of the store, whether the contract is there, hidden or missing. */
export const contractReader = ({ store, person, command, invocation, reason }: Asked) => {
  const mayAuditUnseen = command.requires === 'contract.audit' && (hasRole(person, 'record-keeper') || mayAuditCounts(person))
  return async (id: string): Promise<Contract> => {
    if (reason !== undefined) return recordedRead(store, id, person, invocation, reason)
    if (!mayAuditUnseen) return store.contracts.get(person, id)
    const contract = await store.contracts.state(id)
    if (contract) return contract
    throw contractNotFound(id)
  }
}

/** The read stands in the record before anything is shown. */
const recordedRead = async (store: Store, id: string, person: Person, invocation: Invocation, reason: string): Promise<Contract> => {
  const { contract } = await store.record.append(id, (now) => {
    if (now.head.seq < 0) throw contractNotFound(id)
    const payload = { command: invocation.text, reason }
    return [{ kind: 'keeper_read', key: `keeper_read:${invocation.id}`, actor: person.id, source: invocation.door, payload }]
  })
  return contract
}

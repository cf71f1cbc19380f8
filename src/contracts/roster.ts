// Who is in a conversation: the list of members at a time, and what that makes of the talk said there.
import { createHash } from 'node:crypto'
import { sameCompany } from './company-name.ts'
import { type Contract, field } from './contract.ts'
import type { Standing } from './identity.ts'
import type { Audience } from './talk.ts'

export type Member = {
  /** An account key. */
  account: string
  name: string
  email: string | undefined
  standing: Standing
  company: string | undefined
}

export type Roster = { hash: string; members: Member[] }

/** A list of members with the hash that names it, names and all: who was there, as they were called then; the order does not matter. */
export const rosterOf = (members: readonly Member[]): Roster => {
  const sorted = [...members].sort((one, other) => (one.account < other.account ? -1 : 1))
  const spelled = sorted.map((member) => `${member.account} ${member.standing} ${member.name}`).join('\n')
  return { hash: createHash('sha256').update(spelled).digest('hex').slice(0, 32), members: sorted }
}

export const outsidersOf = (roster: Roster): Member[] => roster.members.filter((member) => member.standing !== 'member')

/** Rule P3: shared if somebody of the contract's named counterparty was there; unknown is internal. */
export const audienceOf = (contract: Contract, roster: Roster | undefined): Audience => {
  const counterparty = field(contract, 'counterparty')
  if (!roster || !counterparty) return 'internal'
  const ofCounterparty = (member: Member) => member.standing === 'outsider' && sameCompany(counterparty, member)
  return roster.members.some(ofCounterparty) ? 'shared' : 'internal'
}

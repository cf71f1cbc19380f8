// Running a command for somebody of the other side or a guest: only inside a conversation where the contract is linked (rules P8 and P9).
import type { Contract } from '../contracts/contract.ts'
import { accountKey } from '../contracts/identity.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { Answered } from './answer.ts'
import { contractNumber } from './contract-number.ts'
import type { Named } from './find-command.ts'
import { type Asked, carryOut, lineOf } from './run-command.ts'

/** Why does not matter: an outsider is told the same whatever it was. */
export const notForOutsiders = () => new Refusal('not-allowed', 'This is not available to you.')

/** What is read does not depend on whether the contract that was named exists, only on what is linked here. */
export const runForOutsider = async (asked: Asked, named: Named | undefined): Promise<Answered> => {
  const { app, person, invocation } = asked
  const linked = await linkedHere(asked)
  if (!named?.command.outsiders || !person.active || linked.length === 0) throw notForOutsiders()
  const { command } = named
  const [first, ...others] = named.parsed.words
  const number = command.contract === 'none' || first?.quoted ? undefined : contractNumber(first?.text)
  const parsed = number ? { ...named.parsed, words: others } : named.parsed
  const contract = command.contract === 'none' ? undefined : await sharedContract(asked, number ?? (await ofThread(asked, linked)), linked)
  const line = lineOf(command, contract?.id, parsed, invocation.fields)
  return carryOut({ app, person, invocation }, command, { contract, parsed, line, reason: undefined, reduced: true })
}

/** The contracts of this conversation, if the asker is known to be in it now. */
const linkedHere = async ({ app, invocation }: Asked): Promise<string[]> => {
  const { conversation, speaker } = invocation
  if (!conversation) return []
  const [row, threads] = await Promise.all([
    app.store.conversations.get(conversation.id),
    app.store.threads.ofConversation(conversation.id),
  ])
  const isMember = row?.roster?.members.some(({ account }) => account === accountKey(speaker.account)) ?? false
  return isMember ? [...new Set(threads.flatMap(({ contracts }) => contracts))] : []
}

const ofThread = async ({ app, invocation }: Asked, linked: readonly string[]): Promise<string | undefined> => {
  const thread = invocation.thread ? await app.store.threads.linked(invocation.thread) : undefined
  const contracts = thread?.contracts ?? linked
  return contracts.length === 1 ? contracts[0] : undefined
}

const sharedContract = async ({ app }: Asked, id: string | undefined, linked: readonly string[]): Promise<Contract> => {
  const contract = id !== undefined && linked.includes(id) ? await app.store.contracts.state(id) : undefined
  if (contract) return contract
  throw notForOutsiders()
}

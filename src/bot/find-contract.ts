// Which contract a line is about: a number, the thread's own, or a name that fits one and no other; never a guess.
import type { Contract } from '../contracts/contract.ts'
import type { Person } from '../contracts/identity.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { Store } from '../store/store.ts'
import { joinWords } from './arguments.ts'
import { contractNumber } from './contract-number.ts'
import type { Named } from './find-command.ts'
import type { Invocation } from './invocation.ts'
import { choiceOf, clearWinner, contractNamed, contractsNamed } from './named-contract.ts'
import type { Parsed } from './parse.ts'
import { schemaOf, shortName, usageHint } from './usage.ts'

export type ContractQuestion = Named & {
  invocation: Invocation
  store: Store
  person: Person
  /** Refuses, in the words of a number never given, what the asker may not see. */
  read: (contract: string) => Promise<Contract>
  /** The whole line about a contract, for buttons. */
  again: (contract: string, parsed: Parsed) => string
}

export type Meant = { contract: Contract | undefined; parsed: Parsed }

/** The contract, and the words without it. Refuses: not found, several, or none named where one is needed. */
export const meantContract = async (question: ContractQuestion): Promise<Meant> => {
  const { command, invocation, store } = question
  if (command.contract === 'none') return { contract: undefined, parsed: question.parsed }
  const explicit = explicitContract(question.parsed, invocation)
  if (explicit) return { contract: await byNumberOrName(question, explicit.typed, explicit.parsed), parsed: explicit.parsed }
  const linked = command.named || !invocation.thread ? undefined : await store.threads.linked(invocation.thread)
  const ofThread = linked?.contracts ?? []
  const byName = await nameMeant(question, ofThread.length > 0)
  if (byName) return byName
  if (ofThread.length > 0) return { contract: await contractOfThread(question, ofThread), parsed: question.parsed }
  if (command.contract === 'optional') return { contract: undefined, parsed: question.parsed }
  throw new Refusal('invalid', `${shortName(command)} needs a contract.`, { next: usageHint(command) })
}

/** `contract:C-142`, a number as the first word, or what a form picked. */
const explicitContract = (parsed: Parsed, invocation: Invocation): { typed: string; parsed: Parsed } | undefined => {
  const isContract = ({ key }: { key: string }) => key.toLowerCase() === 'contract'
  const pair = parsed.pairs.find(isContract)
  if (pair) return { typed: pair.value, parsed: { ...parsed, pairs: parsed.pairs.filter((one) => !isContract(one)) } }
  const [first, ...words] = parsed.words
  const number = first && !first.quoted ? contractNumber(first.text) : undefined
  if (number) return { typed: number, parsed: { ...parsed, words } }
  const picked = invocation.fields.contract?.trim()
  return picked ? { typed: picked, parsed } : undefined
}

const byNumberOrName = async (question: ContractQuestion, typed: string, parsed: Parsed): Promise<Contract> => {
  const number = contractNumber(typed)
  if (number) return question.read(number)
  return contractNamed(question.store, question.person, typed, (contract) => question.again(contract, parsed))
}

/**
 * A name is what stands where a contract is expected. In a linked thread words are text, unless the command takes none, or a phrase in
 * quotes is the name of one contract and leaves enough words for what the command needs.
 */
const nameMeant = async (question: ContractQuestion, inThread: boolean): Promise<Meant | undefined> => {
  const { command, parsed, store, person } = question
  const [first, ...others] = parsed.words
  const [positional] = command.positional ?? []
  if (!first) return undefined
  const isNeededAsText = positional !== undefined && others.length === 0 && !schemaOf(command, positional).isOptional()
  if (first.quoted && isNeededAsText) return undefined
  const takesNoWords = positional === undefined
  const rest = { ...parsed, words: takesNoWords && !first.quoted ? [] : others }
  const name = takesNoWords && !first.quoted ? joinWords(parsed.words) : first.text
  const again = (contract: string) => question.again(contract, rest)
  if (takesNoWords || (command.contract === 'required' && !inThread))
    return { contract: await contractNamed(store, person, name, again), parsed: rest }
  if (!first.quoted) return undefined
  const winner = clearWinner((await contractsNamed(store, person, name)).fitting)
  return winner && { contract: winner, parsed: rest }
}

/** The thread's one contract; of several, those that the asker sees as a pick list. */
const contractOfThread = async (question: ContractQuestion, ids: readonly string[]): Promise<Contract> => {
  const seen = await Promise.all(ids.map((id) => question.read(id).catch(ifUnseen)))
  const contracts = seen.filter((contract) => contract !== undefined)
  const [only] = contracts
  if (only && contracts.length === 1) return only
  if (!only) throw new Refusal('invalid', `${shortName(question.command)} needs a contract.`, { next: usageHint(question.command) })
  throw new Refusal('ambiguous', `This thread is linked to ${contracts.length} contracts. Which one?`, {
    next: 'Pick one, or type its number first.',
    choices: contracts.map((contract) => choiceOf(contract, (id) => question.again(id, question.parsed))),
  })
}

const ifUnseen = (error: unknown): undefined => {
  if (error instanceof Refusal) return undefined
  throw error
}

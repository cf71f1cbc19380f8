// "Share here": an answer posted to the conversation, when everybody in it may see it, or as the other side may see it (rule P11).
import type { Contract } from '../contracts/contract.ts'
import type { Person } from '../contracts/identity.ts'
import { maySee } from '../contracts/permission.ts'
import { Refusal } from '../contracts/refusal.ts'
import { type Member, outsidersOf, type Roster } from '../contracts/roster.ts'
import type { Store } from '../store/store.ts'
import { buttons, type Card, type CardElement, context } from './card.ts'
import type { AnyCommand } from './command.ts'
import type { Invocation } from './invocation.ts'
import type { Parsed } from './parse.ts'
import { longestCommand } from './saved-command.ts'

/** here: to all as it is; preview and reduced: what outsiders may see of it, shown first to the asker and then to all. */
export type Share = 'here' | 'preview' | 'reduced'

const isShare = (value: string): value is Share => value === 'here' || value === 'preview' || value === 'reduced'

/** Takes `share:here` out of the line of a command that has no such argument of its own. */
export const takeShare = (command: AnyCommand, parsed: Parsed): { share: Share | undefined; parsed: Parsed } => {
  const given = parsed.pairs.find(({ key }) => key.toLowerCase() === 'share')
  if (!given || 'share' in command.args.shape) return { share: undefined, parsed }
  const value = given.value.toLowerCase()
  if (!isShare(value)) throw new Refusal('invalid', `share must be here, not "${given.value}".`, { next: 'Write share:here' })
  if (!isReading(command))
    throw new Refusal('invalid', 'Only what reads a contract can be shared.', { next: 'For example: show C-142 share:here' })
  return { share: value, parsed: { ...parsed, pairs: parsed.pairs.filter((pair) => pair !== given) } }
}

const isReading = (command: AnyCommand): boolean =>
  !command.changes &&
  !command.personal &&
  command.requires !== 'contract.audit' &&
  (command.contract !== 'none' || command.requires === 'member')

type Sharing = {
  store: Store
  command: AnyCommand
  person: Person
  contract: Contract | undefined
  invocation: Invocation
  asKeeper: boolean
  share: Share
  line: string
}

/** Accounts of all who will see what is shared; undefined for what outsiders may see too. */
export type Together = readonly string[] | undefined

/**
 * Refuses unless the asker may read the contract by right, and either only the reduced answer goes out, or nobody is there for whom the
 * contract does not exist. Answers with those for all of whom the answer is made: sharing widens no private conversation (rule P6).
 */
export const checkShare = async ({ store, command, person, contract, invocation, asKeeper, share, line }: Sharing): Promise<Together> => {
  const { conversation } = invocation
  if (!conversation || conversation.private) {
    throw new Refusal('invalid', 'There is nobody here to share it with.', { next: 'Ask in the channel or chat that shall see it.' })
  }
  if (asKeeper || (contract && !maySee(person, contract))) {
    throw new Refusal('not-allowed', 'What you read as a record keeper is for you alone.', { next: 'Leave out share:here.' })
  }
  if (share !== 'here') {
    await checkReduced(store, command, contract, conversation)
    return undefined
  }
  const roster = (await store.conversations.get(conversation.id))?.roster
  if (!roster) {
    throw new Refusal('not-allowed', `Who is in ${conversation.name} is not known now, so nothing is shared.`, {
      next: 'Try again in a minute.',
    })
  }
  const outsiders = outsidersOf(roster)
  if (outsiders.length > 0) throw outsidersPresent(outsiders, command.hasOutsiderView && contract ? `${line} share:preview` : undefined)
  if (contract?.restricted && !(await mayAllSee(store, roster, contract))) {
    throw new Refusal('not-allowed', `Not everybody in ${conversation.name} may see ${contract.id}, so it is not shared here.`, {
      next: 'Leave out share:here, or share it where all may see it.',
    })
  }
  return roster.members.map(({ account }) => account)
}

const mayAllSee = async (store: Store, roster: Roster, contract: Contract): Promise<boolean> => {
  for (const { account } of roster.members) {
    const person = await store.people.ofAccount(account)
    if (!person || !maySee(person, contract)) return false
  }
  return true
}

/** For lists of contracts that are shared: somebody of the company for whom nothing was opened by name, team or role. */
export const anyColleague = (person: Person): Person => ({ ...person, id: 'anybody', accounts: [], roles: [], team: undefined })

/** The other side learns of a contract only where it is linked (rule P9). */
const checkReduced = async (
  store: Store,
  command: AnyCommand,
  contract: Contract | undefined,
  conversation: { id: string; name: string },
): Promise<void> => {
  const threads = command.hasOutsiderView && contract ? await store.threads.ofConversation(conversation.id) : []
  if (contract && threads.some(({ contracts }) => contracts.includes(contract.id))) return
  throw new Refusal('not-allowed', `${conversation.name} is not linked to this contract, so outsiders there are told nothing of it.`, {
    next: 'Share it in a conversation of colleagues alone.',
  })
}

const outsidersPresent = (outsiders: readonly Member[], preview: string | undefined): Refusal =>
  new Refusal('not-allowed', `${companiesOf(outsiders)} would see this, so it is not shared here.`, {
    next: preview ? 'Share only what they may see, after a look at it.' : 'Share it in a conversation of colleagues alone.',
    choices: preview ? [{ label: 'Preview what they may see', command: preview }] : [],
  })

/** `Acme Ltd (Lee Park, Kim Ode) and beta.example (Jo Day)`; a guest of ours is one of nobody's. */
const companiesOf = (outsiders: readonly Member[]): string => {
  const byCompany = Map.groupBy(outsiders, (member) => member.company ?? member.email?.split('@')[1] ?? 'An unknown company')
  const parts = [...byCompany].map(([company, members]) => `${company} (${members.map((member) => member.name).join(', ')})`)
  return new Intl.ListFormat('en').format(parts)
}

/** The reduced answer, shown to the asker before it is posted. */
export const previewCard = (card: Card, conversation: string, line: string): Card => ({
  summary: `Preview for ${conversation}: ${card.summary}`,
  elements: [
    context(`This is what everybody in ${conversation} would see.`),
    ...card.elements,
    buttons({ label: 'Post it here', command: `${line} share:reduced`, style: 'primary' }),
  ],
})

/** What was shared, with who shared it; `full`: the line that asked for all of it, where only what outsiders may see was posted. */
export const sharedCard = (card: Card, person: Person, full?: string): Card => ({
  ...card,
  elements: [...card.elements, context(`Shared by ${person.name}`), ...(full === undefined ? [] : fullButton(full))],
})

/** Whoever presses it asks that line themselves: they alone get the answer, and it holds what they may see. */
const fullButton = (line: string): CardElement[] =>
  line.length > longestCommand ? [] : [buttons({ label: 'Send me the full one', command: line })]

/** Offered under what was read where others listen. */
export const withShareButton = (card: Card, command: AnyCommand, invocation: Invocation, line: string): Card => {
  const shared = `${line} share:here`
  const { conversation } = invocation
  if (!conversation || conversation.private || !isReading(command) || shared.length > longestCommand) return card
  const confirm = `Everybody in ${conversation.name} will see this.`
  return { ...card, elements: [...card.elements, buttons({ label: 'Share here', command: shared, confirm })] }
}

// Running one command for one of ours: contract, permission, arguments, sharing, and then the command itself.
import { dayOf } from '../contracts/calendar-date.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Person } from '../contracts/identity.ts'
import { outsiderView } from '../contracts/outsider-view.ts'
import { mayInGeneral, mayOnContract } from '../contracts/permission.ts'
import { Refusal } from '../contracts/refusal.ts'
import { type Answered, answered } from './answer.ts'
import { bindArguments } from './arguments.ts'
import type { AnyCommand, App, CommandAnswer, Context } from './command.ts'
import { asWords, type Named } from './find-command.ts'
import { meantContract } from './find-contract.ts'
import type { Invocation } from './invocation.ts'
import { mayNot, mayNotOnContract } from './may-not.ts'
import type { Pair } from './pair.ts'
import type { Parsed } from './parse.ts'
import { contractReader, keeperReason } from './read-contract.ts'
import { checkShare, previewCard, type Share, sharedCard, type Together, takeShare, withShareButton } from './share.ts'
import { shortName } from './usage.ts'
import { writeLine } from './write-line.ts'

export type Asked = { app: App; person: Person; invocation: Invocation }

/** What somebody of the company gets for a command; refuses. */
export const runCommand = async (asked: Asked, { command, parsed: typed }: Named): Promise<Answered> => {
  const { app, person, invocation } = asked
  if (!mayInGeneral(person, command.requires)) throw mayNot(shortName(command), command.requires)
  const shared = takeShare(command, typed)
  const keeper = keeperReason(command, person, shared.parsed)
  const meant = await meantContract({
    command,
    parsed: keeper.parsed,
    invocation,
    store: app.store,
    person,
    read: contractReader({ store: app.store, person, command, invocation, reason: keeper.reason }),
    again: (contract, parsed) => lineOf(command, contract, withReason(parsed, keeper.reason), invocation.fields),
  })
  const { contract } = meant
  if (contract && keeper.reason === undefined && !mayOnContract(person, command.requires, contract)) {
    throw await mayNotOnContract(app.store, person, command.requires, contract)
  }
  const line = lineOf(command, contract?.id, withReason(meant.parsed, keeper.reason), invocation.fields)
  const { share } = shared
  const together =
    share &&
    (await checkShare({ store: app.store, command, person, contract, invocation, asKeeper: keeper.reason !== undefined, share, line }))
  const answer = await carryOut(asked, command, {
    contract,
    parsed: meant.parsed,
    line,
    reason: keeper.reason,
    reduced: share === 'preview' || share === 'reduced',
    together,
  })
  return share ? shareAnswer(answer, share, asked, line) : { ...answer, card: withShareButton(answer.card, command, invocation, line) }
}

const shareAnswer = (answer: Answered, share: Share, { person, invocation }: Asked, line: string): Answered =>
  share === 'preview'
    ? { ...answer, card: previewCard(answer.card, invocation.conversation?.name ?? '', line) }
    : { ...answer, card: sharedCard(answer.card, person, share === 'reduced' ? line : undefined), audience: 'thread' }

const withReason = (parsed: Parsed, reason: string | undefined): Parsed =>
  reason === undefined ? parsed : { ...parsed, pairs: [...parsed.pairs, { key: 'reason', comparison: ':', value: reason }] }

/** The line as it was understood, contract and form fields in it. */
export const lineOf = (command: AnyCommand, contract: string | undefined, parsed: Parsed, fields: Record<string, string>): string => {
  const filled = Object.entries(fields).filter(
    ([key, value]) => Object.hasOwn(command.args.shape, key) && value.trim() !== '' && !parsed.pairs.some((pair) => pair.key === key),
  )
  const pairs = filled.map(([key, value]): Pair => ({ key, comparison: ':', value }))
  const words = [...asWords(shortName(command)), ...(contract ? asWords(contract) : []), ...parsed.words]
  return writeLine({ words, pairs: [...parsed.pairs, ...pairs], flags: parsed.flags })
}

export type Understood = {
  contract: Contract | undefined
  parsed: Parsed
  line: string
  reason: string | undefined
  reduced: boolean
  together?: Together
}

/** Binds the arguments and runs; a reduced answer is made from a contract that holds no more than it may show. */
export const carryOut = async ({ app, person, invocation }: Asked, command: AnyCommand, understood: Understood): Promise<Answered> => {
  const { contract, parsed, line, reason, reduced, together } = understood
  const now = app.clock().toISOString()
  const today = dayOf(now, app.zone)
  const again = (other: Parsed) => lineOf(command, contract?.id, withReason(other, reason), invocation.fields)
  const args = bindArguments({ command, parsed, fields: invocation.fields, today, again })
  const context: Context<Record<string, unknown>> & { contract: Contract | undefined } = {
    args,
    person,
    invocation: { ...invocation, text: line },
    app,
    now,
    today,
    keeperReason: reason,
    outsiderView: reduced,
    together,
    contract: contract && reduced ? outsiderView(contract, await app.store.fields.list()) : contract,
  }
  const run = command.run as (context: unknown) => Promise<CommandAnswer>
  return answered(await run(context))
}

export const refuseInactive = (person: Person): void => {
  if (person.active) return
  throw new Refusal('not-allowed', 'Your account is deactivated here.', { next: 'Ask an administrator to open it again.' })
}

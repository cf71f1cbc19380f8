// Dispatch: the one way in for everything that is asked, and the only catch.
import { randomBytes } from 'node:crypto'
import { Refusal } from '../contracts/refusal.ts'
import type { Answer, Answered } from './answer.ts'
import { askerOf, isOutsider } from './asker.ts'
import type { Card } from './card.ts'
import { failureCard, refusalCard, storageAwayCard, unavailableCard } from './cards/refusal.ts'
import type { App } from './command.ts'
import { describeFailure, type FailureLog } from './failure.ts'
import { asWords, findCommand, unknownCommand } from './find-command.ts'
import type { Invocation } from './invocation.ts'
import { type Parsed, parse } from './parse.ts'
import { refuseInactive, runCommand } from './run-command.ts'
import { notForOutsiders, runForOutsider } from './run-for-outsider.ts'

export type Dispatch = (invocation: Invocation) => Promise<Answer>

export type DispatchOptions = {
  log: FailureLog
  /** Whether an error says that the database could not be reached. */
  isStorageAway: (error: unknown) => boolean
}

/** What became known on the way, which the answer tells even when it is a no. */
type Known = { answer: Pick<Answer, 'command' | 'person'>; outsider: boolean }

/**
 * Answers every invocation, and rejects none: a Refusal becomes a card that the asker alone sees, anything else is logged under an id.
 * Only what a person asked us is ever read as a command; nothing in talk, mail, a file or a form field is.
 */
export const createDispatch =
  (app: App, options: DispatchOptions): Dispatch =>
  async (invocation) => {
    const known: Known = { answer: {}, outsider: invocation.speaker.standing !== 'member' }
    try {
      return { ...(await answer(app, invocation, known)), ...known.answer }
    } catch (error) {
      return { ...refused(error, known, invocation, options), ...known.answer }
    }
  }

const answer = async (app: App, invocation: Invocation, known: Known): Promise<Answered> => {
  const person = await askerOf(app.store, invocation.speaker)
  known.answer.person = person
  known.outsider = isOutsider(invocation.speaker, person)
  const asked = { app, person, invocation }
  const parsed = orHelp(parse(invocation.text))
  const named = findCommand(app.commands, parsed)
  if (named) known.answer.command = named.command.name
  if (known.outsider) return runForOutsider(asked, named)
  refuseInactive(person)
  if (!named) throw unknownCommand(app.commands, parsed)
  if (!named.command.changes || (named.command.afresh && invocation.files.length === 0)) return runCommand(asked, named)
  return (await app.store.answers.once(invocation.id, () => runCommand(asked, named))).answer
}

const orHelp = (parsed: Parsed): Parsed =>
  Object.values(parsed).some((part) => part.length > 0) ? parsed : { ...parsed, words: asWords('help') }

const refused = (error: unknown, known: Known, invocation: Invocation, options: DispatchOptions): Answer => {
  const failure = error instanceof Refusal ? undefined : logFailure(error, known, invocation, options.log)
  if (known.outsider) return noCard(unavailableCard(), { refusal: notForOutsiders() })
  if (error instanceof Refusal) return noCard(refusalCard(error), { refusal: error })
  const id = failure ?? ''
  return noCard(options.isStorageAway(error) ? storageAwayCard() : failureCard(id), { failure: { id } })
}

const noCard = (card: Card, why: Pick<Answer, 'refusal' | 'failure'>): Answer => ({ card, audience: 'asker', files: [], ...why })

const logFailure = (error: unknown, known: Known, invocation: Invocation, log: FailureLog): string => {
  const failure = `F-${randomBytes(4).toString('hex')}`
  const { command } = known.answer
  log.error(
    { failure, invocation: invocation.id, door: invocation.door, ...(command && { command }), ...describeFailure(error) },
    'A command failed.',
  )
  return failure
}

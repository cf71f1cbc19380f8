// A form that was sent: errors at the field, the answer in its place, and nothing typed ever lost.
import type { ModalView } from '@slack/types'
import { z } from 'zod'
import { messageId } from '../../contracts/talk.ts'
import { card, context, text } from '../card.ts'
import { clamp } from '../display-text.ts'
import type { Invocation } from '../invocation.ts'
import { answer } from './answers.ts'
import { type Origin, strangerAnswer } from './circumstances.ts'
import { conversationIdOf } from './ids.ts'
import { pressedInvocation } from './invocation-of.ts'
import type { Answered, Parts } from './parts.ts'
import { type About, aboutIn, cardView, filledIn, formAgain, labelsIn, limits, State, waitingView } from './view.ts'

export const Submission = z.looseObject({
  user: z.looseObject({ id: z.string(), team_id: z.string().nullish() }),
  view: z.looseObject({
    id: z.string(),
    hash: z.string().nullish(),
    private_metadata: z.string().nullish(),
    blocks: z.array(z.unknown()).default([]),
    state: State,
  }),
})
type Submission = z.infer<typeof Submission>

export type ViewReply =
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'update'; view: ModalView }
  | undefined
type Acknowledge = (reply: ViewReply) => Promise<void>

/** Milliseconds: Slack waits three seconds for the answer to a form. */
const patience = 2000

type Sent = { about: About; origin: Origin; view: Submission['view'] }
type Outcome = { invocation: Invocation; answered: Answered }

export const submitted = async (parts: Parts, { user, view }: Submission, acknowledge: Acknowledge): Promise<void> => {
  const about = aboutIn(view.private_metadata)
  if (!about) return acknowledge(undefined)
  const { channel, root } = about
  const sent: Sent = { about, view, origin: { user: user.id, team: user.team_id ?? undefined, channel, root, answerRoot: root } }
  const work = outcomeOf(parts, sent)
  const outcome = await inTime(work)
  if (outcome) return acknowledge(await replyTo(parts, sent, outcome))
  await acknowledge({ response_action: 'update', view: waitingView(about, 'This takes a moment …') })
  await showLate(parts, sent, await work)
}

const outcomeOf = async (parts: Parts, { about, origin, view }: Sent): Promise<Outcome> => {
  const filled = filledIn(view.state)
  const command = about.command === '' ? (filled.line ?? '') : about.command
  const fields = about.command === '' ? {} : filled
  const message =
    about.channel !== undefined && about.message !== undefined
      ? { message: messageId(conversationIdOf(parts.teams, about.channel), about.message) }
      : {}
  const press = { command, fields, card: view.id, at: view.hash ?? '' }
  const { invocation, isKnown } = await pressedInvocation(parts, origin, press, { door: 'shortcut', ...message })
  return { invocation, answered: isKnown ? await parts.dispatch(invocation) : strangerAnswer }
}

const inTime = async <Result>(work: Promise<Result>): Promise<Result | undefined> => {
  const timer = new AbortController()
  const late = new Promise<undefined>((resolve) => {
    const timeout = setTimeout(() => resolve(undefined), patience)
    timer.signal.addEventListener('abort', () => clearTimeout(timeout))
  })
  return Promise.race([work, late]).finally(() => timer.abort())
}

const replyTo = async (parts: Parts, sent: Sent, outcome: Outcome): Promise<ViewReply> => {
  const errors = errorsOf(sent.view, outcome.answered)
  if (errors) return { response_action: 'errors', errors }
  await tell(parts, sent, outcome)
  return { response_action: 'update', view: cardView(sent.about, outcome.answered.card) }
}

/** What all of a thread shall see goes there; what was asked from nowhere is kept in the direct messages. */
const tell = async (parts: Parts, { about, origin }: Sent, { invocation, answered }: Outcome): Promise<void> => {
  if (answered.audience === 'thread' || about.channel === undefined) await answer(parts, { origin }, invocation, answered)
}

/** Why nothing was done; undefined when it was. */
const whyNot = (answered: Answered): string | undefined => {
  const { refusal, failure, card: shown } = answered
  if (refusal) return refusal.inOneLine
  return failure || answered === strangerAnswer ? shown.summary : undefined
}

/** A "no" stands at the field that it speaks of, or at the first, with what would be right; the form stays as it was filled in. */
const errorsOf = ({ state }: Submission['view'], answered: Answered): Record<string, string> | undefined => {
  const names = Object.keys(state.values)
  const [first] = names
  const why = whyNot(answered)
  if (why === undefined || first === undefined) return undefined
  const said = answered.refusal?.message ?? ''
  const meant = names.find((name) => new RegExp(`\\b${RegExp.escape(name)}\\b`, 'i').test(said)) ?? first
  return { [meant]: clamp(why, limits.error) }
}

/** Too late for an error at the field: the form comes back as it was filled in, with the reason above it. */
const showLate = async (parts: Parts, sent: Sent, outcome: Outcome): Promise<void> => {
  const { about, view } = sent
  const why = whyNot(outcome.answered)
  if (why === undefined) await tell(parts, sent, outcome)
  const shown =
    why === undefined ? cardView(about, outcome.answered.card) : formAgain(about, view.blocks, view.state, card(why, text(why, 'bad')))
  const reply = await parts.call('views.update', { view_id: view.id, view: shown })
  // Closed meanwhile: the answer goes where answers go, and what was typed for nothing goes with it.
  if (!reply.ok)
    await answer(
      parts,
      { origin: sent.origin },
      outcome.invocation,
      why === undefined ? outcome.answered : withTyped(outcome.answered, view),
    )
}

const withTyped = (answered: Answered, view: Submission['view']): Answered => {
  const labels = labelsIn(view.blocks)
  const facts = Object.entries(filledIn(view.state)).flatMap(([name, value]) =>
    value === '' ? [] : [{ label: labels[name] ?? name, value }],
  )
  if (facts.length === 0) return answered
  const typed = [context('What you filled in, so that it is not lost:'), { type: 'facts' as const, facts }]
  return { ...answered, card: { ...answered.card, elements: [...answered.card.elements, ...typed] } }
}

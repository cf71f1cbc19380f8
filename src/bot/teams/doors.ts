// The doors through which people ask in a conversation: typed words and buttons.
import { z } from 'zod'
import type { Invocation } from '../invocation.ts'
import { postCard } from '../post-card.ts'
import { type Activity, isOwn, kindOf } from './activity.ts'
import { answerLater } from './answers.ts'
import { attachmentOf, isForAll } from './card-message.ts'
import { circumstancesOf, strangerAnswer } from './circumstances.ts'
import { type Press, pressedInvocation, pressIn, typedInvocation } from './invocation-of.ts'
import type { Answered, Parts } from './parts.ts'
import { addressedText } from './words.ts'

/** What an invoke is answered with in the HTTP reply. */
export type InvokeReply = { status: number; body?: unknown }

/** The words that are for us: after our mention, or where we are spoken to alone. Undefined: they are not for us. */
export const typedText = (activity: Activity): string | undefined => {
  if (activity.type !== 'message' || isOwn(activity)) return undefined
  const isAlone = kindOf(activity) === 'personal' || activity.recipient?.isTargeted === true
  return addressedText(activity) ?? (isAlone ? (activity.text ?? '').trim() : undefined)
}

/** A button of a card that carries data instead of an action (an older client) comes as a message without words. */
export const typed = async (parts: Parts, activity: Activity, text: string): Promise<void> => {
  const circumstances = await circumstancesOf(parts, activity)
  const press = text === '' ? pressIn(activity.value) : undefined
  const invocation = press
    ? pressedInvocation(activity, { door: 'button', press }, circumstances)
    : typedInvocation(activity, text, circumstances, parts.files)
  await answerLater(parts, activity, invocation, circumstances.isKnown ? await parts.dispatch(invocation) : strangerAnswer)
}

const Action = z.looseObject({ action: z.looseObject({ data: z.unknown().optional() }) })

/** Action.Execute: the new card goes back in the reply and takes the place of the old one for who pressed. */
export const pressed = async (parts: Parts, activity: Activity): Promise<InvokeReply> => {
  const action = Action.safeParse(activity.value)
  const press = action.success ? pressIn(action.data.action.data) : undefined
  if (!press) return failure(400, 'This button is not one of mine.')
  const circumstances = await circumstancesOf(parts, activity)
  if (!circumstances.isKnown) return failure(403, strangerAnswer.card.summary)
  const invocation = pressedInvocation(activity, { door: 'button', press }, circumstances)
  const answered = await inTime(parts, activity, invocation)
  if (!answered) return words('This takes a moment; the answer follows here.')
  if (answered.audience === 'asker' || invocation.thread === undefined) return drawn(parts, answered, invocation)
  return tellThread(parts, invocation, activity, press, answered)
}

/** Milliseconds in which a click is answered in the reply itself; Teams gives up on it after about fifteen seconds. */
const patience = 8000

/** The answer if it comes in time; else it is sent when it comes. */
export const inTime = async (
  parts: Parts,
  activity: Activity,
  invocation: Invocation,
  within = patience,
): Promise<Answered | undefined> => {
  const work = parts.dispatch(invocation)
  const timer = new AbortController()
  const late = new Promise<undefined>((resolve) => {
    const timeout = setTimeout(() => resolve(undefined), within)
    timer.signal.addEventListener('abort', () => clearTimeout(timeout))
  })
  const first = await Promise.race([work, late]).finally(() => timer.abort())
  if (!first) parts.afterwards(async () => answerLater(parts, activity, invocation, await work))
  return first
}

/** For the whole thread: in place of the pressed card if all see that one, else as a card of its own. */
const tellThread = async (parts: Parts, invocation: Invocation, activity: Activity, press: Press, answered: Answered) => {
  const destination = { to: 'thread', thread: invocation.thread ?? '' } as const
  const replaces = isForAll(press.nonce) ? activity.replyToId : undefined
  const posted = { id: `answer-${invocation.id}`, platform: parts.platform, destination, card: answered.card }
  await postCard(parts.store, replaces === undefined ? posted : { ...posted, replaces })
  return replaces === undefined ? words(answered.card.summary) : drawn(parts, answered, invocation)
}

const reply = (statusCode: number, type: string, value: unknown): InvokeReply => ({ status: 200, body: { statusCode, type, value } })

const drawn = (parts: Parts, answered: Answered, invocation: Invocation): InvokeReply => {
  const { contentType, content } = attachmentOf(parts.draw(answered.card, invocation.id))
  return reply(200, contentType, content)
}

const words = (text: string): InvokeReply => reply(200, 'application/vnd.microsoft.activity.message', text)

const failure = (code: number, message: string): InvokeReply =>
  reply(code, 'application/vnd.microsoft.error', { code: String(code), message })

// The doors through which people ask: words in a thread or to us alone, slash commands, and buttons.
import { z } from 'zod'
import { answer, type Respond } from './answers.ts'
import type { Callback } from './body.ts'
import { isOwn } from './body.ts'
import { formIn } from './buttons.ts'
import { type Origin, strangerAnswer } from './circumstances.ts'
import { changes, pressedInvocation, type SlashCommand, slashInvocation, slashLine, typedInvocation } from './invocation-of.ts'
import { openView } from './open-view.ts'
import type { Parts } from './parts.ts'
import { isDirect } from './send.ts'
import { type About, aboutIn, cardView, formView } from './view.ts'
import { addressedText } from './words.ts'

/** A mention in a channel, or anything said to us alone. */
export const typed = async (parts: Parts, callback: Callback): Promise<void> => {
  const { event } = callback
  const { channel, user, ts } = event
  if (!channel || !user || !ts || isOwn(callback, event) || event.bot_id !== undefined) return
  const text = await typedText(parts, callback)
  if (text === undefined) return
  const root = event.thread_ts ?? ts
  // Side by side in direct messages, as people talk there; in a channel the thread is where it belongs.
  const answerRoot = isDirect(channel) ? event.thread_ts : root
  const origin = { user, team: event.user_team ?? event.team, channel, root, answerRoot }
  const { invocation, isKnown } = await typedInvocation(parts, origin, event, text)
  await answer(parts, { origin }, invocation, isKnown ? await parts.dispatch(invocation) : strangerAnswer)
}

const typedText = async (parts: Parts, { event, authorizations }: Callback): Promise<string | undefined> => {
  const text = event.text ?? ''
  const bots = (authorizations ?? []).flatMap(({ is_bot, user_id }) => (is_bot && user_id !== undefined ? [user_id] : []))
  const bot = bots[0] ?? (await parts.self()).user
  const addressed = addressedText(text, bot)
  return event.type === 'app_mention' ? (addressed ?? text) : (addressed ?? (event.channel_type === 'im' ? text.trim() : undefined))
}

export const slash = async (parts: Parts, command: SlashCommand, respond: Respond): Promise<void> => {
  const origin: Origin = { user: command.user_id, team: command.team_id, channel: command.channel_id }
  const { invocation, isKnown } = await slashInvocation(parts, origin, command)
  const answered = isKnown ? await parts.dispatch(invocation) : strangerAnswer
  await answer(
    parts,
    { origin, respond: changes(parts, slashLine(command)) && !answered.refusal ? undefined : respond },
    invocation,
    answered,
  )
}

export const Pressed = z.looseObject({
  trigger_id: z.string().nullish(),
  user: z.looseObject({ id: z.string(), team_id: z.string().nullish() }),
  channel: z.looseObject({ id: z.string() }).nullish(),
  container: z.looseObject({
    type: z.string().nullish(),
    message_ts: z.string().nullish(),
    thread_ts: z.string().nullish(),
    view_id: z.string().nullish(),
    is_ephemeral: z.boolean().nullish(),
  }),
  message: z.looseObject({ thread_ts: z.string().nullish() }).nullish(),
  view: z.looseObject({ id: z.string(), type: z.string().nullish(), private_metadata: z.string().nullish() }).nullish(),
  actions: z.array(
    z.looseObject({
      value: z.string().nullish(),
      /** Of a menu. */
      selected_option: z.looseObject({ value: z.string() }).nullish(),
      action_ts: z.string().nullish(),
    }),
  ),
})
export type Pressed = z.infer<typeof Pressed>

export const pressed = async (parts: Parts, body: Pressed, respond: Respond | undefined): Promise<void> => {
  const { container, view } = body
  const [action] = body.actions
  const command = action?.value ?? action?.selected_option?.value
  if (!command) return
  const origin = originOf(body)
  const press = { command, card: view?.id ?? container.message_ts ?? '', at: action?.action_ts ?? '' }
  const { invocation, isKnown } = await pressedInvocation(parts, origin, press)
  const answered = isKnown ? await parts.dispatch(invocation) : strangerAnswer
  if (view?.type === 'modal' && answered.audience === 'asker') return showIn(parts, body, answered.card)
  const isAlone = container.is_ephemeral === true
  const isReceipt = changes(parts, command) && !answered.refusal
  await answer(
    parts,
    {
      origin,
      respond: isReceipt || (origin.channel !== undefined && isDirect(origin.channel)) ? undefined : respond,
      replacesOwn: isAlone,
      pressed: isAlone ? undefined : (container.message_ts ?? undefined),
    },
    invocation,
    answered,
  )
}

/** The thread of the card that was pressed; a card at the top of a channel stands in none. */
const originOf = ({ user, channel, container, message, view }: Pressed): Origin => {
  const about = aboutIn(view?.private_metadata)
  const root = about?.root ?? message?.thread_ts ?? container.thread_ts ?? undefined
  return { user: user.id, team: user.team_id ?? undefined, channel: channel?.id ?? about?.channel, root, answerRoot: root }
}

const showIn = async (parts: Parts, { view }: Pressed, shown: Parameters<typeof cardView>[1]): Promise<void> => {
  const about = aboutIn(view?.private_metadata) ?? { command: '', title: 'Throughline', submit: '' }
  const reply = await parts.call('views.update', { view_id: view?.id, view: cardView(about, shown) })
  if (!reply.ok) parts.log.warn({ error: reply.error }, 'Slack did not change a form.')
}

/** The button of a form in a message: its value holds the command and what is asked for. */
export const openForm = async (parts: Parts, body: Pressed): Promise<void> => {
  const form = formIn(body.actions[0]?.value)
  if (!form || !body.trigger_id) return
  const origin = originOf(body)
  const { channel, root } = origin
  const { inputs, ...what } = form
  const about: About = { ...what, title: 'Throughline', ...(channel !== undefined && { channel }), ...(root !== undefined && { root }) }
  await openView(parts, { trigger: body.trigger_id, origin }, about, async () => formView(about, { inputs }))
}

// The message-extension action on a message: a form to choose the contract, then the same command as if it had been typed in that thread.
import { z } from 'zod'
import { messageId } from '../../contracts/talk.ts'
import { type Card, card, text } from '../card.ts'
import { type Activity, tenantOf } from './activity.ts'
import { adaptiveCard } from './card-message.ts'
import { circumstancesOf, strangerAnswer } from './circumstances.ts'
import { type InvokeReply, inTime } from './doors.ts'
import { bareConversation, conversationIdOf, rootOf, threadIdOf } from './ids.ts'
import { pressedInvocation, pressIn } from './invocation-of.ts'
import type { Parts } from './parts.ts'

/** Milliseconds: Teams waits five seconds for the answer to a dialog. */
const dialogPatience = 4000

const title = 'Link to contract'

/** As it stands in the app's manifest: among the actions on a message. */
export const linkShortcut = {
  id: 'link',
  type: 'action',
  title,
  description: 'Keep this thread with a contract: what was said and what follows.',
  context: ['message'],
  fetchTask: true,
}

const Value = z.looseObject({
  commandId: z.string().nullish(),
  messagePayload: z.looseObject({ id: z.string().nullish(), replyToId: z.string().nullish() }).nullish(),
  data: z.unknown().optional(),
})

export const openLinkForm = async (parts: Parts, activity: Activity): Promise<InvokeReply> => dialog(parts, linkForm, activity.id ?? title)

const linkForm: Card = card(
  'Choose the contract that this thread belongs to.',
  text('The thread is kept with the contract: what was said so far, and everything said from now on.'),
  {
    type: 'form',
    inputs: [{ type: 'contract', name: 'contract', label: 'Contract', required: true }],
    submit: { label: 'Link', command: 'link', style: 'primary' },
  },
)

export const submitLinkForm = async (parts: Parts, activity: Activity): Promise<InvokeReply> => {
  const value = Value.safeParse(activity.value)
  const press = value.success ? pressIn(value.data.data) : undefined
  if (!value.success || !press) return { status: 400 }
  const circumstances = await circumstancesOf(parts, activity)
  if (!circumstances.isKnown) return dialog(parts, strangerAnswer.card, activity.id ?? title)
  const meant = messageMeant(parts, activity, value.data.messagePayload ?? {})
  const invocation = pressedInvocation(activity, { door: 'shortcut', press, ...meant }, circumstances)
  const answered = await inTime(parts, activity, invocation, dialogPatience)
  if (!answered) return message('This takes a moment; the answer follows in the conversation.')
  return dialog(parts, answered.card, invocation.id)
}

/** The message that the action was used on, and its thread: the conversation's own where Teams names it, else the post that it answers. */
const messageMeant = (
  parts: Parts,
  activity: Activity,
  payload: { id?: string | null | undefined; replyToId?: string | null | undefined },
) => {
  const tenant = tenantOf(activity) ?? ''
  const { id } = activity.conversation
  const isChannel = activity.channelData?.channel?.id !== undefined
  const root = payload.replyToId || payload.id
  const place = rootOf(id) === '-' && isChannel && root ? `${bareConversation(id)};messageid=${root}` : id
  const thread = threadIdOf(parts.platform, tenant, place)
  return payload.id ? { thread, message: messageId(conversationIdOf(parts.platform, tenant, id), payload.id) } : { thread }
}

const message = (value: string): InvokeReply => ({ status: 200, body: { task: { type: 'message', value } } })

const dialog = ({ draw }: Parts, shown: Card, nonce: string): InvokeReply => ({
  status: 200,
  body: {
    task: {
      type: 'continue',
      value: {
        title,
        width: 'medium',
        height: 'medium',
        card: { contentType: adaptiveCard, content: submitting(draw(shown, nonce)) },
      },
    },
  },
})

/** A dialog knows only Action.Submit; what it carries is the same. */
const submitting = (part: unknown): unknown => {
  if (Array.isArray(part)) return part.map(submitting)
  if (typeof part !== 'object' || part === null) return part
  const changed = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, submitting(value)]))
  return changed.type === 'Action.Execute' ? { ...changed, type: 'Action.Submit' } : changed
}

// Deliveries as invocations: typed words, a pressed button, a message that a shortcut was used on; each with an id that all its deliveries share.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type MessageId, messageId, type ThreadId } from '../../contracts/talk.ts'
import type { Door, Invocation, Speaker } from '../invocation.ts'
import { type Activity, kindOf, tenantOf } from './activity.ts'
import { type FileReader, filesIn } from './attachments.ts'
import { conversationIdOf, type PlatformName, threadIdOf } from './ids.ts'

export type Circumstances = {
  platform: PlatformName
  speaker: Speaker
  conversation: { name: string; private: boolean }
}

/** What lies behind a button of ours: the saved line, and the card that it stood on. */
const Pressed = z.looseObject({ command: z.string().min(1).max(4000), nonce: z.string().max(200).optional() })

export type Press = { command: string; nonce: string | undefined; fields: Record<string, string> }

/** The command and what was filled in; undefined when it is no button of ours. */
export const pressIn = (value: unknown): Press | undefined => {
  const pressed = Pressed.safeParse(value)
  if (!pressed.success) return undefined
  const { command, nonce, ...inputs } = pressed.data
  const fields = Object.entries(inputs).flatMap(([name, input]) => (isSimple(input) ? [[name, String(input)]] : []))
  return { command, nonce, fields: Object.fromEntries(fields) }
}

const isSimple = (input: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof input)

/**
 * Teams delivers a click up to four times, the last two under a new id: what stays the same is the card, who pressed, and what (rule A5).
 * What was filled in belongs to it, so that a form sent again with other words is another act.
 */
export const pressId = (press: Press, activity: Activity): string => {
  const by = activity.from?.aadObjectId ?? activity.from?.id
  const act = JSON.stringify([press.nonce ?? activity.id, by, press.command, Object.entries(press.fields).sort()])
  return `press-${createHash('sha256').update(act).digest('hex').slice(0, 40)}`
}

const base = (activity: Activity, { platform, speaker, conversation }: Circumstances) => {
  const tenant = tenantOf(activity) ?? ''
  const id = conversationIdOf(platform, tenant, activity.conversation.id)
  return { speaker, conversation: { id, ...conversation }, thread: threadIdOf(platform, tenant, activity.conversation.id) }
}

export const typedInvocation = (activity: Activity, text: string, circumstances: Circumstances, files: FileReader): Invocation => {
  const said = saidId(activity, circumstances.platform)
  return {
    ...base(activity, circumstances),
    id: `typed-${said}`,
    door: kindOf(activity) === 'personal' || activity.recipient?.isTargeted === true ? 'typed' : 'mention',
    text,
    fields: {},
    ...(activity.recipient?.isTargeted !== true && { said }),
    files: filesIn(activity, files, undefined).map(({ name, size, fetch }) => ({
      name,
      ...(size !== undefined && { size }),
      fetch: fetch ?? (() => Promise.reject(new Error('a file without an address'))),
    })),
  }
}

const saidId = (activity: Activity, platform: PlatformName): MessageId =>
  messageId(conversationIdOf(platform, tenantOf(activity) ?? '', activity.conversation.id), activity.id ?? '')

export type Pressed = { door: Door; press: Press; thread?: ThreadId; message?: MessageId }

export const pressedInvocation = (
  activity: Activity,
  { door, press, thread, message }: Pressed,
  circumstances: Circumstances,
): Invocation => ({
  ...base(activity, circumstances),
  ...(thread !== undefined && { thread }),
  id: pressId(press, activity),
  door,
  text: press.command,
  fields: press.fields,
  ...(message !== undefined && { message }),
  files: [],
})

// Deliveries as invocations: typed words, a pressed button, a form; each with an id that all its deliveries share.
import { createHash } from 'node:crypto'
import { messageId } from '../../contracts/talk.ts'
import type { AnyCommand } from '../command.ts'
import { findCommand } from '../find-command.ts'
import type { Invocation } from '../invocation.ts'
import { parse } from '../parse.ts'
import type { Event } from './body.ts'
import { type Circumstances, circumstancesOf, type Origin } from './circumstances.ts'
import { filesOf } from './files.ts'
import { conversationIdOf, threadIdOf } from './ids.ts'
import type { Parts } from './parts.ts'
import { withNames } from './words.ts'

type Asked = Circumstances & { invocation: Invocation }

const idOf = (kind: string, ...parts: (string | undefined)[]): string =>
  `${kind}-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)}`

/** The command that a line names, if there is one. */
export const commandIn = (parts: Pick<Parts, 'commands'>, text: string): AnyCommand | undefined =>
  findCommand(parts.commands, parse(text))?.command

/** What it does is done once, and its answer is a receipt that stays true. */
export const changes = (parts: Pick<Parts, 'commands'>, text: string): boolean => {
  const command = commandIn(parts, text)
  return command?.changes === true && !command.afresh
}

const isSharing = (text: string): boolean => /\bshare[:=]/.test(text)

const asked = async (
  parts: Parts,
  origin: Origin,
  invocation: Omit<Invocation, 'speaker' | 'conversation' | 'fields' | 'files'> & Partial<Invocation>,
): Promise<Asked> => {
  const circumstances = await circumstancesOf(parts, origin, isSharing(invocation.text))
  const { speaker, conversation, thread } = circumstances
  const text = await withNames(invocation.text, async (user) => (await parts.people.find(user))?.name)
  const place = { ...(conversation && { conversation }), ...(thread !== undefined && { thread }) }
  return { ...circumstances, invocation: { fields: {}, files: [], ...place, ...invocation, text, speaker } }
}

/** Words in a thread after our mention, or to us alone. */
export const typedInvocation = (parts: Parts, origin: Origin & { channel: string }, event: Event, text: string): Promise<Asked> => {
  const said = messageId(conversationIdOf(parts.teams, origin.channel), event.ts ?? '')
  return asked(parts, origin, {
    id: `typed-${said}`,
    door: event.type === 'app_mention' ? 'mention' : 'typed',
    text,
    said,
    files: filesOf(event.files ?? [], parts.ear.fetchFile).map(({ name, size, fetch }) => ({
      name,
      ...(size !== undefined && { size }),
      fetch: fetch ?? (() => Promise.reject(new Error('a file without an address'))),
    })),
  })
}

export type SlashCommand = { command: string; text: string; user_id: string; team_id: string; channel_id: string; trigger_id: string }

/** `/person show @lee` is the line `person show @lee`; `/contract` takes every line as it is. */
export const slashLine = ({ command, text }: Pick<SlashCommand, 'command' | 'text'>): string => {
  const noun = command.replace(/^\//, '')
  return noun === 'contract' ? text.trim() : `${noun} ${text}`.trim()
}

/** Verbs that are about a thread: as a slash command, which threads do not take, they name it by its link. */
const ofThreads = ['contract link', 'contract unlink', 'contract widen', 'contract decide']

const permalink =
  /<?https:\/\/[a-z0-9.-]*slack\.com\/archives\/([A-Z0-9]+)\/p(\d{10})(\d{6})(?:\?[^\s>|]*?thread_ts=(\d+\.\d+)[^\s>|]*)?(?:[^\s>]*)?>?/

/** A link to a message in the line of such a verb names the thread that is meant. */
export const threadNamed = (parts: Pick<Parts, 'commands'>, line: string): { line: string; channel: string; root: string } | undefined => {
  const found = permalink.exec(line)
  const [whole = '', channel = '', seconds, micros, thread] = found ?? []
  if (!found || !ofThreads.includes(commandIn(parts, line.replace(whole, ''))?.name ?? '')) return undefined
  return { line: line.replace(whole, '').trim(), channel, root: thread ?? `${seconds}.${micros}` }
}

export const slashInvocation = (parts: Parts, origin: Origin, slash: SlashCommand): Promise<Asked> => {
  const line = slashLine(slash)
  const named = threadNamed(parts, line)
  const thread = named ? { thread: threadIdOf(parts.teams, named.channel, named.root) } : {}
  return asked(parts, origin, { id: idOf('slash', slash.trigger_id, slash.user_id), door: 'typed', text: named?.line ?? line, ...thread })
}

/** A button of ours: which card it stood on, what it sends, and when it was pressed. */
export type Press = { command: string; card: string; at: string; fields?: Record<string, string> }

/**
 * A click is delivered again under another id: what stays the same is the card, who pressed, and what (rule A5). What only reads may be
 * pressed again, so there the moment of the press belongs to it.
 */
export const pressedInvocation = (parts: Parts, origin: Origin, press: Press, more: Partial<Invocation> = {}): Promise<Asked> => {
  const fields = press.fields ?? {}
  const once = changes(parts, press.command) ? undefined : press.at
  const id = idOf('press', press.card, origin.user, press.command, JSON.stringify(Object.entries(fields).sort()), once)
  return asked(parts, origin, { id, door: 'button', text: press.command, fields, ...more })
}

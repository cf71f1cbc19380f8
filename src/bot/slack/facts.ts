// What Slack says of a conversation now: its name, who may read along, who is in it (rule P4 of visibility).
import PQueue from 'p-queue'
import { z } from 'zod'
import type { Visibility } from '../../contracts/talk.ts'
import type { ConversationFacts } from '../platform.ts'
import { type Call, mustCall } from './api.ts'
import { conversationIdOf, type Teams } from './ids.ts'
import { listFresh, memberOf, type People } from './people.ts'

const flag = z.boolean().nullish()
const Channel = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  user: z.string().nullish(),
  is_channel: flag,
  is_private: flag,
  is_im: flag,
  is_mpim: flag,
  is_archived: flag,
})
export type Channel = z.infer<typeof Channel>

const Members = z.looseObject({
  members: z.array(z.string()),
  response_metadata: z.looseObject({ next_cursor: z.string().nullish() }).nullish(),
})

/** So many accounts are asked for at a time. */
const atOnce = 8
const largestPage = 1000

type Options = { call: Call; teams: Teams; people: People }

/** Members are undefined, and the visibility that of members only, where Slack does not say. */
export const factsOf = async ({ call, teams, people }: Options, channel: string): Promise<ConversationFacts> => {
  const id = conversationIdOf(teams, channel)
  const reply = await call('conversations.info', { channel })
  if (!reply.ok) return { id, name: 'a conversation that I am not in', visibility: 'members', members: undefined }
  const told = z.looseObject({ channel: Channel }).parse(reply.body).channel
  return { id, name: await nameOf(told, people), visibility: visibilityOf(told), members: await membersOf(call, people, channel) }
}

/** A public channel is read by everyone of the company; private channels and direct messages by their members. */
const visibilityOf = (channel: Channel): Visibility =>
  channel.is_private || channel.is_im || channel.is_mpim || channel.is_channel === false ? 'members' : 'contract'

const nameOf = async (channel: Channel, people: People): Promise<string> => {
  if (channel.is_im) return `Direct message with ${(channel.user && (await people.find(channel.user))?.name) || 'somebody'}`
  if (channel.is_mpim) return 'Group direct message'
  return channel.name ? `#${channel.name}` : 'a channel'
}

/** Everybody must be known: a list with a hole in it could hide an outsider. Programs are not people. */
const membersOf = async (call: Call, people: People, channel: string): Promise<ConversationFacts['members']> => {
  try {
    const ids = await memberIds(call, channel)
    await people.load(ids)
    const queue = new PQueue({ concurrency: atOnce })
    const known = await Promise.all(ids.map((user) => queue.add(() => people.find(user, listFresh))))
    if (known.some((one) => one === undefined)) return undefined
    return known.flatMap((one) => (one && !one.isBot ? [memberOf(one)] : []))
  } catch {
    return undefined
  }
}

const memberIds = async (call: Call, channel: string): Promise<string[]> => {
  const ids: string[] = []
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const told = { channel, limit: largestPage, ...(cursor && { cursor }) }
    const page: z.infer<typeof Members> = Members.parse(await mustCall(call, 'conversations.members', told))
    ids.push(...page.members)
    cursor = page.response_metadata?.next_cursor || undefined
  }
  return ids
}

// The connector of Teams over its REST interface (v3): writing, replacing, opening a chat, and who is in a conversation.
// Written out instead of through the SDK's client because that one sends again by itself after an unclear failure, and has no targeted messages.
import { z } from 'zod'
import { type Reply, readReply } from './http.ts'
import { connectorResource, type TokenFor } from './tokens.ts'

export type Connector = {
  /** Posts into a conversation; `targeted` to be seen by the recipient alone. */
  post(at: Address, activity: object, options?: { targeted?: boolean }): Promise<Reply>
  replace(at: Address, id: string, activity: object, options?: { targeted?: boolean }): Promise<Reply>
  /** The personal chat with somebody, made when there is none. */
  openChat(serviceUrl: string, chat: object): Promise<Reply>
  /** All members, page by page. Throws when they cannot be told. */
  members(at: Address): Promise<TeamsMember[]>
  /** One member as of now, or undefined when that account is not in it. */
  member(at: Address, id: string): Promise<TeamsMember | undefined>
  team(serviceUrl: string, team: string): Promise<{ name: string | undefined; aadGroupId: string | undefined }>
  channels(serviceUrl: string, team: string): Promise<Channel[]>
}

export type Address = { serviceUrl: string; conversation: string }

const words = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined)
export const TeamsMember = z.looseObject({
  id: z.string(),
  name: words,
  email: words,
  userPrincipalName: words,
  aadObjectId: words,
  objectId: words,
  tenantId: words,
  userRole: words,
})
export type TeamsMember = z.infer<typeof TeamsMember>
const Members = z.object({ members: z.array(TeamsMember).nullish(), continuationToken: words })
const Team = z.looseObject({ name: words, aadGroupId: words })
const Channel = z.looseObject({ id: z.string(), name: words, type: words, channelType: words })
export type Channel = z.infer<typeof Channel>
const Channels = z.object({ conversations: z.array(Channel).nullish() })

export const createConnector = (tokenFor: TokenFor): Connector => {
  const call = async (method: string, serviceUrl: string, path: string, body?: object): Promise<Reply> => {
    const token = await tokenFor(connectorResource)
    return readReply(`${serviceUrl.replace(/\/$/, '')}/v3/${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    })
  }
  const read = async <Shape>(serviceUrl: string, path: string, shape: z.ZodType<Shape>): Promise<Shape> => {
    const reply = await call('GET', serviceUrl, path)
    if (reply.status !== 200) throw new Error(`Teams answered ${reply.status} to ${path.split('/').at(-1)?.split('?')[0]}`)
    return shape.parse(reply.body)
  }
  return {
    post: (at, activity, options) => call('POST', at.serviceUrl, `${activitiesOf(at)}${targeting(options)}`, activity),
    replace: (at, id, activity, options) =>
      call('PUT', at.serviceUrl, `${activitiesOf(at)}/${encodeURIComponent(id)}${targeting(options)}`, activity),
    openChat: (serviceUrl, chat) => call('POST', serviceUrl, 'conversations', chat),
    members: (at) => allMembers(at, read),
    async member(at, id) {
      const reply = await call(
        'GET',
        at.serviceUrl,
        `conversations/${encodeURIComponent(at.conversation)}/members/${encodeURIComponent(id)}`,
      )
      if (reply.status === 404) return undefined
      if (reply.status !== 200) throw new Error(`Teams answered ${reply.status} when asked for a member`)
      return TeamsMember.parse(reply.body)
    },
    team: (serviceUrl, team) =>
      read(
        serviceUrl,
        `teams/${encodeURIComponent(team)}`,
        Team.transform(({ name, aadGroupId }) => ({ name, aadGroupId })),
      ),
    channels: async (serviceUrl, team) =>
      (await read(serviceUrl, `teams/${encodeURIComponent(team)}/conversations`, Channels)).conversations ?? [],
  }
}

const activitiesOf = (at: Address): string => `conversations/${encodeURIComponent(at.conversation)}/activities`

const targeting = (options: { targeted?: boolean } | undefined): string => (options?.targeted ? '?isTargetedActivity=true' : '')

type Read = <Shape>(serviceUrl: string, path: string, shape: z.ZodType<Shape>) => Promise<Shape>

const allMembers = async (at: Address, read: Read): Promise<TeamsMember[]> => {
  const found: TeamsMember[] = []
  let token: string | undefined
  do {
    const query = `pageSize=500${token ? `&continuationToken=${encodeURIComponent(token)}` : ''}`
    const page = await read(at.serviceUrl, `conversations/${encodeURIComponent(at.conversation)}/pagedmembers?${query}`, Members)
    found.push(...(page.members ?? []))
    token = page.continuationToken
  } while (token)
  return found
}

// Microsoft Graph, reading only: what was said in a thread before we were told of it, and whether a card of ours arrived.
import { z } from 'zod'
import { type Reply, readReply } from './http.ts'
import { graphResource, type TokenFor } from './tokens.ts'

const words = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined)
const Identity = z.looseObject({ id: words, displayName: words })

export const GraphMessage = z.looseObject({
  id: z.string(),
  messageType: words,
  createdDateTime: words,
  deletedDateTime: words,
  webUrl: words,
  from: z.looseObject({ user: Identity.nullish(), application: Identity.nullish() }).nullish(),
  body: z.looseObject({ contentType: words, content: words }).nullish(),
  attachments: z.array(z.looseObject({ id: words, contentType: words, contentUrl: words, content: words, name: words })).nullish(),
})
export type GraphMessage = z.infer<typeof GraphMessage>

const Page = z.object({ value: z.array(GraphMessage), '@odata.nextLink': words })

/** `unread`: Graph does not let us, with a sentence for people that names what is missing. */
export type GraphPage = { messages: GraphMessage[]; next: string | undefined } | { unread: string }

export type Graph = {
  /** One page of `path` or, with a cursor that an earlier page gave, of where it left off. Throws when it may be tried again. */
  page(path: string, permission: string, cursor?: string): Promise<GraphPage>
  message(path: string): Promise<GraphMessage | undefined>
}

export const createGraph = (base: string, tokenFor: TokenFor): Graph => {
  const get = async (url: string): Promise<Reply> => {
    const token = await tokenFor(graphResource)
    return readReply(url, { headers: { accept: 'application/json', ...(token && { authorization: `Bearer ${token}` }) } })
  }
  return {
    async page(path, permission, cursor) {
      const reply = await get(cursor === undefined ? `${base}${path}` : sameBase(base, cursor))
      if (reply.status === 403 || reply.status === 401) return { unread: missing(permission) }
      if (reply.status === 404) return { unread: 'The earlier messages could not be read: Teams no longer has this thread.' }
      if (reply.status !== 200) throw new Error(`Graph answered ${reply.status} to a page of messages`)
      const page = Page.parse(reply.body)
      return { messages: page.value, next: page['@odata.nextLink'] }
    },
    async message(path) {
      const reply = await get(`${base}${path}`)
      return reply.status === 200 ? GraphMessage.parse(reply.body) : undefined
    },
  }
}

const missing = (permission: string): string =>
  `The earlier messages could not be read: the app lacks the permission ${permission} here, which an owner gives when adding or updating the app.`

/** A cursor names the page to go on with; it is followed within Graph only, because our token goes with it. */
const sameBase = (base: string, cursor: string): string => {
  if (!URL.canParse(cursor) || new URL(cursor).origin !== new URL(base).origin) throw new Error('a cursor that leads out of Graph')
  return cursor
}

// Whether a card of ours is in the conversation, looked up by the outbox id that it carries.
import { z } from 'zod'
import type { Outgoing } from '../platform.ts'
import { type Call, mustCall } from './api.ts'
import { idOfAccountKey, placeOf } from './ids.ts'
import { directChannel, eventType, isDirect } from './send.ts'

const Page = z.looseObject({
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      metadata: z
        .looseObject({ event_type: z.string(), event_payload: z.looseObject({ outbox: z.string().nullish() }) })
        .nullish()
        .catch(undefined),
    }),
  ),
  response_metadata: z.looseObject({ next_cursor: z.string().nullish() }).nullish(),
})

const pageSize = 200
const pagesRead = 10

/**
 * The message's timestamp, or undefined when a look shows that it is not there. Throws where Slack lets nobody look: what one person alone
 * was shown. A card that replaces another may be sent again without looking, for that changes nothing.
 */
export const findSentCard = async (call: Call, outgoing: Outgoing): Promise<string | undefined> => {
  const { destination, replaces } = outgoing
  if (replaces !== undefined) return undefined
  const { channel, root } = await placeToLook(call, destination)
  const method = root === undefined ? 'conversations.history' : 'conversations.replies'
  let cursor: string | undefined
  for (let read = 0; read < pagesRead; read += 1) {
    const told = {
      channel,
      limit: pageSize,
      include_all_metadata: true,
      ...(root !== undefined && { ts: root }),
      ...(cursor && { cursor }),
    }
    const page: z.infer<typeof Page> = Page.parse(await mustCall(call, method, told))
    const found = page.messages.find(({ metadata }) => metadata?.event_type === eventType && metadata.event_payload.outbox === outgoing.id)
    if (found) return found.ts
    cursor = page.response_metadata?.next_cursor || undefined
    if (cursor === undefined) return undefined
  }
  throw new Error('The conversation is too long to look through')
}

const placeToLook = async (call: Call, destination: Outgoing['destination']): Promise<{ channel: string; root: string | undefined }> => {
  if (destination.to === 'person') {
    const channel = await directChannel(call, idOfAccountKey(destination.account))
    if (typeof channel === 'string') return { channel, root: undefined }
    throw new Error('Slack did not open the direct messages to look into')
  }
  const place = placeOf(destination.thread)
  if (destination.to === 'thread' || isDirect(place.channel)) return place
  throw new Error('Slack does not let a bot look at what one person alone was shown')
}

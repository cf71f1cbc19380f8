// A file of an older reply that did not come fast: the page of the history on which its message stands is read again.
import { z } from 'zod'
import { conversationOf, messageId, type ThreadId } from '../../contracts/talk.ts'
import type { Delivery } from '../../store/store.ts'
import type { HeardMessage, Platform } from '../platform.ts'

const HistoryFile = z.strictObject({ historyFile: z.strictObject({ page: z.string().optional(), message: z.string() }) })

type Wanted = { platform: Platform['name']; thread: ThreadId; page: string | undefined; message: HeardMessage; name: string }

export const fileRetryId = (thread: ThreadId, message: string, name: string): string =>
  `file:${messageId(conversationOf(thread), message)}:${name}`

export const historyFileDelivery = ({ platform, thread, page, message, name }: Wanted): Delivery => {
  if (platform === 'terminal') throw new Error('The terminal has no threads.')
  const body = { historyFile: { message: message.id, ...(page !== undefined && { page }) } }
  return {
    id: fileRetryId(thread, message.id, name),
    platform,
    thread,
    receivedAt: message.postedAt,
    roster: undefined,
    body: JSON.stringify(body),
  }
}

/** The message of such a delivery, read afresh; undefined when the delivery is none of these, or the message is gone. Throws when it may be asked again. */
export const messageInHistory = async (platform: Platform, { thread, body }: Delivery): Promise<HeardMessage[] | undefined> => {
  const wanted = HistoryFile.safeParse(JSON.parse(body))
  if (!wanted.success) return undefined
  const { page, message } = wanted.data.historyFile
  const read = await platform.readThread(thread, page)
  if (read.later !== undefined) throw new Error('The platform takes no question at the moment.')
  return read.messages.filter(({ id }) => id === message)
}

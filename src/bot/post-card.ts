// Posting a card: into the outbox under an id of its own, so that it goes out once; who sends is woken.
import { conversationOf } from '../contracts/talk.ts'
import type { Store } from '../store/store.ts'
import { bellOf } from './bell.ts'
import { directSenderOf } from './direct-sender.ts'
import type { Destination, Outgoing, Platform } from './platform.ts'

type Posting = Outgoing & { platform: Platform['name'] }

/** What goes to one conversation, or to one person alone, keeps its order. */
export const laneOf = (destination: Destination): string =>
  destination.to === 'person' ? destination.account : conversationOf(destination.thread)

/** The same id is posted once; false: it was posted before. The terminal has no outbox: it shows what a command answers and nothing else. */
export const postCard = async (store: Pick<Store, 'outbox'>, { id, platform, ...outgoing }: Posting): Promise<boolean> => {
  if (platform === 'terminal') return false
  const { destination } = outgoing
  const sender = directSenderOf(store.outbox)
  const enqueued = await store.outbox.enqueue({ id, platform, lane: laneOf(destination), outgoing }, sender?.worker)
  if (typeof enqueued === 'object') sender?.take(enqueued)
  else bellOf(store.outbox).ring()
  return enqueued !== 'known'
}

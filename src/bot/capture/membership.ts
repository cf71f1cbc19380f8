// Who may link a thread: somebody who is in its conversation now (rule P13); where that cannot be established, nobody.
import { accountKey, type Person } from '../../contracts/identity.ts'
import { Refusal } from '../../contracts/refusal.ts'
import { conversationOf, type ThreadId } from '../../contracts/talk.ts'
import type { ConversationRow, Store } from '../../store/store.ts'
import type { Platform } from '../platform.ts'

type Asked = { store: Pick<Store, 'conversations'>; platform: Platform; thread: ThreadId; person: Person }

/** The conversation with its members as they are now, kept; refuses who is not among them. */
export const conversationOfMember = async ({ store, platform, thread, person }: Asked): Promise<ConversationRow> => {
  const { id, name, visibility, members } = await platform.conversation(conversationOf(thread))
  if (members === undefined) {
    throw new Refusal('not-allowed', 'It cannot be seen just now who is in this conversation, so nothing was done.', {
      next: 'Try again in a minute; if it stays so, an administrator finds out why with: throughline doctor',
    })
  }
  const accounts = person.accounts.map(accountKey)
  if (!members.some((member) => accounts.includes(member.account))) {
    throw new Refusal('not-allowed', 'Only somebody who is in this conversation can do that.', { next: 'Ask one of its members.' })
  }
  return store.conversations.keep(id, { name, visibility, members })
}

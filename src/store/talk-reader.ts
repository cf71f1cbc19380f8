// What is known of a person who reads talk, looked up before the rule is asked: who is in the conversations now and who was then.
import type { Model } from 'mongoose'
import { accountKey, isInternal, type Person } from '../contracts/identity.ts'
import { mayReadAsKeeper } from '../contracts/permission.ts'
import type { Roster } from '../contracts/roster.ts'
import type { TalkReader } from '../contracts/visible-talk.ts'
import { pastRosters, type RosterRow } from './projections/roster-rows.ts'
import type { TalkRow } from './projections/talk-rows.ts'
import type { ConversationStore } from './store.ts'

/** What visibility depends on; the same for many messages. */
export type Said = Pick<TalkRow, 'contract' | 'conversation' | 'audience' | 'visibility' | 'roster'>

export type ReaderFor = (
  person: Person,
  said: readonly Said[],
  widened: (contract: string) => readonly string[],
  as?: { keeper?: boolean | undefined; together?: readonly string[] | undefined },
) => Promise<TalkReader>

type Parts = { rosters: Model<RosterRow>; conversations: Pick<ConversationStore, 'get'> }

/** Looks up what the rule can ask about these messages, and no more. */
export const createReaderFor =
  ({ rosters, conversations }: Parts): ReaderFor =>
  async (person, said, widened, { keeper = false, together } = {}) => {
    const internal = isInternal(person)
    const closed = said.filter(({ visibility }) => !internal || visibility !== 'contract')
    const [now, then] = await Promise.all([rostersNow(conversations, closed), pastRosters(rosters, hashesOf(closed))])
    return {
      accounts: person.accounts.map(accountKey),
      internal,
      keeper: keeper && mayReadAsKeeper(person),
      ...(together && { together }),
      rosterNow: (conversation) => now.get(conversation),
      rosterThen: (hash) => then.get(hash),
      widened: (contract, conversation) => widened(contract).includes(conversation),
    }
  }

const hashesOf = (said: readonly Said[]): string[] => [...new Set(said.map(({ roster }) => roster).filter((hash) => hash !== undefined))]

const rostersNow = async (
  conversations: Pick<ConversationStore, 'get'>,
  said: readonly Said[],
): Promise<Map<string, Roster | undefined>> => {
  const ids = [...new Set(said.map(({ conversation }) => conversation))]
  return new Map(await Promise.all(ids.map(async (id) => [id, (await conversations.get(id))?.roster] as const)))
}

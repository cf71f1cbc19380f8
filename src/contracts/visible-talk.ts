// Which talk a person may read (rules P5 and P8), message by message; what is held back is told as a count and a range of dates.
import type { Roster } from './roster.ts'
import type { TalkMessage } from './talk.ts'

/** What is known of the person who asks and of the conversations, looked up before the rule is asked. */
export type TalkReader = {
  /** Account keys of the person. */
  accounts: readonly string[]
  internal: boolean
  /** Rule P7: a record keeper with a typed reason. */
  keeper: boolean
  /** Accounts that must each be able to read it: everybody in a conversation to which it is shown (rule P11). */
  together?: readonly string[]
  /** The members of a conversation now; undefined when it cannot be established. */
  rosterNow(conversation: string): Roster | undefined
  /** The members at the time, by the hash that the message carries. */
  rosterThen(hash: string): readonly string[] | undefined
  /** Rule P6: whether the conversation was opened to all who may read this contract. */
  widened(contract: string, conversation: string): boolean
}

/** What the rule looks at of a message. */
export type Spoken = Pick<TalkMessage, 'contract' | 'audience' | 'visibility'> & { roster?: string | undefined }

export const maySeeMessage = (reader: TalkReader, message: Spoken, conversation: string): boolean => {
  const now = reader.rosterNow(conversation)
  const isMemberNow = (account: string) => now?.members.some((member) => member.account === account) ?? false
  if (!reader.internal) return message.audience === 'shared' && reader.accounts.some(isMemberNow)
  if (reader.keeper || message.visibility === 'contract' || reader.widened(message.contract, conversation)) return true
  const then = message.roster === undefined ? undefined : reader.rosterThen(message.roster)
  const wasThere = (account: string) => isMemberNow(account) || (then?.includes(account) ?? false)
  return reader.accounts.some(wasThere) && (reader.together ?? []).every(wasThere)
}

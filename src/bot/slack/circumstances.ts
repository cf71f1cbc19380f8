// Who asks, and in which conversation: established before anything is run.
import { card, text } from '../card.ts'
import type { Invocation, Speaker } from '../invocation.ts'
import { meetConversation, refreshConversation } from './conversations.ts'
import { accountOf, conversationIdOf, threadIdOf } from './ids.ts'
import type { Answered, Parts } from './parts.ts'
import { isDirect } from './send.ts'

/** Where something was done. `root` names the thread that it is about, `answerRoot` the thread in which an answer is read. */
export type Origin = {
  user: string
  team?: string | undefined
  channel?: string | undefined
  root?: string | undefined
  answerRoot?: string | undefined
}

export type Circumstances = Pick<Invocation, 'speaker' | 'conversation' | 'thread'> & {
  /** False: Slack did not vouch for the sender now, so nothing is shown and nothing done (rule P2). */
  isKnown: boolean
}

/** `sharing`: the answer may be seen by all who are there, so who is there is asked afresh. */
export const circumstancesOf = async (parts: Parts, origin: Origin, sharing = false): Promise<Circumstances> => {
  const { channel, root } = origin
  const [speaker, conversation] = await Promise.all([parts.people.find(origin.user), channel && placeOf(parts, channel, sharing)])
  const isKnown = speaker?.active === true && !speaker.isBot
  return {
    isKnown,
    speaker: speaker ? told(speaker) : nobody(parts, origin),
    ...(conversation && { conversation }),
    ...(channel !== undefined && root !== undefined && { thread: threadIdOf(parts.teams, channel, root) }),
  }
}

const told = ({ account, name, email, zone, standing }: Speaker): Speaker => ({
  account,
  name,
  standing,
  ...(email !== undefined && { email }),
  ...(zone !== undefined && { zone }),
})

/** With the database away the command still gets its answer, which is that the database is away. */
const placeOf = async (parts: Parts, channel: string, sharing: boolean): Promise<NonNullable<Invocation['conversation']>> => {
  const place = { id: conversationIdOf(parts.teams, channel), private: isDirect(channel) }
  // Nobody else is there, and the right to look at direct messages is not asked for.
  if (place.private) return { ...place, name: 'Direct message' }
  try {
    const { name } = await (sharing ? refreshConversation(parts, channel) : meetConversation(parts, channel))
    return { ...place, name }
  } catch (error) {
    parts.log.warn({ error: String(error) }, 'A conversation could not be looked up; it is taken for a private one.')
    return { ...place, name: 'this conversation', private: true }
  }
}

/** Somebody to answer to, and no more. */
const nobody = (parts: Parts, { user, team }: Origin): Speaker => ({
  account: accountOf(parts.teams, user, team),
  name: 'somebody without a name',
  standing: 'outsider',
})

const strangerWords = 'Slack could not tell me who you are just now, so I did nothing. Try again in a minute.'

export const strangerAnswer: Answered = { card: card(strangerWords, text(strangerWords, 'warning')), audience: 'asker' }

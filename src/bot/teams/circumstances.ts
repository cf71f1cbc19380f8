// Who asks, and in which conversation: established before anything is run.
import { Refusal } from '../../contracts/refusal.ts'
import { card, text } from '../card.ts'
import { type Activity, kindOf, tenantOf } from './activity.ts'
import { meetConversation } from './conversations.ts'
import { accountOf } from './ids.ts'
import type { Circumstances } from './invocation-of.ts'
import type { Answered, Parts } from './parts.ts'

/** `isKnown` false: Teams did not vouch for the sender now, so nothing is shown and nothing done (rule P2). */
export const circumstancesOf = async (parts: Parts, activity: Activity): Promise<Circumstances & { isKnown: boolean }> => {
  const [speaker, conversation] = await Promise.all([parts.speakerOf(activity), placeOf(parts, activity)])
  return { platform: parts.platform, conversation, speaker: speaker ?? nobody(parts, activity), isKnown: speaker !== undefined }
}

/** With the database away the command still gets its answer, which is that the database is away. */
const placeOf = async (parts: Parts, activity: Activity): Promise<Circumstances['conversation']> => {
  try {
    const { name, visibility } = await meetConversation(parts, activity)
    return { name, private: visibility === 'members' }
  } catch (error) {
    if (error instanceof Refusal) throw error
    parts.log.warn({ error: String(error) }, 'A conversation could not be looked up; it is taken for a private one.')
    return { name: activity.conversation.name ?? kindOf(activity), private: true }
  }
}

/** Somebody to answer to, and no more. */
const nobody = (parts: Parts, activity: Activity): Circumstances['speaker'] => ({
  account: accountOf(parts.platform, tenantOf(activity) ?? '', activity.from?.aadObjectId ?? activity.from?.id ?? ''),
  name: activity.from?.name ?? 'somebody without a name',
  standing: 'outsider',
})

const strangerWords = 'Teams could not tell me who you are just now, so I did nothing. Try again in a minute.'

export const strangerAnswer: Answered = { card: card(strangerWords, text(strangerWords, 'warning')), audience: 'asker' }

// What is done with a genuine delivery before it is acknowledged: strangers are put aside, talk of linked threads is kept (pitfalls C1 to C4).
import { createHash } from 'node:crypto'
import { type Callback, type Envelope, readEnvelope, teamsOf } from './body.ts'
import { talkIn } from './heard.ts'
import { followConversation } from './membership.ts'
import { missedEvents } from './outage.ts'
import type { Parts } from './parts.ts'
import { threadOfReaction } from './reactions.ts'

/** `ours`: to be acknowledged and worked on; `aside`: to be acknowledged and no more. */
export type Intake = (body: unknown, raw: string) => Promise<'ours' | 'aside'>

/** Throws when nothing could be kept: then it must not be acknowledged, and Slack delivers again. */
export const createIntake =
  (parts: Parts): Intake =>
  async (body, raw) => {
    const envelope = readEnvelope(body)
    if (!envelope) return putAside(parts, raw, 'of a shape that Slack does not send')
    const teams = teamsOf(envelope)
    // What names no workspace at all is of nobody, and nothing of it is kept.
    if (teams.length === 0) return 'aside'
    if (!teams.some((team) => parts.teams.includes(team))) return putAside(parts, raw, `from the workspace ${teams[0]}, which is not ours`)
    if (isRateLimit(envelope)) return missed(parts)
    if (envelope.type === 'event_callback' && envelope.event) await takeEvent(parts, { ...envelope, event: envelope.event }, raw)
    return 'ours'
  }

const isRateLimit = ({ type, event }: Envelope): boolean => type === 'app_rate_limited' || event?.type === 'app_rate_limited'

const missed = async (parts: Parts): Promise<'aside'> => {
  const at = parts.clock()
  const from = new Date(at.getTime() - 60_000).toISOString()
  await missedEvents(parts, {
    from,
    to: at.toISOString(),
    reason: 'Slack held events back because there were too many of them.',
    isGap: true,
  })
  return 'aside'
}

const takeEvent = async (parts: Parts, callback: Callback, raw: string): Promise<void> => {
  const talk = talkIn(parts.teams, callback)
  if (!talk) return followConversation(parts, callback)
  const thread = talk.thread ?? (await threadOfReaction(parts, talk))
  if (thread === undefined) return
  await parts.hear({ id: talk.id, platform: 'slack', thread, receivedAt: parts.clock().toISOString(), body: raw })
}

/** Genuine, but of a company that is not ours (rule P1): kept apart for the administrator, and Slack is told that all is well. */
const putAside = async (parts: Parts, raw: string, reason: string): Promise<'aside'> => {
  const id = `slack-${createHash('sha256').update(raw).digest('hex').slice(0, 40)}`
  await parts.store.inbox.quarantine({ id, platform: 'slack', receivedAt: parts.clock().toISOString(), reason, body: raw })
  parts.log.warn({ reason }, 'A delivery of Slack was put aside.')
  return 'aside'
}

// Who we are on Slack: asked once of Slack itself, because the token alone does not say.
import { z } from 'zod'
import { type Call, SlackFailure } from './api.ts'
import type { Envelope } from './body.ts'

const Told = z.looseObject({ user_id: z.string(), bot_id: z.string().nullish(), team_id: z.string(), team: z.string().nullish() })

/** In the shape in which a delivery says it, with what a listener of Bolt wants to know besides. */
export type Own = Envelope & { user: string; bot: string | undefined }
/** Throws while Slack does not answer; asked again then. */
export type Self = () => Promise<Own>

export const createSelf = (call: Call): Self => {
  let known: Promise<Own> | undefined
  const ask = async (): Promise<Own> => {
    const reply = await call('auth.test', {})
    if (!reply.ok) {
      known = undefined
      throw new SlackFailure('auth.test', reply)
    }
    const { user_id, bot_id, team_id } = Told.parse(reply.body)
    return { team_id, user: user_id, bot: bot_id ?? undefined, authorizations: [{ team_id, user_id, is_bot: true }] } as Own
  }
  return () => {
    known ??= ask()
    return known
  }
}

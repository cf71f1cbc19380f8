// The chat that the bot has with one person alone, opened from a conversation in which both are.
import { z } from 'zod'
import type { SendOutcome } from '../platform.ts'
import type { Connector } from './connector.ts'
import { outcomeOf } from './outcome.ts'
import type { Reference } from './reference.ts'

const Opened = z.looseObject({ id: z.string().min(1) })

/** Opening the same chat twice gives the same chat, so that it may be tried again. */
export const openPersonalChat = async (
  connector: Connector,
  met: Reference,
  person: string,
  random: () => number,
): Promise<{ reference: Reference } | { outcome: SendOutcome }> => {
  const reply = await connector.openChat(met.serviceUrl, {
    isGroup: false,
    bot: met.bot,
    members: [{ id: person }],
    tenantId: met.tenant,
    channelData: { tenant: { id: met.tenant } },
  })
  const opened = Opened.safeParse(reply.body)
  if (reply.status >= 200 && reply.status < 300 && opened.success) {
    const { team: _team, aadGroupId: _group, ...shared } = met
    return { reference: { ...shared, kind: 'personal', conversation: opened.data.id } }
  }
  const outcome = outcomeOf(reply, undefined, random)
  return { outcome: outcome.result === 'unclear' ? { result: 'later', afterMs: 5000, reason: outcome.reason } : outcome }
}

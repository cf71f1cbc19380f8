// What an answer of the connector means for a message that we sent.
import { z } from 'zod'
import type { SendOutcome } from '../platform.ts'
import { type Reply, Unanswered } from './http.ts'

const Sent = z.looseObject({ id: z.string().min(1) })
const Failure = z.looseObject({ error: z.looseObject({ code: z.string().optional(), message: z.string().optional() }) })

/** The connector did not take it, and says that it may be sent again (Microsoft's page on rate limits). */
const again = [412, 429, 502, 504]

/** `random` spreads those who were all told to wait, so that they do not come back together. */
export const outcomeOf = (reply: Reply, replaces: string | undefined, random: () => number): SendOutcome => {
  const { status } = reply
  const sent = Sent.safeParse(reply.body)
  if (status >= 200 && status < 300 && (sent.success || replaces !== undefined)) {
    return { result: 'sent', message: sent.success ? sent.data.id : (replaces ?? '') }
  }
  const reason = `Teams answered ${status}${codeOf(reply)}`
  if (again.includes(status)) return { result: 'later', afterMs: waitOf(reply, random), reason }
  if (status === 408 || status >= 500 || status < 400) return { result: 'unclear', reason }
  return { result: 'refused', reason: reachable[codeOf(reply).trim()] ?? reason }
}

/** Refusals that people can do something about, in words for them. */
const reachable: Record<string, string> = {
  MessageWritesBlocked: 'The person has blocked the bot or never installed it (MessageWritesBlocked).',
  BotNotInConversationRoster: 'The bot is not in this conversation any more (BotNotInConversationRoster).',
}

const codeOf = (reply: Reply): string => {
  const failure = Failure.safeParse(reply.body)
  return failure.success && failure.data.error.code ? ` ${failure.data.error.code}` : ''
}

const waitOf = (reply: Reply, random: () => number): number => Math.round((reply.retryAfterMs ?? 2000) * (1 + random() / 2))

/** Runs a send; no answer is an outcome too. */
export const attempt = async (send: () => Promise<SendOutcome>): Promise<SendOutcome> => {
  try {
    return await send()
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error
    return error.unclear ? { result: 'unclear', reason: error.message } : { result: 'later', afterMs: 5000, reason: error.message }
  }
}

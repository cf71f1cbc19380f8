// Calls to Slack's Web API: each once, with a deadline, and with failures told apart by what may have happened.
import { webApi } from '@slack/bolt'

export type Failure = {
  /** Slack's own word for it, or ours: `unanswered`, `http_502`. */
  error: string
  /** Slack asks to come back after so many milliseconds. */
  retryAfterMs?: number
  /** It may have been done all the same. */
  unclear: boolean
}
export type Reply = { ok: true; body: unknown } | ({ ok: false } & Failure)
export type Call = (method: string, told: Record<string, unknown>) => Promise<Reply>

/** A call that failed, for those who can only wait or give up. */
export class SlackFailure extends Error {
  readonly failure: Failure
  constructor(method: string, failure: Failure) {
    super(`Slack answered ${method} with ${failure.error}`)
    this.name = 'SlackFailure'
    this.failure = failure
  }
}

/** Milliseconds: a send is given up before its row in the outbox may be taken by another. */
const deadline = 10_000

/** Options for every client of ours: nothing is sent twice by itself, because only the outbox knows whether it may be (pitfall C12). */
export const clientOptions = (apiUrl: string) => ({
  slackApiUrl: apiUrl,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: deadline,
})

export const createCall =
  (client: webApi.WebClient): Call =>
  async (method, told) => {
    try {
      return { ok: true, body: await client.apiCall(method, told) }
    } catch (error) {
      return { ok: false, ...failureOf(error) }
    }
  }

const neverReached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

/** Slack's words for "something broke here", after which it may have been done or not. */
const broken = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'team_added_to_org'])

const failureOf = (error: unknown): Failure => {
  if (error instanceof webApi.WebAPIRateLimitedError) return { error: 'ratelimited', retryAfterMs: error.retryAfter * 1000, unclear: false }
  if (error instanceof webApi.WebAPIPlatformError) return { error: error.data.error, unclear: broken.has(error.data.error) }
  if (error instanceof webApi.WebAPIHTTPError) return { error: `http_${error.statusCode}`, unclear: error.statusCode >= 500 }
  if (error instanceof webApi.WebAPIRequestError) return { error: 'unanswered', unclear: !neverReached.has(causeOf(error)) }
  throw error
}

const causeOf = (error: unknown): string => {
  for (let cause = error; cause instanceof Error; cause = 'original' in cause ? cause.original : cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && cause.code !== webApi.ErrorCode.RequestError) return cause.code
  }
  return ''
}

/** The answer, or a SlackFailure. */
export const mustCall = async (call: Call, method: string, told: Record<string, unknown>): Promise<unknown> => {
  const reply = await call(method, told)
  if (reply.ok) return reply.body
  throw new SlackFailure(method, reply)
}

// Whether a request is Slack's own and fresh: its signature, its age of at most five minutes, and that it was not seen before.
// https://docs.slack.dev/authentication/verifying-requests-from-slack
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Seconds that a request may be old, or ahead of our clock. */
const oldest = 300

type Signed = { headers: IncomingHttpHeaders; raw: Buffer; secret: string; now: number }

/** Undefined when it is genuine, else why it is not; `now` in milliseconds. Compared in constant time. */
export const forgeryIn = ({ headers, raw, secret, now }: Signed): string | undefined => {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp } = headers
  if (typeof signature !== 'string' || typeof timestamp !== 'string') return 'without a signature'
  if (!/^\d{1,12}$/.test(timestamp) || !(Math.abs(now / 1000 - Number(timestamp)) <= oldest)) return 'with a signature that is too old'
  const right = Buffer.from(`v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(raw).digest('hex')}`)
  const given = Buffer.from(signature)
  return given.length === right.length && timingSafeEqual(given, right) ? undefined : 'with a wrong signature'
}

export type Seen<Outcome> = {
  /** Acts once for the same signed request; a second one meanwhile or within ten minutes gets the same outcome. What fails may come again. */
  once(key: string, act: () => Promise<Outcome>): Promise<{ outcome: Outcome; first: boolean }>
}

export const requestKey = (timestamp: string, raw: Buffer): string =>
  createHash('sha256').update(timestamp).update('\n').update(raw).digest('base64')

const remembered = 600_000
const most = 100_000

export const createSeen = <Outcome>(clock: () => Date): Seen<Outcome> => {
  const seen = new Map<string, { until: number; outcome: Promise<Outcome> }>()
  /** The oldest come first, because every key is kept equally long. */
  const forget = (now: number) => {
    for (const [key, { until }] of seen) {
      if (until > now && seen.size <= most) return
      seen.delete(key)
    }
  }
  return {
    async once(key, act) {
      const now = clock().getTime()
      forget(now)
      const known = seen.get(key)
      if (known) return { outcome: await known.outcome, first: false }
      const outcome = act()
      seen.set(key, { until: now + remembered, outcome })
      try {
        return { outcome: await outcome, first: true }
      } catch (error) {
        seen.delete(key)
        throw error
      }
    },
  }
}

// The door of /slack/events: reads a body of any kind, and lets in only what Slack signed within the last minutes and sent once.
import express from 'express'
import type { Parts } from './parts.ts'
import type { Process } from './receiver.ts'
import { createSeen, forgeryIn, requestKey } from './signature.ts'

export type RouterOptions = Pick<Parts, 'log' | 'clock'> & { signingSecret: string; process: Process; afterwards: Parts['afterwards'] }

export type HttpReply = { status: number; body?: unknown }

/** Milliseconds: Slack waits three seconds. */
const patience = 2_900

export const createRouter = ({ log, ...rest }: RouterOptions): express.Router => {
  const router = express.Router()
  const options: Guard = { ...rest, log, turnAway: createTurnAway(log, rest.clock) }
  const seen = createSeen<HttpReply>(options.clock)
  router.use(express.raw({ type: () => true, limit: '4mb' }))
  router.post('/', async (request, response) => {
    const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    const { status, body } = await admit(options, seen, { raw, headers: request.headers, type: request.headers['content-type'] ?? '' })
    if (body === undefined) response.status(status).end()
    else if (typeof body === 'string') response.status(status).type('text').send(body)
    else response.status(status).json(body)
  })
  router.all('/', (_request, response) => void response.status(405).end())
  router.use(refuseUnreadable(log))
  return router
}

type Arrived = { raw: Buffer; headers: express.Request['headers']; type: string }

const admit = async (options: Guard, seen: ReturnType<typeof createSeen<HttpReply>>, arrived: Arrived): Promise<HttpReply> => {
  const { raw, headers } = arrived
  const forgery = forgeryIn({ headers, raw, secret: options.signingSecret, now: options.clock().getTime() })
  if (forgery !== undefined) return options.turnAway(401, forgery)
  const body = bodyOf(arrived)
  if (body === undefined) return options.turnAway(400, 'of a shape that Slack does not send')
  if (body.type === 'url_verification') return { status: 200, body: { challenge: body.challenge } }
  if (body.ssl_check === '1') return { status: 200 }
  const key = requestKey(String(headers['x-slack-request-timestamp']), raw)
  const { outcome, first } = await seen.once(key, () => processed(options, body, raw.toString('utf8'), retryOf(headers)))
  return first ? outcome : { status: outcome.status }
}

const retryOf = (headers: Arrived['headers']) => {
  const number = Number(headers['x-slack-retry-num'])
  const reason = headers['x-slack-retry-reason']
  return { ...(Number.isInteger(number) && { retryNum: number }), ...(typeof reason === 'string' && { retryReason: reason }) }
}

type Body = Record<string, unknown>

/** An event as JSON; a command as a form; everything that is pressed or sent as JSON in the field `payload` of a form. */
const bodyOf = ({ raw, type }: Arrived): Body | undefined => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(raw)
    if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return objectOf(JSON.parse(text))
    const form = Object.fromEntries(new URLSearchParams(text))
    return objectOf(form.payload === undefined ? form : JSON.parse(form.payload))
  } catch {
    return undefined
  }
}

const objectOf = (value: unknown): Body | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : undefined

/** The reply is what is acknowledged, at once; what follows goes on behind it. Rejects when nothing could be kept: Slack delivers again. */
const processed = (options: Guard, body: Body, text: string, retry: object): Promise<HttpReply> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      options.log.warn({}, 'A delivery of Slack was not acknowledged in time.')
      resolve({ status: 503 })
    }, patience)
    const done = (reply: HttpReply) => {
      clearTimeout(late)
      resolve(reply)
    }
    const ack = async (reply?: unknown) => done(reply === undefined || reply === '' ? { status: 200 } : { status: 200, body: reply })
    options.afterwards(async () => {
      try {
        await options.process({ body, ack, ...retry }, body.type === 'event_callback' ? text : undefined)
        done({ status: 200 })
      } catch (error) {
        clearTimeout(late)
        reject(error)
        throw error
      }
    })
  })

type Guard = RouterOptions & { turnAway: (status: number, reason: string) => HttpReply }

const quietMs = 1_000

/** Logged once a second at most, so that nobody fills the log from outside; never with the body, and never with what the stranger wrote. */
const createTurnAway = (log: Parts['log'], clock: () => Date): Guard['turnAway'] => {
  let quietUntil = 0
  let unsaid = 0
  return (status, reason) => {
    const now = clock().getTime()
    if (now < quietUntil) unsaid += 1
    else {
      log.warn({ status, ...(unsaid > 0 && { others: unsaid }) }, `A delivery to /slack/events was turned away: ${reason}.`)
      quietUntil = now + quietMs
      unsaid = 0
    }
    return { status }
  }
}

/** A body that is too long or broken off is the sender's fault; anything else is ours, and Slack delivers again. */
const refuseUnreadable =
  (log: Parts['log']): express.ErrorRequestHandler =>
  (error, _request, response, _next) => {
    const status = typeof error?.status === 'number' && error.status < 500 ? error.status : 500
    if (status === 500)
      log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'A delivery of Slack could not be kept; it will come again.')
    if (!response.headersSent) response.status(status).end()
  }

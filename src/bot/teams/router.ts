// The door of /api/messages: reads a body of any kind, lets in only what Microsoft's connector signed for our own tenant.
import { createHash } from 'node:crypto'
import express from 'express'
import { type Activity, readActivity, tenantOf } from './activity.ts'
import type { Authenticate } from './authenticate.ts'
import type { InvokeReply } from './doors.ts'
import type { Parts } from './parts.ts'
import { isServiceUrl } from './service-urls.ts'

export type Guard = {
  /** Undefined in the playground, which takes deliveries from this machine only instead. */
  authenticate: Authenticate | undefined
  allowedTenants: readonly string[]
  /** Deliveries name an address on this machine: the playground, and tests. */
  loopback: boolean
}

type Receive = (activity: Activity, body: string) => Promise<InvokeReply>

export const createRouter = (
  parts: Pick<Parts, 'store' | 'platform' | 'log' | 'clock'>,
  guard: Guard,
  receive: Receive,
): express.Router => {
  const router = express.Router()
  const turnedAway = createTurnAway(parts)
  router.use(express.raw({ type: () => true, limit: '1mb' }))
  router.post('/', async (request, response) => {
    const { status, body } = await admit(
      { ...parts, guard, receive, turnedAway },
      {
        body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        authorization: request.headers.authorization ?? '',
        remote: request.socket.remoteAddress ?? '',
      },
    )
    if (body === undefined) response.status(status).end()
    else response.status(status).json(body)
  })
  router.all('/', (_request, response) => void response.status(405).end())
  router.use(refuseUnreadable(parts.log))
  return router
}

type Arrived = { body: Buffer; authorization: string; remote: string }

type Door = Pick<Parts, 'store' | 'platform' | 'clock'> & { guard: Guard; receive: Receive; turnedAway: TurnAway }

const admit = async ({ guard, receive, turnedAway, ...parts }: Door, arrived: Arrived): Promise<InvokeReply> => {
  if (!guard.authenticate && !isLocal(arrived.remote)) return turnedAway(403, 'not from this machine')
  const body = textOf(arrived.body)
  const activity = body === undefined ? undefined : readActivity(body)
  if (body === undefined || !activity) return turnedAway(400, 'not an activity')
  if (activity.channelId !== 'msteams') return turnedAway(403, 'not the channel of Teams')
  if (!isServiceUrl(activity.serviceUrl, guard)) return turnedAway(403, 'an address that is not the connector of Teams')
  const verdict = guard.authenticate ? await guard.authenticate(activity, arrived.authorization) : 'genuine'
  if (verdict !== 'genuine') return turnedAway(verdict === 'forged' ? 401 : 503, `a signature that is ${verdict}`)
  if (guard.allowedTenants.includes(tenantOf(activity) ?? '')) return receive(activity, body)
  await quarantine(parts, activity, body)
  return { status: 200 }
}

const isLocal = (address: string): boolean => ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address)

const textOf = (bytes: Buffer): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Genuine, but of a company that is not ours (rule P1): kept apart for the administrator, and Teams is told that all is well. */
const quarantine = (parts: Pick<Parts, 'store' | 'platform' | 'clock'>, activity: Activity, body: string): Promise<void> =>
  parts.store.inbox.quarantine({
    id: `${parts.platform}-${createHash('sha256').update(body).digest('hex').slice(0, 40)}`,
    platform: parts.platform,
    receivedAt: parts.clock().toISOString(),
    reason: `from the tenant ${tenantOf(activity) ?? '(none named)'}, which is not ours`,
    body,
  })

/** Told once a minute and reason, so that nobody fills the log; never with the body, and never with what the stranger wrote. */
const createTurnAway = ({ log, clock }: Pick<Parts, 'log' | 'clock'>): TurnAway => {
  const told = new Map<string, { at: number; silent: number }>()
  return (status, reason) => {
    const now = clock().getTime()
    const last = told.get(reason)
    if (last && now - last.at < 60_000) last.silent += 1
    else {
      log.warn({ status, reason, ...(last && { since: last.silent }) }, 'A delivery to /api/messages was turned away.')
      told.set(reason, { at: now, silent: 0 })
    }
    return { status }
  }
}

type TurnAway = (status: number, reason: string) => InvokeReply

/** A body that is too long or broken off is the sender's fault; anything else is ours, and Teams delivers again. */
const refuseUnreadable =
  (log: Parts['log']): express.ErrorRequestHandler =>
  (error, _request, response, _next) => {
    const status = typeof error?.status === 'number' && error.status < 500 ? error.status : 500
    if (status === 500) log.error({ error: error instanceof Error ? error.stack : String(error) }, 'A delivery could not be taken.')
    response.status(status).end()
  }

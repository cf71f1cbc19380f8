// Sending what lies in the outbox: one lane's rows in order and paced, never blindly again; what is unclear is looked for first.
import { z } from 'zod'
import type { ClaimedOutboxRow, Store } from '../store/store.ts'
import { TooLate, within } from '../store/within.ts'
import { bellOf } from './bell.ts'
import { setDirectSender } from './direct-sender.ts'
import { conversationWindows, createPace, overallWindows, type Pace } from './pace.ts'
import type { Outgoing, Platform, SendOutcome } from './platform.ts'
import { workLoop } from './work-loop.ts'

export type Sender = {
  /** Claims up to so many rows and sends them side by side; how many were claimed. */
  sendOnce(limit?: number): Promise<number>
  run(signal: AbortSignal): Promise<void>
}

type Options = {
  store: Pick<Store, 'outbox'>
  platforms: { find(name: string): Platform | undefined }
  worker: string
  clock: () => Date
  report: (line: string) => void
}
type Claimed = ClaimedOutboxRow
type Outcome = Parameters<Store['outbox']['settle']>[2]

const batch = 25
const idleMs = 1_000
/** Waiting, looking and sending together end before the lease of a row does: then another looks whether it arrived. */
const sendWithinMs = 12_000
/** A pause that is longer than this is spent in the outbox, not in a claim. */
const longestWaitMs = 2_000
/** What was accepted may take this long to be found. */
const findableAfterMs = 5_000
/** One conversation that hangs does not hold up the others. */
const loops = 3

export const createSender = ({ store, platforms, worker, clock, report }: Options): Sender => {
  const pace = createPaces(() => clock().getTime())
  const settle = async (row: Claimed, outcome: Outcome): Promise<void> => {
    if (outcome.state !== 'sent') report(`The outbox row ${row.id} was not sent (${outcome.state}): ${outcome.reason}`)
    await store.outbox.settle(worker, row, outcome)
  }
  const later = (row: Claimed, reason: string, unclear: boolean, afterMs = backOffMs(row.attempts)): Outcome => ({
    state: 'later',
    at: new Date(clock().getTime() + afterMs).toISOString(),
    unclear,
    reason,
  })
  const send = async (row: Claimed): Promise<void> => {
    const platform = platforms.find(row.platform)
    if (!platform) return settle(row, later(row, `${row.platform} is not configured here.`, row.unclear))
    const outgoing = await addressed(store, { ...(Posting.parse(row.outgoing) as Omit<Outgoing, 'id'>), id: row.id })
    if (!outgoing) return settle(row, { state: 'failed', reason: 'The card that it replaces was never sent.' })
    const wait = pace.reserve(row.lane)
    if (wait > longestWaitMs) return settle(row, later(row, 'Its conversation takes no more at the moment.', row.unclear, wait))
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    await settle(row, toOutcome(await sendOrFind(platform, outgoing, row.unclear), row, later))
  }
  const sendOnce = async (limit = batch): Promise<number> => {
    const rows = await store.outbox.claim(worker, limit)
    const failures = (await Promise.allSettled(rows.map(send))).filter((result) => result.status === 'rejected')
    for (const { reason } of failures) tell(reason)
    return rows.length
  }
  const tell = (error: unknown) => report(`Sending stopped for a moment: ${error instanceof Error ? error.message : error}`)
  const work = { step: () => sendOnce(), bell: bellOf(store.outbox), idleMs, report: tell }
  const underway = new Set<Promise<void>>()
  const take = (row: Claimed) => {
    const sending: Promise<void> = send(row)
      .catch(tell)
      .finally(() => underway.delete(sending))
    underway.add(sending)
  }
  const run = async (signal: AbortSignal): Promise<void> => {
    setDirectSender(store.outbox, { worker, take })
    await Promise.all(Array.from({ length: loops }, () => workLoop(work, signal)))
    setDirectSender(store.outbox, undefined)
    await Promise.all(underway)
  }
  return { sendOnce, run }
}

/** Cards are ours: only that there is something of the right shape is asked. */
const Posting = z.looseObject({ destination: z.looseObject({ to: z.string() }), card: z.looseObject({ summary: z.string() }) })

/** What replaces another card learns here what the platform calls that one, which went before it in the same lane; undefined: it was not sent. */
const addressed = async (store: Pick<Store, 'outbox'>, outgoing: Outgoing): Promise<Outgoing | undefined> => {
  if (outgoing.replacesCard === undefined) return outgoing
  const replaces = await store.outbox.sent(outgoing.replacesCard)
  return replaces === undefined ? undefined : { ...outgoing, replaces }
}

/** Looks first where an earlier send may have arrived; whatever the platform throws leaves it unclear whether it did. */
const sendOrFind = async (platform: Platform, outgoing: Outgoing, unclear: boolean): Promise<SendOutcome> => {
  try {
    const found = unclear ? await within(sendWithinMs, platform.findSent(outgoing)) : undefined
    if (found !== undefined) return { result: 'sent', message: found }
    return await within(sendWithinMs, platform.send(outgoing))
  } catch (error) {
    const reason = error instanceof TooLate ? 'no answer in time' : error instanceof Error ? error.message : String(error)
    return { result: 'unclear', reason }
  }
}

type LaterOf = (row: Claimed, reason: string, unclear: boolean, afterMs?: number) => Outcome

const toOutcome = (outcome: SendOutcome, row: Claimed, later: LaterOf): Outcome => {
  switch (outcome.result) {
    case 'sent':
      return { state: 'sent', message: outcome.message }
    case 'refused':
      return { state: 'failed', reason: outcome.reason }
    case 'later':
      return later(row, outcome.reason, false, outcome.afterMs + jitter(backOffMs(row.attempts)))
    case 'unclear':
      return later(row, outcome.reason, true, findableAfterMs + backOffMs(row.attempts))
    default:
      return outcome satisfies never
  }
}

/** 1 s, 2 s, 4 s ... up to 5 minutes, each between half and all of it, so that many do not come back at the same moment. */
const backOffMs = (attempts: number): number => jitter(Math.min(1_000 * 2 ** attempts, 300_000))
const jitter = (milliseconds: number): number => Math.round(milliseconds * (0.5 + Math.random() / 2))

/** The pace of each lane and of all together, as this process sends; what others send too shows as "later" of the platform. */
const createPaces = (now: () => number) => {
  const overall = createPace(overallWindows)
  const lanes = new Map<string, Pace>()
  return {
    /** Takes the next place and tells how long it is until then. */
    reserve(lane: string): number {
      for (const [name, pace] of lanes) if (pace.isIdle(now())) lanes.delete(name)
      const own = lanes.get(lane) ?? createPace(conversationWindows)
      lanes.set(lane, own)
      const wait = Math.max(own.wait(now()), overall.wait(now()))
      if (wait > longestWaitMs) return wait
      own.note(now() + wait)
      overall.note(now() + wait)
      return wait
    },
  }
}

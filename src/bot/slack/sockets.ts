// Sockets that stay up: at least two side by side, renewed at different times, each replaced before it is closed, tried again for ever.
import type { Missed } from './outage.ts'
import type { Log } from './parts.ts'
import { openSocket, type Socket, type SocketOptions } from './socket.ts'

/** Milliseconds. */
export type Pace = {
  /** Between the starts of two sockets. */
  staggerMs: number
  /** A socket is renewed after so long, and the first of each at another part of it, so that never both are renewed at once. */
  renewMs: number
  openWithinMs: number
  longestPauseMs: number
  /** A socket that lived shorter counts as a failure. */
  shortLifeMs: number
  /** Without any socket for longer than this, edits and deletions may be missing. */
  gapMs: number
}

const usual: Pace = {
  staggerMs: 2_000,
  renewMs: 3_600_000,
  openWithinMs: 15_000,
  longestPauseMs: 10_000,
  shortLifeMs: 5_000,
  gapMs: 30_000,
}
const firstPauseMs = 500
const howMany = 2

export type SocketsOptions = {
  appToken: string
  apiUrl: string
  log: Log
  clock: () => Date
  pace: Partial<Pace>
  process: SocketOptions['process']
  /** Told when there was no socket at all for a while. */
  onMissed: (missed: Missed) => void
}

export type Sockets = { start(): void; isConnected(): boolean; stop(): Promise<void> }

export const createSockets = (options: SocketsOptions): Sockets => {
  const pace = { ...usual, ...options.pace }
  const stopping = new AbortController()
  const watch = createWatch(options, pace)
  const parts: Parts = { options, pace, watch, signal: stopping.signal }
  let running: Promise<void>[] = []
  return {
    start() {
      running = Array.from({ length: howMany }, (_, index) => keepOpen(parts, index))
    },
    isConnected: () => watch.live() > 0,
    async stop() {
      stopping.abort()
      await Promise.all(running)
    },
  }
}

type Parts = { options: SocketsOptions; pace: Pace; watch: ReturnType<typeof createWatch>; signal: AbortSignal }

/** One place for a socket: never empty for longer than Slack makes it. */
const keepOpen = async ({ options, pace, watch, signal }: Parts, index: number): Promise<void> => {
  let before: Socket | undefined
  let failures = 0
  let renewMs = (pace.renewMs * (index + 1)) / howMany
  await sleep(index * pace.staggerMs, signal)
  while (!signal.aborted) {
    const socket = await opened(options, pace)
    if (socket) {
      const since = performance.now()
      watch.opened(socket)
      // The one before is closed only now, so that there is no moment without any.
      void before?.close().catch(() => undefined)
      before = socket
      await Promise.race([socket.ending, sleep(renewMs, signal)])
      renewMs = pace.renewMs
      failures = performance.now() - since < pace.shortLifeMs ? failures + 1 : 0
    } else failures += 1
    if (failures > 0) await sleep(pauseMs(failures, pace.longestPauseMs), signal)
  }
  await before?.close().catch(() => undefined)
}

/** 0.5 s, growing by the half each time, and never more than the longest, whatever the length of an outage (pitfall C10). */
const pauseMs = (failures: number, longest: number): number =>
  Math.min(firstPauseMs * 1.5 ** Math.min(failures - 1, 20), longest) * (0.75 + Math.random() / 4)

const opened = async (options: SocketsOptions, { openWithinMs }: Pace): Promise<Socket | undefined> => {
  try {
    return await openSocket({ ...options, openWithinMs })
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown'
    const remedy = /invalid_auth|not_authed|token_revoked|account_inactive/.test(reason)
      ? ' Make a new app-level token and set SLACK_APP_TOKEN.'
      : ''
    options.log[remedy ? 'error' : 'warn'](
      { reason: reason.slice(0, 200) },
      `No socket to Slack could be opened; it is tried again.${remedy}`,
    )
    return undefined
  }
}

/** Counts what is open, and tells when there was nothing for a while. */
const createWatch = ({ clock, log, onMissed }: SocketsOptions, { gapMs }: Pace) => {
  const open = new Set<Socket>()
  let downSince: Date | undefined
  const closed = (socket: Socket) => {
    open.delete(socket)
    if (open.size > 0) return
    downSince ??= clock()
    log.warn({}, 'There is no socket to Slack.')
  }
  return {
    live: () => open.size,
    opened(socket: Socket) {
      open.add(socket)
      void socket.closed.then(() => closed(socket))
      if (downSince === undefined) return
      const from = downSince
      const to = clock()
      downSince = undefined
      const isGap = to.getTime() - from.getTime() > gapMs
      onMissed({ from: from.toISOString(), to: to.toISOString(), reason: 'The connection to Slack was down.', isGap })
    },
  }
}

const sleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const wake = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, milliseconds)
    signal.addEventListener('abort', wake)
  })

// Stopping in order: what was started last is stopped first, once, and nothing is left behind.

export type Closing = {
  /** Something to stop, and what to call it when that fails. */
  add(name: string, stop: () => Promise<void>): void
  isClosing(): boolean
  close(): Promise<void>
  /** Told of errors that nobody caught; the bot lives on after a rejection, and stops after an exception. */
  onBroken(tell: (error: unknown) => void): void
  /** The exit code, once Ctrl-C or SIGTERM said that it shall stop, or an exception that nobody caught. */
  readonly asked: Promise<number>
  /** Stops everything, saying so; the number is the exit code. */
  stop(code: number): Promise<number>
}

/** A signal comes twice, from the terminal and from the door that handed over to us: that is one wish. */
const sameWishMs = 2_000

export const createClosing = (write: (line: string) => void): Closing => {
  const stops: { name: string; stop: () => Promise<void> }[] = []
  let tell: (error: unknown) => void = () => undefined
  let closing = false
  let failures = 0
  const stopOne = async ({ name, stop }: (typeof stops)[number]) => {
    try {
      await stop()
    } catch (error) {
      failures += 1
      write(`Stopping the ${name} failed: ${error instanceof Error ? error.message : error}`)
    }
  }
  const close = async () => {
    closing = true
    for (let next = stops.pop(); next; next = stops.pop()) await stopOne(next)
  }
  return {
    // What was still being started when it was to stop is stopped as soon as it stands.
    add: (name, stop) => (closing ? void stopOne({ name, stop }) : stops.push({ name, stop })),
    isClosing: () => closing,
    close,
    onBroken(tellOf) {
      tell = tellOf
      process.on('unhandledRejection', tell)
    },
    asked: stopAsked((error) => tell(error)),
    async stop(code) {
      write('Stopping.')
      await close()
      write('Stopped.')
      return failures > 0 ? 1 : code
    },
  }
}

/** The listeners stay: without one, the echo of a signal would end the process in the midst of stopping. A later signal ends it at once. */
const stopAsked = (tell: (error: unknown) => void): Promise<number> =>
  new Promise((resolve) => {
    let firstAt: number | undefined
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        const now = performance.now()
        if (firstAt !== undefined && now - firstAt > sameWishMs) process.exit(130)
        firstAt ??= now
        resolve(0)
      })
    process.once('uncaughtException', (error) => {
      tell(error)
      resolve(1)
    })
  })

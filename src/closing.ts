// Stopping in order: what was started last is stopped first, once, and nothing is left behind.

export type Closing = {
  /** Something to stop, and what to call it when that fails. */
  add(name: string, stop: () => Promise<void>): void
  isClosing(): boolean
  close(): Promise<void>
  /** Told of errors that nobody caught; the bot lives on after a rejection, and stops after an exception. */
  onBroken(tell: (error: unknown) => void): void
  /** Waits for Ctrl-C or SIGTERM, then stops everything; the number is the exit code. */
  untilStopped(): Promise<number>
}

export const createClosing = (write: (line: string) => void): Closing => {
  const stops: { name: string; stop: () => Promise<void> }[] = []
  let tell: (error: unknown) => void = () => undefined
  let closing = false
  let failures = 0
  const close = async () => {
    closing = true
    for (let next = stops.pop(); next; next = stops.pop()) {
      try {
        await next.stop()
      } catch (error) {
        failures += 1
        write(`Stopping the ${next.name} failed: ${error instanceof Error ? error.message : error}`)
      }
    }
  }
  return {
    add: (name, stop) => stops.push({ name, stop }),
    isClosing: () => closing,
    close,
    onBroken(tellOf) {
      tell = tellOf
      process.on('unhandledRejection', tell)
    },
    async untilStopped() {
      const code = await stopSignal((error) => tell(error))
      write('Stopping.')
      await close()
      write('Stopped.')
      return failures > 0 ? 1 : code
    },
  }
}

const stopSignal = (tell: (error: unknown) => void): Promise<number> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(0))
    process.once('uncaughtException', (error) => {
      tell(error)
      resolve(1)
    })
  })

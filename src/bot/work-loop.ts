// The loop of a worker: does what is there, sleeps until the bell rings or a second has passed, and outlives every failure.
import type { Bell } from './bell.ts'

type Work = {
  /** How much was done; zero: there is nothing to do now. */
  step: () => Promise<number>
  bell: Bell
  idleMs: number
  /** Told of every failure; the loop goes on after a pause. */
  report: (error: unknown) => void
}

/** Runs until the signal is aborted; what is being done then is finished first. */
export const workLoop = async ({ step, bell, idleMs, report }: Work, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    let done = 0
    try {
      done = await step()
    } catch (error) {
      report(error)
    }
    if (done === 0) await bell.wait(idleMs, signal)
  }
}

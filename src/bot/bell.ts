// A bell between the parts of one process: who waits for work is woken at once; other processes find it at their next look.

export type Bell = {
  ring(): void
  /** Returns at the next ring, after so many milliseconds, or when the signal is aborted; a ring that nobody awaited is not lost. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>
}

export const createBell = (): Bell => {
  let hasRung = false
  const sleepers = new Set<() => void>()
  return {
    ring() {
      hasRung = sleepers.size === 0
      for (const wake of sleepers) wake()
    },
    wait(milliseconds, signal) {
      if (hasRung || signal.aborted) {
        hasRung = false
        return Promise.resolve()
      }
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer)
          signal.removeEventListener('abort', wake)
          sleepers.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, milliseconds)
        signal.addEventListener('abort', wake)
        sleepers.add(wake)
      })
    },
  }
}

const bells = new WeakMap<object, Bell>()

/** The bell of a part of the store: its inbox, its outbox, its histories. */
export const bellOf = (part: object): Bell => {
  const bell = bells.get(part) ?? createBell()
  bells.set(part, bell)
  return bell
}

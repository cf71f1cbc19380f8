// Pace: how fast a platform takes what we send, as windows in which only so many may go (Teams: 7/s, 8 in 2 s, 60 in 30 s, 1,800 an hour).

/** At most so many within so many milliseconds. */
export type Window = { most: number; milliseconds: number }

/** Per conversation, as Microsoft states them for bots. */
export const conversationWindows: readonly Window[] = [
  { most: 7, milliseconds: 1_000 },
  { most: 8, milliseconds: 2_000 },
  { most: 60, milliseconds: 30_000 },
  { most: 1_800, milliseconds: 3_600_000 },
]

/** For everything together: below the lowest figure that Microsoft's pages give for an app in a tenant. */
export const overallWindows: readonly Window[] = [{ most: 25, milliseconds: 1_000 }]

export type Pace = {
  /** How many milliseconds from `now` until one more may go. */
  wait(now: number): number
  note(now: number): void
  /** Whether nothing was sent for so long that it may be forgotten. */
  isIdle(now: number): boolean
}

export const createPace = (windows: readonly Window[]): Pace => {
  const longest = Math.max(...windows.map((window) => window.milliseconds))
  const most = Math.max(...windows.map((window) => window.most))
  let sent: number[] = []
  return {
    wait: (now) =>
      Math.max(
        0,
        ...windows.map((window) => {
          // The one that has to leave the window before another may come in.
          const first = sent.at(-window.most)
          return first === undefined ? 0 : first + window.milliseconds - now
        }),
      ),
    note(now) {
      sent = [...sent, now].slice(-most)
    },
    isIdle: (now) => (sent.at(-1) ?? Number.NEGATIVE_INFINITY) + longest < now,
  }
}

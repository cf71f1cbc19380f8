// How long this thread works without a pause, by its own processor time: what others do on the machine does not count.

/** Watches until the function returned is called, which gives the longest stretch of work between two turns of the loop, in milliseconds. */
export function watchOwnWork(): () => number {
  let longest = 0
  let before = process.threadCpuUsage()
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before)
    before = process.threadCpuUsage()
    longest = Math.max(longest, (user + system) / 1_000)
  }, 5)
  return () => {
    clearInterval(timer)
    return longest
  }
}

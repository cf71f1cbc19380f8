// Grouped reads: questions that wait at the same moment go out as one; nothing is remembered, so every answer is read after it was asked.
import { within } from './within.ts'

type Waiting<Answer> = { key: string; resolve: (answer: Answer) => void; reject: (reason: unknown) => void }

const largestGroup = 100
/** Whoever comes next does not wait behind a read on a dead wire. */
const groupWithinMs = 10_000

/** A read by key. One read is under way at a time: who comes meanwhile goes out together with the next, and an idle system waits for nobody. */
export const createGroupedRead = <Answer>(
  read: (keys: string[]) => Promise<(key: string) => Answer>,
): ((key: string) => Promise<Answer>) => {
  const waiting: Waiting<Answer>[] = []
  let isReading = false
  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting.splice(0, largestGroup)
      try {
        const answerTo = await within(groupWithinMs, read([...new Set(group.map(({ key }) => key))]))
        for (const { key, resolve } of group) resolve(answerTo(key))
      } catch (error) {
        for (const { reject } of group) reject(error)
      }
    }
    isReading = false
  }
  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject })
      if (isReading) return
      isReading = true
      queueMicrotask(flush)
    })
}

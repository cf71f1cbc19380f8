// A deadline for something that may never answer.

export class TooLate extends Error {}

/** What the promise answers, or TooLate after so many milliseconds; what comes later is let go. */
export const within = async <Answer>(milliseconds: number, promise: Promise<Answer>): Promise<Answer> => {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new TooLate(`No answer within ${milliseconds} ms.`)), milliseconds)
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

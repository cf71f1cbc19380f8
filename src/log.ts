// The log: JSON lines with ids, never the words of a message and never a secret.
import { randomBytes } from 'node:crypto'
import { type Logger, pino } from 'pino'
import { describeFailure } from './bot/failure.ts'

export type Log = Logger

/** Keys under which a secret or somebody's words could hide in an object that is logged. */
const hidden = ['password', 'token', 'authorization', 'secret', 'uri', 'response_url', 'appPassword', 'body']

export const createLog = (level: string): Log =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: hidden.flatMap((key) => [key, `*.${key}`]), censor: '[hidden]' },
  })

/** Logs an unexpected error under an id that the person is told, so that the two can be brought together. */
export const reportError = (log: Log, error: unknown): string => {
  const failure = `F-${randomBytes(4).toString('hex')}`
  log.error({ failure, ...describeFailure(error) }, 'Something broke.')
  return failure
}

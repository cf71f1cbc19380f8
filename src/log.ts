// The log: JSON lines with ids, never the words of a message and never a secret.
import { randomUUID } from 'node:crypto'
import { type Logger, pino } from 'pino'

export type Log = Logger

/** Keys under which a secret could hide in an object that somebody logs. */
const secretKeys = ['password', 'token', 'authorization', 'secret', 'uri', 'response_url', 'appPassword', 'text', 'body']

export const createLog = (level: string): Log =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`]), censor: '[hidden]' },
  })

/** Tokens and passwords as they look inside a sentence: of Slack, of the app level, a signed web token, a database address. */
const secretShapes = /xox[a-z]-[\w-]+|xapp-[\w-]+|eyJ[\w-]{10,}\.[\w.-]+|(?<=:\/\/)[^\s/@:]+:[^\s/@]+(?=@)/g

const withoutSecrets = (text: string): string => text.replace(secretShapes, '[hidden]')

/** Logs an unexpected error under an id that the person is told, so that the two can be brought together. */
export const reportError = (log: Log, error: unknown): string => {
  const id = randomUUID().slice(0, 8)
  const known = error instanceof Error ? error : new Error(String(error))
  log.error({ id, name: known.name, stack: withoutSecrets(known.stack ?? known.message) }, 'unexpected error')
  return id
}

// Bolt's logger, speaking into ours: without its debug lines, which hold whole bodies.
import { type App, LogLevel } from '@slack/bolt'
import type { Log } from './parts.ts'

/** Tokens and the ways back are for Slack alone; `wss` addresses carry a ticket. */
const secrets = [/xox[a-z]-[\w-]+/g, /xapp-[\w-]+/g, /wss:\/\/\S+/g, /https:\/\/hooks\.slack\.com\S+/g]

const line = (parts: readonly unknown[]): string => {
  const text = parts.map((part) => (part instanceof Error ? `${part.name}: ${part.message}` : String(part))).join(' ')
  return secrets.reduce((safe, pattern) => safe.replace(pattern, '[secret]'), text).slice(0, 500)
}

export const boltLog = (log: Log): App['logger'] => ({
  debug: () => undefined,
  info: (...parts) => log.debug({}, line(parts)),
  warn: (...parts) => log.warn({}, line(parts)),
  error: (...parts) => log.error({}, line(parts)),
  setLevel: () => undefined,
  getLevel: () => LogLevel.INFO,
  setName: () => undefined,
})

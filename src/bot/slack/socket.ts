// One socket to Slack: Bolt's client, with what it gets wrong mended from outside (pitfalls C7, C9 to C11).
// It never reconnects by itself: whoever keeps the sockets open decides that.
import { SocketModeReceiver } from '@slack/bolt'
import { clientOptions } from './api.ts'
import { boltLog } from './bolt-log.ts'
import type { Log } from './parts.ts'
import type { Process } from './receiver.ts'

export type Socket = {
  /** Slack will close it soon, or it is old: time for another. */
  ending: Promise<void>
  closed: Promise<void>
  /** Waits until it is closed, a few seconds at most. */
  close(): Promise<void>
}

export type SocketOptions = {
  appToken: string
  apiUrl: string
  log: Log
  process: (event: Parameters<Process>[0]) => void
  openWithinMs: number
}

const closeWithinMs = 3_000

type Client = SocketModeReceiver['client']

/** An open socket that Slack has greeted. Throws when none can be had now. */
export const openSocket = async (options: SocketOptions): Promise<Socket> => {
  const { client } = new SocketModeReceiver({
    appToken: options.appToken,
    autoReconnectEnabled: false,
    logger: boltLog(options.log),
    installerOptions: { clientOptions: clientOptions(options.apiUrl) },
  })
  const { promise: ending, resolve: end } = Promise.withResolvers<void>()
  const closed = new Promise<void>((resolve) => client.once('disconnected', () => resolve()))
  // Bound in its constructor, so that replacing the method does nothing: the listener itself has to go.
  client.removeAllListeners('ws_message')
  client.on('ws_message', (data: unknown) => takeFrame(options, client, data, end))
  const close = async () => {
    const asked = client.disconnect()
    await Promise.race([asked, closed, pause(closeWithinMs)])
  }
  try {
    await within(options.openWithinMs, client.start())
  } catch (error) {
    void close().catch(() => undefined)
    throw error
  }
  return { ending: Promise.race([ending, closed]), closed, close }
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref())

const within = async (milliseconds: number, work: Promise<unknown>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Slack did not greet the socket in time')), milliseconds)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
    // Whichever lost the race must not end the process.
    work.catch(() => undefined)
  }
}

type Frame = { type?: unknown; envelope_id?: unknown; payload?: unknown; retry_attempt?: unknown; retry_reason?: unknown }

const takeFrame = (options: SocketOptions, client: Client, data: unknown, end: () => void): void => {
  const frame = frameOf(data)
  const body = frame && bodyOf(frame)
  if (frame?.type === 'hello') client.emit('connected')
  else if (frame?.type === 'disconnect') end()
  else if (frame && body) options.process({ body, ack: acknowledging(client, frame), ...retryOf(frame) })
  else options.log.warn({}, 'A frame of Slack could not be read.')
}

const frameOf = (data: unknown): Frame | undefined => {
  try {
    const text = typeof data === 'string' ? data : new TextDecoder().decode(data as ArrayBuffer)
    const frame: unknown = JSON.parse(text)
    return typeof frame === 'object' && frame !== null && !Array.isArray(frame) ? frame : undefined
  } catch {
    return undefined
  }
}

/** What would be the body over HTTP; `app_rate_limited` comes without an envelope. */
const bodyOf = (frame: Frame): Record<string, unknown> | undefined => {
  if (frame.type === 'app_rate_limited') return { ...frame }
  const { payload } = frame
  return typeof payload === 'object' && payload !== null && !Array.isArray(payload) ? { ...payload } : undefined
}

/** Not acknowledged it comes again, on whichever socket is open then. */
const acknowledging = (client: Client, { envelope_id }: Frame): Parameters<Process>[0]['ack'] => {
  if (typeof envelope_id !== 'string') return async () => undefined
  return async (reply?: unknown) => {
    // Typed as private there, and the only way to answer an envelope that was read outside of it.
    const { send } = client as unknown as { send(id: string, body?: unknown): Promise<void> }
    await send.call(client, envelope_id, reply === undefined || reply === '' ? {} : reply)
  }
}

const retryOf = ({ retry_attempt, retry_reason }: Frame) => ({
  ...(typeof retry_attempt === 'number' && { retryNum: retry_attempt }),
  ...(typeof retry_reason === 'string' && { retryReason: retry_reason }),
})

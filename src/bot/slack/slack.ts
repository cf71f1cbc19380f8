// Slack: what arrives by its events address or its sockets, and the port through which the rest of the program speaks.
import { App, webApi } from '@slack/bolt'
import type { Router } from 'express'
import type { Store } from '../../store/store.ts'
import { createHear } from '../capture.ts'
import type { Platform } from '../platform.ts'
import { type Call, clientOptions, createCall } from './api.ts'
import { boltLog } from './bolt-log.ts'
import { createDialect } from './dialect.ts'
import { factsOf } from './facts.ts'
import { createFetchFile, createFindFile } from './files.ts'
import { findSentCard } from './find-sent.ts'
import { heardIn } from './heard.ts'
import { createHeartbeat } from './heartbeat.ts'
import { readHistory } from './history.ts'
import { idOfAccountKey, placeOf, type Teams } from './ids.ts'
import { createIntake } from './intake.ts'
import { listen } from './listeners.ts'
import { missedEvents } from './outage.ts'
import type { Parts } from './parts.ts'
import { createPeople } from './people.ts'
import { createReceiver, keepFirst } from './receiver.ts'
import { createRouter } from './router.ts'
import { createSelf } from './self.ts'
import { sendCard } from './send.ts'
import { createSockets, type Sockets } from './sockets.ts'

export type SlackOptions = Pick<Parts, 'dispatch' | 'commands' | 'publicUrl' | 'zone' | 'log' | 'clock'> & {
  store: Store
  credentials: { botToken: string; appToken?: string | undefined; signingSecret?: string | undefined }
  /** Workspaces of the company; a delivery from any other is put aside. */
  teams: Teams
  apiUrl: string
  /** How the sockets are kept; only tests are in more of a hurry. */
  sockets?: Partial<Parameters<typeof createSockets>[0]['pace']>
}

export type SlackApp = {
  /** For /slack/events; undefined where Slack speaks by sockets. */
  router: Router | undefined
  platform: Platform
  /** Opens the sockets, if it is by these, and looks what was missed; returns at once, and keeps on trying for ever. */
  start(): void
  isConnected(): boolean
  /** Waits until what was acknowledged is also answered. */
  settled(): Promise<void>
  /** Closes the sockets, then waits for what is under way. */
  stop(): Promise<void>
}

export const createSlack = (options: SlackOptions): SlackApp => {
  const { receiver, app } = createReceiver()
  const bolt = new App({
    receiver,
    authorize: async () => authorizationOf(options.credentials.botToken),
    clientOptions: clientOptions(options.apiUrl),
    logger: boltLog(options.log),
    // We tell our own words ourselves, and they are dropped where they would be read (pitfall C4).
    ignoreSelf: false,
    convoStore: false,
  })
  const underway = new Set<Promise<void>>()
  const parts = partsOf(
    options,
    createCall(new webApi.WebClient(options.credentials.botToken, bolt.webClientOptions)),
    goingOn(underway, options.log),
  )
  listen(app(), parts)
  bolt.error(async (error) =>
    options.log.error({ error: error.code, message: error.message.slice(0, 300) }, 'A delivery of Slack could not be answered.'),
  )
  const process = keepFirst(app(), createIntake(parts))
  const { signingSecret, appToken } = options.credentials
  const sockets = appToken === undefined ? undefined : socketsOf(options, appToken, process, parts)
  const isConnected = () => sockets?.isConnected() ?? true
  const heartbeat = createHeartbeat(parts, isConnected)
  const settled = async () => {
    while (underway.size > 0) await Promise.all(underway)
  }
  return {
    router: signingSecret !== undefined && !sockets ? createRouter({ ...parts, signingSecret, process }) : undefined,
    platform: platformOf(parts),
    start() {
      sockets?.start()
      parts.afterwards(heartbeat.start)
    },
    isConnected,
    settled,
    async stop() {
      heartbeat.stop()
      await sockets?.stop()
      await settled()
    },
  }
}

/** Never asked of Slack: an authorization that fails would lose what was delivered (pitfall C2). */
const authorizationOf = (botToken: string) => ({ botToken })

const goingOn =
  (underway: Set<Promise<void>>, log: Parts['log']): Parts['afterwards'] =>
  (work) => {
    const running: Promise<void> = work()
      .catch((error: unknown) =>
        log.error({ error: error instanceof Error ? error.stack : String(error) }, 'A delivery of Slack was not worked on to its end.'),
      )
      .finally(() => underway.delete(running))
    underway.add(running)
  }

const partsOf = (options: SlackOptions, call: Call, afterwards: Parts['afterwards']): Parts => {
  const { teams, store, clock, log, apiUrl, credentials } = options
  return {
    ...options,
    call,
    dialect: createDialect({ teams, clock }),
    people: createPeople({ call, teams, clock }),
    self: createSelf(call),
    ear: { teams, fetchFile: createFetchFile({ token: credentials.botToken, apiUrl, findFile: createFindFile(call) }) },
    hear: createHear({ store, clock, report: (line) => log.warn({}, line) }),
    afterwards,
  }
}

const platformOf = (parts: Parts): Platform => ({
  name: 'slack',
  heard(body, members = []) {
    const present = new Map(members.map((member) => [idOfAccountKey(member.account), member]))
    return heardIn(parts.ear, body, (user) => present.get(user))
  },
  readThread: (thread, from) => readHistory(parts, thread, from),
  conversation: (id) => factsOf(parts, placeOf(id).channel),
  send: (outgoing) => sendCard(parts, outgoing),
  findSent: (outgoing) => findSentCard(parts.call, outgoing),
})

const socketsOf = (options: SlackOptions, appToken: string, process: ReturnType<typeof keepFirst>, parts: Parts): Sockets =>
  createSockets({
    appToken,
    apiUrl: options.apiUrl,
    log: options.log,
    clock: options.clock,
    pace: options.sockets ?? {},
    process: (event) => parts.afterwards(() => process(event)),
    onMissed: (missed) => parts.afterwards(() => missedEvents(parts, missed)),
  })

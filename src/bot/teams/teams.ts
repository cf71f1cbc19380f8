// Microsoft Teams: what arrives at /api/messages, and the port through which the rest of the program speaks.
import type { Router } from 'express'
import type { ConversationId } from '../../contracts/talk.ts'
import type { Store } from '../../store/store.ts'
import { createHear } from '../capture.ts'
import type { Card } from '../card.ts'
import type { Platform } from '../platform.ts'
import type { Activity } from './activity.ts'
import { type Credentials, createAuthenticate } from './authenticate.ts'
import { createConnector } from './connector.ts'
import { referenceIn } from './conversations.ts'
import type { InvokeReply } from './doors.ts'
import { factsOf } from './facts.ts'
import { createFetchFile } from './files.ts'
import { findSentCard } from './find-sent.ts'
import { createGraph } from './graph.ts'
import { heardIn } from './heard.ts'
import { type HistoryReader, readHistory } from './history.ts'
import { conversationIdOf } from './ids.ts'
import { receive } from './inbound.ts'
import type { Parts } from './parts.ts'
import { type Reference, readReference } from './reference.ts'
import { renderCard } from './render-card.ts'
import { createRouter } from './router.ts'
import { type Sender, sendCard } from './send.ts'
import { type Endpoints, endpointsWith } from './service-urls.ts'
import { createSpeakerOf, type SpeakerOf } from './speaker.ts'
import { createTokens } from './tokens.ts'

export type TeamsOptions = {
  credentials: Credentials | 'playground'
  /** Entra tenants of the company; a delivery from any other is put aside. */
  allowedTenants: readonly string[]
  dispatch: Parts['dispatch']
  store: Store
  /** `loopback`: deliveries and answers stay on this machine: the playground, which allows nothing else, and tests. */
  serviceUrls: 'microsoft' | 'loopback'
  log: Parts['log']
  clock: () => Date
  /** Sign-in, Graph and signing keys elsewhere: on this machine only, for tests. */
  endpoints?: Partial<Endpoints>
  /** The playground: who is meant when its one page speaks, who that is, and how a card looks there. */
  playground?: {
    speaking: (activity: Activity) => Activity
    speakerOf: SpeakerOf
    dressed: (card: Card) => Card
  }
  /** The one personal chat that the playground's page shows, which stands for everybody's. */
  personalChat?: Reference
  random?: () => number
}

export type TeamsApp = {
  /** For /api/messages. */
  router: Router
  platform: Platform
  /** A delivery as if it had come over the wire: for what the playground makes people say. */
  receive(activity: Activity): Promise<InvokeReply>
  connector: ReturnType<typeof createConnector>
  /** Waits until what was acknowledged is also answered. */
  stop(): Promise<void>
}

/** Throws without full credentials outside the playground, and in the playground for any address that is not this machine's. */
export const createTeams = (options: TeamsOptions): TeamsApp => {
  const isPlayground = options.credentials === 'playground'
  if (isPlayground && options.serviceUrls !== 'loopback') throw new Error('The playground speaks to this machine only.')
  const endpoints = endpointsWith(options.endpoints ?? {})
  const credentials = options.credentials === 'playground' ? undefined : options.credentials
  const authenticate = credentials && createAuthenticate(credentials, endpoints)
  const tokenFor = credentials ? createTokens(credentials, endpoints.login, options.clock) : async () => undefined
  const loopback = options.serviceUrls === 'loopback'
  const connector = createConnector(tokenFor)
  const graph = createGraph(endpoints.graph, tokenFor)
  const underway = new Set<Promise<void>>()
  const platformName = isPlayground ? 'playground' : 'teams'
  const parts: Parts = {
    ...options,
    platform: platformName,
    connector,
    speakerOf: options.playground?.speakerOf ?? createSpeakerOf({ platform: platformName, connector, clock: options.clock }),
    files: { graph, graphBase: endpoints.graph, fetchFile: createFetchFile({ graph: endpoints.graph, tokenFor, loopback }) },
    draw: drawingOf(options.playground),
    hear: createHear({ store: options.store, clock: options.clock, report: (line) => options.log.warn({}, line) }),
    afterwards: goingOn(underway, options.log),
  }
  const platform = platformOf(parts, options, credentials?.appId)
  const take = (activity: Activity, body: string) => {
    const meant = options.playground?.speaking(activity) ?? activity
    return receive(parts, meant, meant === activity ? body : JSON.stringify(meant))
  }
  return {
    router: createRouter(parts, { authenticate, allowedTenants: options.allowedTenants, loopback }, take),
    platform,
    receive: (activity) => receive(parts, activity, JSON.stringify(activity)),
    connector,
    stop: async () => void (await Promise.all(underway)),
  }
}

const goingOn =
  (underway: Set<Promise<void>>, log: Parts['log']): Parts['afterwards'] =>
  (work) => {
    const running: Promise<void> = work()
      .catch((error: unknown) =>
        log.error({ error: error instanceof Error ? error.stack : String(error) }, 'An answer could not be given.'),
      )
      .finally(() => underway.delete(running))
    underway.add(running)
  }

/** The playground's page knows no full width, and says so under every card that asks for it. */
const drawingOf = (playground: TeamsOptions['playground']): Parts['draw'] => {
  if (!playground) return (card, nonce) => renderCard(card, { nonce })
  return (card, nonce) => {
    const { msteams: _width, ...drawn } = renderCard(playground.dressed(card), { nonce })
    return drawn
  }
}

const noHistory = 'The playground has no history: what was said before the link could not be read.'

const platformOf = (parts: Parts, options: TeamsOptions, appId: string | undefined): Platform => {
  const reference = (conversation: ConversationId) => referenceIn(parts.store, conversation)
  const history: HistoryReader = { platform: parts.platform, appId: appId ?? '', files: parts.files, reference }
  const sender = senderOf(parts, options, reference)
  return {
    name: parts.platform,
    heard: (body) => heardIn(parts.platform, body, parts.files),
    readThread: async (thread, from) => (appId === undefined ? { messages: [], unread: noHistory } : readHistory(history, thread, from)),
    async conversation(id) {
      const known = await reference(id)
      if (known) return factsOf(parts.connector, parts.platform, known)
      return { id, name: 'a conversation that Teams never named', visibility: 'members', members: undefined }
    },
    send: (outgoing) => sendCard(sender, outgoing),
    findSent: (outgoing) => findSentCard(parts.files.graph, reference, outgoing),
  }
}

const senderOf = (parts: Parts, options: TeamsOptions, reference: Sender['reference']): Sender => ({
  connector: parts.connector,
  draw: parts.draw,
  reference,
  personal: async (account) => readReference((await parts.store.conversations.personal(account))?.reference),
  keepPersonal: async (account, known) => {
    const id = conversationIdOf(parts.platform, known.tenant, known.conversation)
    await parts.store.conversations.keep(id, { visibility: 'members', personal: account, reference: JSON.stringify(known) })
  },
  sharedChat: options.personalChat,
  log: (entry) => options.log.info(entry, 'Teams refused a private message in the thread; it goes to the personal chat.'),
  random: options.random ?? Math.random,
})

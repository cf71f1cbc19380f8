// Slack as an emulator that we did not write plays it, with the one thing added that it lacks: somebody to deliver its events to.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createEmulator } from 'emulate'

export const team = 'T000000001'
export const otherTeam = 'T0PENHALLOW'
export const appId = 'A0THROUGHLINE'
export const botUser = 'U0THROUGHLINE'
export const botToken = 'xoxb-test-token'

type Row = Record<string, unknown> & { id: number }
type Collection = { all(): Row[]; findOneBy(key: string, value: unknown): Row | undefined; update(id: number, change: object): Row }
type SlackStore = Record<'users' | 'channels' | 'messages' | 'ephemeralMessages' | 'views', Collection>
type Webhooks = { dispatch: (type: string, action: undefined, payload: Envelope) => Promise<void> }
type Context = { req: { parseBody(): Promise<Record<string, unknown>> }; json(body: unknown): Response }
type Web = { post(path: string, take: (context: Context) => Promise<Response>): void }
type Plugin = { register: (app: Web, store: unknown, webhooks: Webhooks, ...rest: unknown[]) => void }
export type Envelope = Record<string, unknown> & { event: Record<string, unknown> & { type: string } }

export type Reply = Record<string, unknown> & { ok: boolean; error?: string }

export type Emulator = {
  apiUrl: string
  /** Ids of people and channels, by name. */
  id(name: string): string
  /** A call with the token of that person, or of the bot. */
  as(name: string, method: string, told: Record<string, unknown>): Promise<Reply>
  /** Who gets the events from now on, as Slack would have written them. */
  deliverTo(take: (envelope: Envelope) => void): void
  /** What one person alone was shown, oldest first. */
  ephemerals(): Row[]
  views(): Row[]
  messages(channel: string): Row[]
  /** What chat.unfurl was sent, which the emulator lacks. */
  unfurls: Record<string, unknown>[]
  /** What entity.presentDetails was sent, which it lacks as well. */
  details: Record<string, unknown>[]
  /** Changes what Slack says of somebody: their home, or that they left. */
  change(name: string, change: object): void
  changeChannel(id: string, change: object): void
  close(): Promise<void>
}

/** `sockets`: who gives out the addresses of sockets, which the emulator does not. */
type Options = {
  sockets?: string
  people: readonly string[]
  channels: readonly { name: string; is_private?: boolean; members: readonly string[] }[]
}

/** People of the name `lee` have the e-mail lee@lindenmoor.example. */
export const startEmulator = async ({ people, channels, sockets }: Options): Promise<Emulator> => {
  const { slackPlugin, getSlackStore } = await loadPlugin()
  const unfurls: Record<string, unknown>[] = []
  const details: Record<string, unknown>[] = []
  const started = Promise.withResolvers<{ slack: SlackStore; webhooks: Webhooks }>()
  const register = slackPlugin.register
  /** What the emulator would leave out of what it says of people: that somebody is a guest, or a stranger. */
  const flags = new Map<unknown, object>()
  slackPlugin.register = (app, store, webhooks, ...rest) => {
    app.post('/api/users.info', async (context) => {
      const user = getSlackStore(store).users.findOneBy('user_id', (await context.req.parseBody()).user)
      if (!user) return context.json({ ok: false, error: 'user_not_found' })
      return context.json({ ok: true, user: { ...user, id: user.user_id, ...flags.get(user.user_id) } })
    })
    register(app, store, webhooks, ...rest)
    app.post('/api/chat.unfurl', async (context) => {
      unfurls.push(await context.req.parseBody())
      return context.json({ ok: true })
    })
    app.post('/api/entity.presentDetails', async (context) => {
      details.push(await context.req.parseBody())
      return context.json({ ok: true })
    })
    if (sockets)
      app.post('/api/apps.connections.open', async (context) => context.json(await (await fetch(sockets, { method: 'POST' })).json()))
    started.resolve({ slack: getSlackStore(store), webhooks })
  }
  const emulator = await createEmulator({ service: 'slack', port: await freePort(), seed: { slack: seedOf(people, channels) } })
  slackPlugin.register = register
  const { slack, webhooks } = await started.promise
  let take: (envelope: Envelope) => void = () => undefined
  // Delivered beside the call that caused it, as Slack does; the emulator waits for its own.
  webhooks.dispatch = async (_type, _action, payload) => {
    for (const envelope of asSlackWrites(slack, payload)) take(envelope)
  }
  const id = (name: string) => {
    const found =
      slack.users.all().find((user) => user.name === name)?.user_id ?? slack.channels.all().find((one) => one.name === name)?.channel_id
    if (typeof found !== 'string') throw new Error(`the emulator knows no ${name}`)
    return found
  }
  for (const { name, members } of channels) {
    const channel = slack.channels.findOneBy('channel_id', id(name))
    if (channel) slack.channels.update(channel.id, { members: [...members.map(id), botUser] })
  }
  const apiUrl = `${emulator.url}/api/`
  return {
    apiUrl,
    id,
    async as(name, method, told) {
      const token = name === 'bot' ? botToken : `xoxp-${name}`
      const response = await fetch(`${apiUrl}${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(told),
      })
      return (await response.json()) as Reply
    },
    deliverTo(taker) {
      take = taker
    },
    ephemerals: () => slack.ephemeralMessages.all().sort((one, other) => (String(one.ts) < String(other.ts) ? -1 : 1)),
    views: () => slack.views.all(),
    unfurls,
    details,
    messages: (channel) => slack.messages.all().filter((message) => message.channel_id === channel),
    change(name, change) {
      const user = slack.users.findOneBy('user_id', id(name))
      if (!user) return
      slack.users.update(user.id, change)
      flags.set(user.user_id, change)
    },
    changeChannel(channel, change) {
      const found = slack.channels.findOneBy('channel_id', channel)
      if (found) slack.channels.update(found.id, change)
    },
    close: () => emulator.close(),
  }
}

const seedOf = (people: readonly string[], channels: Options['channels']) => ({
  signing_secret: 'unused-because-the-test-signs',
  users: people.map((name) => ({ name, real_name: `${name[0]?.toUpperCase()}${name.slice(1)}`, email: `${name}@lindenmoor.example` })),
  channels: channels.map(({ name, is_private = false }) => ({ name, is_private })),
  oauth_apps: [
    {
      ...{ client_id: 'client', client_secret: 'secret', redirect_uris: [], name: 'Throughline' },
      ...{ app_id: appId, bot_id: 'B0THROUGHLINE', bot_user_id: botUser, bot_name: 'throughline' },
    },
  ],
  tokens: [
    { token: botToken, type: 'bot', user: botUser, bot_id: 'B0THROUGHLINE', bot_user_id: botUser, app_id: appId },
    ...people.map((name) => ({ token: `xoxp-${name}`, type: 'user', user: name })),
  ],
})

/** What the emulator leaves out of an envelope, and the mention that Slack tells besides the message. */
const asSlackWrites = (slack: SlackStore, { event, ...envelope }: Envelope): Envelope[] => {
  const channel = slack.channels.findOneBy('channel_id', event.channel)
  const channel_type = channel?.is_im ? 'im' : channel?.is_private ? 'group' : 'channel'
  const at = { event_ts: event.event_ts ?? (event.subtype ? stamp() : (event.ts ?? stamp())) }
  const authorizations = [{ team_id: team, user_id: botUser, is_bot: true, is_enterprise_install: false }]
  const wrap = (told: Envelope['event']): Envelope => ({ ...envelope, api_app_id: appId, authorizations, event: told })
  const told = event.type === 'message' ? { ...event, ...at, channel_type } : { ...event, ...at }
  const mentions = event.type === 'message' && event.subtype !== 'message_changed' && String(event.text ?? '').includes(`<@${botUser}>`)
  return [wrap(told), ...(mentions && channel_type !== 'im' ? [wrap({ ...event, ...at, type: 'app_mention' })] : [])]
}

// Far from where the emulator counts.
let stamped = 500_000
/** Seconds and a counter, never the same twice. */
export const stamp = (): string => {
  stamped += 1
  return `${Math.floor(Date.now() / 1000)}.${String(stamped).padStart(6, '0')}`
}

const loadPlugin = async (): Promise<{ slackPlugin: Plugin; getSlackStore: (store: unknown) => SlackStore }> => {
  const folder = dirname(fileURLToPath(import.meta.resolve('emulate')))
  const file = readdirSync(folder).find(
    (name) => name.endsWith('.js') && /export \{[^}]*\bslackPlugin\b[^}]*\}/.test(readFileSync(join(folder, name), 'utf8')),
  )
  if (!file) throw new Error('the emulator no longer has its plugin for Slack in a file of its own')
  return import(pathToFileURL(join(folder, file)).href)
}

const freePort = async (): Promise<number> => {
  const { createServer } = await import('node:net')
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

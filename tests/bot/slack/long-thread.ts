// Slack's side of one long thread: pages, told to wait now and then, bytes of files, people who go on writing, and what the bot shows there.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { botUser, team } from './emulator.ts'

export const root = '1700000000.000000'
export const channel = 'C0LONG'

export type Reply = { ts: string; text: string; user: string; files?: object[]; edited?: object; subtype?: string }
/** What the bot wrote into the thread, with every state that it was given. */
export type Shown = { ts: string; states: string[] }

export type LongThread = {
  apiUrl: string
  thread: Reply[]
  /** Messages that the history does not show yet, by timestamp. */
  late: Set<string>
  shown: Shown[]
  /** What one person alone was shown. */
  ephemerals: string[]
  calls: { replies: number; limited: number; files: number; updates: number[] }
  /** Each so-many-th page is refused; zero: none. */
  limitEach: number
  /** Answers the request of a file; false: it has its four bytes. */
  onFile: (id: string, request: IncomingMessage, response: ServerResponse) => boolean
  /** What files.info says of a file, by its id. */
  fileInfo: Map<string, object>
  /** Called when a page is asked for, before it is answered. */
  onPage: (call: number) => void
  say(text: string, file?: string): string
  close(): Promise<unknown>
}

type Options = {
  /** Messages on a page, whatever is asked for. */
  page: number
  limitEach?: number
  /** How long to wait after a refusal. */
  waitSeconds?: number
  /** The error that the history answers with instead of any page. */
  error?: string
  rootIs?: Partial<Reply>
}

export const startLongThread = async ({ page, limitEach = 0, waitSeconds = 0, error, rootIs = {} }: Options): Promise<LongThread> => {
  const thread: Reply[] = []
  const late = new Set<string>()
  const shown: Shown[] = []
  const ephemerals: string[] = []
  const calls: LongThread['calls'] = { replies: 0, limited: 0, files: 0, updates: [] }
  let posted = 0
  const pageFrom = (cursor: number) => {
    const ready = thread.filter(({ ts }) => !late.has(ts))
    const messages = ready.slice(cursor, cursor + page).map((one) => ({ ...one, type: 'message', thread_ts: root }))
    const first = { type: 'message', user: 'U0LEE', text: 'The root.', ts: root, thread_ts: root, reply_count: ready.length, ...rootIs }
    const next = cursor + page < ready.length ? String(cursor + page) : ''
    return { ok: true, messages: [first, ...messages], response_metadata: { next_cursor: next } }
  }
  const post = (told: URLSearchParams) => {
    posted += 1
    const ts = `1800000000.${String(posted).padStart(6, '0')}`
    shown.push({ ts, states: [wordsOf(told)] })
    return { ok: true, ts }
  }
  const update = (told: URLSearchParams) => {
    calls.updates.push(Date.now())
    shown.find(({ ts }) => ts === told.get('ts'))?.states.push(wordsOf(told))
    return { ok: true, ts: told.get('ts') }
  }
  const answer = (method: string, told: URLSearchParams): object => {
    if (method === 'conversations.replies') return error === undefined ? pageFrom(Number(told.get('cursor') ?? 0)) : { ok: false, error }
    if (method === 'conversations.info') return { ok: true, channel: { id: channel, name: 'long', is_channel: true } }
    if (method === 'conversations.members') return { ok: true, members: ['U0ANA', 'U0LEE'], response_metadata: { next_cursor: '' } }
    if (method === 'users.info') return { ok: true, user: personOf(told.get('user')) }
    if (method === 'auth.test') return { ok: true, user_id: botUser, bot_id: 'B1', team_id: team }
    if (method === 'files.info') return slack.fileInfo.get(told.get('file') ?? '') ?? { ok: false, error: 'file_not_found' }
    if (method === 'chat.postMessage') return post(told)
    if (method === 'chat.update') return update(told)
    if (method === 'chat.postEphemeral') ephemerals.push(wordsOf(told))
    return { ok: true, ts: '1800000000.000100', message_ts: '1800000000.000100' }
  }
  const slack: LongThread = {
    ...{ thread, late, shown, ephemerals, calls, limitEach, apiUrl: '', onPage: () => undefined, onFile: () => false, fileInfo: new Map() },
    say(text, file) {
      const ts = `${1_700_000_000 + thread.length}.000100`
      const files = file ? { files: [{ id: file, name: `${file}.txt`, size: 4, url_private: `${base()}/files/${file}` }] } : {}
      thread.push({ ts, text, user: 'U0LEE', ...files })
      return ts
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
  const server: Server = createServer((request, response) => {
    const method = request.url?.split('/').at(-1) ?? ''
    if (request.url?.startsWith('/files/')) {
      calls.files += 1
      if (!slack.onFile(method, request, response)) response.end('text')
      return
    }
    if (method === 'conversations.replies') {
      calls.replies += 1
      slack.onPage(calls.replies)
      if (slack.limitEach > 0 && calls.replies % slack.limitEach === 0) {
        calls.limited += 1
        return response.writeHead(429, { 'retry-after': String(waitSeconds) }).end()
      }
    }
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer(method, new URLSearchParams(body)))),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  slack.apiUrl = `${base()}/api/`
  return slack
}

const personOf = (id: string | null) => {
  const [name, email] = id === 'U0ANA' ? ['Ana', 'ana'] : ['Lee', 'lee']
  return { id, team_id: team, real_name: name, profile: { email: `${email}@lindenmoor.example` } }
}

/** All that a message says: its text, and every text in its blocks. */
const wordsOf = (told: URLSearchParams): string =>
  [told.get('text'), ...[...(told.get('blocks') ?? '').matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, words]) => words)].join(' | ')

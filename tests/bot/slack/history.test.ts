// A long thread that is linked while people write in it, at the pace that Slack allows, with its files.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFolder, createHistoryReader } from '../../../src/bot/capture.ts'
import { botUser, team } from './emulator.ts'
import { openSlackWorld, type SlackWorld } from './slack-world.ts'

const replies = 1000
const withFiles = 50
const root = '1700000000.000000'
const channel = 'C0LONG'

type Reply = { ts: string; text: string; files?: object[] }

/** Slack's side of one long thread: a page of fifteen and then of more, told to wait now and then, bytes of files, and people who join in. */
const startThread = async () => {
  const thread: Reply[] = []
  const calls = { replies: 0, limited: 0, files: 0 }
  const shown: string[] = []
  const say = (text: string, file?: string) => {
    const ts = `${1_700_000_000 + thread.length}.000100`
    const files = file ? { files: [{ id: file, name: `${file}.txt`, size: 4, url_private: `${base()}/files/${file}` }] } : {}
    thread.push({ ts, text, ...files })
    return ts
  }
  const page = (cursor: number) => {
    const next = cursor + (cursor === 0 ? 15 : 100)
    const messages = thread.slice(cursor, next).map((one) => ({ ...one, type: 'message', user: 'U0LEE', thread_ts: root }))
    const first = { type: 'message', user: 'U0LEE', text: 'The root.', ts: root, thread_ts: root }
    return { ok: true, messages: [first, ...messages], response_metadata: { next_cursor: next < thread.length ? String(next) : '' } }
  }
  const answer = (method: string, told: URLSearchParams): object => {
    if (method === 'conversations.replies') return page(Number(told.get('cursor') ?? 0))
    if (method === 'conversations.info') return { ok: true, channel: { id: channel, name: 'long', is_channel: true } }
    if (method === 'conversations.members') return { ok: true, members: ['U0ANA', 'U0LEE'], response_metadata: { next_cursor: '' } }
    const user = told.get('user') === 'U0ANA' ? ['U0ANA', 'Ana', 'ana'] : ['U0LEE', 'Lee', 'lee']
    if (method === 'users.info') {
      return { ok: true, user: { id: user[0], team_id: team, real_name: user[1], profile: { email: `${user[2]}@lindenmoor.example` } } }
    }
    if (method === 'auth.test') return { ok: true, user_id: botUser, bot_id: 'B1', team_id: team }
    if (method === 'chat.postEphemeral') shown.push(told.get('text') ?? '')
    return { ok: true, ts: '1800000000.000100', message_ts: '1800000000.000100' }
  }
  const server: Server = createServer((request, response) => {
    const method = request.url?.split('/').at(-1) ?? ''
    if (request.url?.startsWith('/files/')) {
      calls.files += 1
      return response.end('text')
    }
    if (method === 'conversations.replies') {
      calls.replies += 1
      if (calls.replies % 4 === 0) {
        calls.limited += 1
        return response.writeHead(429, { 'retry-after': '0' }).end()
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
  return { thread, calls, shown, say, apiUrl: `${base()}/api/`, close: () => new Promise((resolve) => server.close(resolve)) }
}

describe('a thread of 1,000 replies with 50 files', () => {
  let world: SlackWorld
  let slack: Awaited<ReturnType<typeof startThread>>
  let contract: string

  beforeAll(async () => {
    slack = await startThread()
    for (let index = 0; index < replies; index += 1)
      slack.say(`reply ${index}`, index % (replies / withFiles) === 0 ? `F${index}` : undefined)
    world = await openSlackWorld({ slack: { apiUrl: slack.apiUrl } })
    contract = await world.contract('Long MSA', 'ana')
  })
  afterAll(async () => {
    await world.close()
    await slack.close()
  })

  it('is complete, in order and without a duplicate, though it is written to meanwhile', async () => {
    const mention = {
      type: 'app_mention',
      channel,
      user: 'U0ANA',
      text: `<@${botUser}> link ${contract}`,
      ts: '1700009000.000100',
      thread_ts: root,
    }
    expect((await world.event(mention)).status).toBe(200)
    const meanwhile: Promise<unknown>[] = []
    for (let index = 0; index < 20; index += 1) {
      const ts = slack.say(`said meanwhile ${index}`)
      meanwhile.push(
        world.event({ type: 'message', channel, user: 'U0LEE', text: `said meanwhile ${index}`, ts, thread_ts: root, event_ts: ts }),
      )
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await Promise.all(meanwhile)
    await world.settle()
    world.ahead.ms = 120_000
    await world.settle()
    const ana = await world.person('ana')
    const state = await world.store.contracts.get(ana, contract)
    const texts: string[] = []
    for (let after: string | undefined, more = true; more; ) {
      const page = await world.store.talk.list(ana, state, { words: [], limit: 200, ...(after !== undefined && { after }) })
      texts.push(...page.items.map((message) => message.texts.at(-1)?.text ?? ''))
      after = page.next
      more = after !== undefined
    }
    const wanted = ['The root.', ...slack.thread.map(({ text }) => text)]
    expect(texts).toEqual(wanted)
    const kept = (await world.store.record.entries(contract))
      .filter(({ kind }) => kind === 'message')
      .map(({ payload }) => JSON.parse(payload ?? '{}'))
    const files = kept.flatMap((message) => message.files as { sha256?: string }[])
    expect(files).toHaveLength(withFiles)
    expect(files.every(({ sha256 }) => sha256 !== undefined)).toBe(true)
    expect(slack.calls.limited).toBeGreaterThan(0)
    expect(world.logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('is linked once, and has its authors by name', async () => {
    const answers = world.invocations.filter(({ text }) => text.startsWith('link'))
    expect(answers).toHaveLength(1)
    const [entry] = (await world.store.record.entries(contract)).filter(({ kind }) => kind === 'message')
    expect(JSON.parse(entry?.payload ?? '{}')).toMatchObject({ author: { name: 'Lee', account: `slack:${team}:U0LEE` }, backfilled: true })
  })

  it('is read on by another where one stopped, and whoever linked it is told at the end', async () => {
    const other = await world.contract('Other MSA', 'ana')
    const ana = await world.person('ana')
    const thread = `slack:${team}:${channel}|${root}`
    await world.store.record.append(other, () => [
      { kind: 'linked', key: 'l', actor: ana.id, source: 'test', payload: { thread, conversationName: '#long', visibility: 'contract' } },
    ])
    await world.store.threads.scheduleHistory({ thread, contract: other, due: new Date().toISOString(), pass: 1, by: '1' })
    const report = () => {}
    const platforms = { find: () => world.app.platform }
    const reader = (clock: () => Date) => createHistoryReader({ store: world.store, platforms, worker: 'w', clock, report })
    const before = slack.calls.replies
    await reader(() => new Date()).readOnce()
    await reader(() => new Date()).readOnce()
    const read = slack.calls.replies - before
    while ((await reader(() => new Date(Date.now() + 60_000)).readOnce()) > 0);
    const messages = (await world.store.record.entries(other)).filter(({ kind }) => kind === 'message')
    expect(messages).toHaveLength(slack.thread.length + 1)
    expect(read).toBeLessThanOrEqual(4)
    slack.shown.length = 0
    await world.settle()
    expect(slack.shown).toEqual([
      expect.stringContaining(`All older replies are saved with ${other} Other MSA: ${messages.length.toLocaleString('en')} messages.`),
    ])
    expect(await createFolder({ store: world.store, platforms, worker: 'w', clock: () => new Date(), report }).foldOnce()).toBe(0)
  })
})

// Exact lookup: a line typed in Teams to the final message at its connector, at 10,000 contracts and 200,000 captured messages, against a
// bare bot that reads by key as often and answers one line. Bot, peer and client are processes of their own, and share two cores.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { openStore } from '../src/store/open-store.ts'
import type { Store } from '../src/store/store.ts'
import { benchServer } from './server.ts'
import { round, row, timed } from './statistics.ts'

const contracts = Number(process.env.BENCH_CONTRACTS ?? 10_000)
const messagesEach = 20
const samples = 300
const tenant = '00000000-0000-4000-8000-00000000000a'
/** The bot paces what it says: seven a second to one person and 25 to all, as Teams bids; so many people ask, and slower than that. */
const people = 60
const betweenMs = 45
const accountOf = (index: number) => `00000000-0000-4000-8000-${String(index % people).padStart(12, '0')}`
const databaseName = 'bench_lookup'

export async function bench(): Promise<void> {
  const { uri, dataDirectory } = await benchServer()
  await fill(uri, dataDirectory)
  const connector = await startConnector()
  const bot = await start('lookup-bot.ts', uri, databaseName, dataDirectory, tenant)
  const peer = await start('lookup-peer.ts', uri, databaseName, '1')
  const rows = []
  for (const [race, line] of [
    ['show by number', (index: number) => `show C-${1 + ((index * 37) % contracts)}`],
    ['find by name', (index: number) => `find ${nameOf((index * 41) % contracts)}`],
  ] as const) {
    for (let index = 0; index < people; index += 1) await connector.ask(bot.port, 'whoami')
    await countsOf(bot.process)
    const ours = await timed(samples, (index) => connector.ask(bot.port, line(index)), betweenMs)
    const { counts, rss } = await countsOf(bot.process)
    const reads = Object.entries(counts).reduce(
      (sum, [name, count]) => sum + (['find', 'aggregate', 'count'].includes(name) ? count : 0),
      0,
    )
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
    const asked = samples + Math.ceil(samples / 10)
    const each = Math.max(1, Math.round(reads / asked))
    peer.process.send(each)
    const theirs = await timed(samples, (index) => connector.ask(peer.port, line(index)), betweenMs)
    rows.push({
      ...row(race, ours, theirs, 'p95 <= 2'),
      'reads each': each,
      'commands each': round(all / asked),
      'bot MB': Math.round(rss / 1e6),
    })
  }
  console.table(rows)
  for (const { process: child } of [bot, peer]) child.disconnect()
  connector.close()
}

const syllables = ['ba', 'do', 'fe', 'gu', 'ki', 'lo', 'mi', 'na', 'po', 'ru', 'sa', 'te', 'vo', 'wi', 'za', 'hu']
/** A name that no other contract has. */
const nameOf = (index: number): string =>
  [index % 16, (index >> 4) % 16, (index >> 8) % 16, (index >> 12) % 16].map((part) => syllables[part]).join('')

const fill = async (uri: string, dataDirectory: string): Promise<void> => {
  const store = await openStore({ uri, databaseName, dataDirectory, clock: () => new Date(), zone: 'UTC' })
  const meet = (index: number) =>
    store.people.meet(
      { platform: 'playground', home: tenant, id: accountOf(index) },
      { name: `Ana ${index}`, email: `ana${index}@bench.example`, standing: 'member' },
    )
  const [ana] = await Promise.all(Array.from({ length: people }, (_, index) => meet(index)))
  if (!ana) throw new Error('nobody asks')
  const begun = Date.now()
  for (let from = 0; from < contracts; from += 100) {
    await Promise.all(Array.from({ length: Math.min(100, contracts - from) }, (_, offset) => fillContract(store, from + offset, ana.id)))
  }
  await store.close()
  const messages = contracts * messagesEach
  console.log(
    `Filled with ${contracts.toLocaleString('en')} contracts and ${messages.toLocaleString('en')} messages in ${Math.round((Date.now() - begun) / 1000)} s`,
  )
}

const fillContract = async (store: Store, index: number, owner: string): Promise<void> => {
  const name = nameOf(index)
  const { id } = await store.contracts.create({
    fields: {
      title: `${name} MSA ${index}`,
      counterparty: `${name} Ltd`,
      owner,
      status: 'executed',
      expirationDate: '2027-12-31',
      team: 'cs',
    },
    by: owner,
    source: 'bench',
    key: `bench:${index}`,
  })
  await store.record.append(id, () =>
    Array.from({ length: messagesEach }, (_, number) => ({
      kind: 'message' as const,
      key: `m:bench:${index}:${number}`,
      actor: owner,
      source: 'bench',
      payload: {
        ...{
          message: `teams:bench:chat|m|${index}-${number}`,
          thread: `teams:bench:chat|${index}`,
          author: { name: 'Ana', person: owner },
        },
        ...{
          postedAt: '2026-11-01T10:00:00.000Z',
          audience: 'internal' as const,
          visibility: 'contract' as const,
          kind: 'message' as const,
        },
        ...{ text: `Message ${number}: they asked for ${number + 6} months of notice and a lower cap`, files: [], backfilled: false },
      },
    })),
  )
}

const start = async (file: string, ...words: string[]): Promise<{ process: ChildProcess; port: number }> => {
  const child = fork(join(import.meta.dirname, file), words, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return { process: child, port }
}

const countsOf = async (child: ChildProcess): Promise<{ counts: Record<string, number>; rss: number }> => {
  const answer = once(child, 'message')
  child.send('counts')
  return (await answer)[0] as { counts: Record<string, number>; rss: number }
}

/** Microsoft's side: takes what a bot says, and tells when the answer to a line has come. */
const startConnector = async () => {
  let told: () => void = () => undefined
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"1"}')
      if (request.method === 'POST' && request.url?.includes('/activities')) told()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const serviceUrl = `http://127.0.0.1:${(server.address() as { port: number }).port}/`
  let asked = 0
  const ask = async (port: number, text: string): Promise<void> => {
    asked += 1
    const account = accountOf(asked)
    const answered = new Promise<void>((resolve) => {
      told = resolve
    })
    const activity = {
      ...{
        type: 'message',
        id: `bench-${Date.now()}-${asked}`,
        timestamp: new Date().toISOString(),
        channelId: 'msteams',
        serviceUrl,
        text,
        textFormat: 'plain',
      },
      ...{ from: { id: '29:ana', name: 'Ana', aadObjectId: account }, recipient: { id: '28:bot', name: 'Throughline' } },
      ...{ conversation: { id: `a:${account}`, conversationType: 'personal', tenantId: tenant }, channelData: { tenant: { id: tenant } } },
    }
    const posted = fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    })
    const late = new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error(`no answer to "${text}" within 20 s`)), 20_000).unref(),
    )
    await Promise.race([Promise.all([posted, answered]), late])
  }
  return { ask, close: () => server.close() }
}

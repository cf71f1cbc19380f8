// The acknowledgement of a command, a click and an event of a linked thread, by HTTP and by a socket, against a bare Bolt with one bare insert,
// in turn, so that whatever else the machine does falls on both; idle, and with heavy work beside it. All are processes of their own.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { benchServer } from './server.ts'
import { type Kind, kinds, nextOf, post, signingSecret, startSlack, team } from './slack-acknowledge-client.ts'
import type { Done } from './slack-acknowledge-work.ts'
import { percentile, round } from './statistics.ts'

const samples = Number(process.env.BENCH_SAMPLES ?? 600)
const loadedSamples = Number(process.env.BENCH_LOADED ?? 10_000)
/** Milliseconds between two of an idle race: what follows an acknowledgement is done by then. */
const betweenMs = 25
/** Under load they come as in the busiest minute of a company of ten thousand: about sixty a second. */
const loadedPauseMs = 10
const rounds = 5
const worstAllowed = 3_000
/** Under load the peer, which shares the machine and the database with it, is asked once in so many times: it shows what these give. */
const peerEach = 5

type Side = { process: ChildProcess; send(kind: Kind): Promise<unknown> }
type Way = 'HTTP' | 'socket'
type Pair = { way: Way; ours: Side; peer: Side; database: [string, string]; close(): Promise<void> }
type Row = Record<string, string | number>

export async function bench(): Promise<void> {
  const pairs = [await openPair('HTTP'), await openPair('socket')]
  const rows: Row[] = []
  const all: number[] = []
  for (const pair of pairs) for (const kind of kinds) rows.push(await idleRace(pair, kind, all))
  for (const pair of pairs) rows.push(...(await loadedRaces(pair, all)))
  console.table(rows)
  const slowest = Math.max(...all)
  console.log(`Slowest of ${all.length}: ${round(slowest)} ms (none over ${worstAllowed} ms: ${slowest <= worstAllowed})`)
  for (const pair of pairs) await pair.close()
}

const openPair = async (way: Way): Promise<Pair> => {
  const { uri, dataDirectory } = await benchServer()
  const [ours, peer] = [await startSlack(), await startSlack()]
  const appToken = way === 'socket' ? ['xapp-bench'] : []
  const name = `bench_slack_${way.toLowerCase()}`
  const bot = await start('slack-acknowledge-bot.ts', uri, name, dataDirectory, ours.apiUrl, signingSecret, team, ...appToken)
  const bare = await start('slack-acknowledge-peer.ts', uri, `${name}_peer`, peer.apiUrl, signingSecret, ...appToken)
  if (way === 'socket') await Promise.all([ours.connected(2), peer.connected(1)])
  const sideOf = (slack: typeof ours, { process, port }: Started): Side => ({
    process,
    send(kind) {
      const next = nextOf(kind, slack.apiUrl)
      return way === 'HTTP' ? post(port, next) : slack.deliver(next.payload, next.type)
    },
  })
  return {
    way,
    database: [uri, name],
    ours: sideOf(ours, bot),
    peer: sideOf(peer, bare),
    async close() {
      for (const one of [bot, bare]) one.process.disconnect()
      await Promise.all([ours.close(), peer.close()])
    },
  }
}

export type Started = { process: ChildProcess; port: number }

export const start = async (file: string, ...given: string[]): Promise<Started> => {
  const child = fork(join(import.meta.dirname, file), given, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [message] = (await once(child, 'message')) as [{ port: number }]
  return { process: child, port: message.port }
}

const took = async (act: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await act()
  return performance.now() - begun
}

const idleRace = async ({ way, ours, peer }: Pair, kind: Kind, all: number[]): Promise<Row> => {
  const times = { ours: [] as number[], peer: [] as number[] }
  for (let index = -Math.ceil(samples / 10); index < samples; index += 1) {
    const [mine, theirs] = [await took(() => ours.send(kind)), await afterAPause(() => took(() => peer.send(kind)))]
    await sleep(betweenMs)
    if (index < 0) continue
    times.ours.push(mine)
    times.peer.push(theirs)
  }
  all.push(...times.ours)
  const each = Math.ceil(samples / rounds)
  const ratios = Array.from({ length: rounds }, (_, index) => {
    const part = (list: readonly number[]) => percentile(list.slice(index * each, (index + 1) * each), 0.99)
    return round(part(times.ours) / part(times.peer))
  })
  return {
    race: `${kind} by ${way}, idle`,
    ...{ 'ours p50': round(percentile(times.ours, 0.5)), 'ours p99': round(percentile(times.ours, 0.99)) },
    ...{ 'peer p50': round(percentile(times.peer, 0.5)), 'peer p99': round(percentile(times.peer, 0.99)) },
    ...{
      'ratio p99': round(percentile(times.ours, 0.99) / percentile(times.peer, 0.99)),
      'by part': ratios.join(' '),
      goal: 'p99 <= 1.5 x',
    },
  }
}

const afterAPause = async <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
  await sleep(betweenMs)
  return act()
}

/** Tells a process something, and waits for its answer. */
const told = async <Answer>(child: ChildProcess, word: string): Promise<Answer> => {
  child.send(word)
  const [answer] = (await once(child, 'message')) as [Answer]
  return answer
}

const loadedRaces = async ({ way, ours, peer, database }: Pair, all: number[]): Promise<Row[]> => {
  const importing = await start('slack-acknowledge-import-work.ts', ...database)
  ours.process.send('work')
  await sleep(2_000)
  const rows: Row[] = []
  for (const kind of kinds) {
    const times: number[] = []
    const theirs: number[] = []
    for (let index = 0; index < loadedSamples / (kinds.length * 2); index += 1) {
      times.push(await took(() => ours.send(kind)))
      if (index % peerEach === 0) theirs.push(await took(() => peer.send(kind)))
      await sleep(loadedPauseMs)
    }
    all.push(...times)
    rows.push({
      race: `${kind} by ${way}, loaded`,
      ...{ 'ours p50': round(percentile(times, 0.5)), 'ours p99': round(percentile(times, 0.99)) },
      ...{ 'peer p50': round(percentile(theirs, 0.5)), 'peer p99': round(percentile(theirs, 0.99)), goal: 'p99 <= 100 ms' },
    })
  }
  const done = await told<{ done: Done }>(ours.process, 'rest')
  const { imported } = await told<{ imported: number }>(importing.process, 'rest')
  importing.process.disconnect()
  const { documents, read, heldUpP99, heldUpMax } = done.done
  const work = `${documents} long PDFs came in, ${read} were read, ${imported} files were imported by another process`
  console.log(`Beside it, by ${way}: ${work}; the bot was held up ${round(heldUpP99)} ms at p99, ${round(heldUpMax)} ms at most`)
  return rows
}

// A slash command to its final answer at Slack's own way back, against a bare Bolt that reads by key as often and answers one line.
import { once } from 'node:events'
import { openStore } from '../src/store/open-store.ts'
import { benchServer } from './server.ts'
import { start } from './slack-acknowledge.ts'
import { nextOf, post, signingSecret, startSlack, team } from './slack-acknowledge-client.ts'
import { row } from './statistics.ts'

const contracts = 1_000
const samples = Number(process.env.BENCH_SAMPLES ?? 300)
/** Milliseconds between two: nothing of the one before is going on any more. */
const betweenMs = 25
const warmUp = Math.ceil(samples / 10)
const databaseName = 'bench_slack_lookup'

export async function bench(): Promise<void> {
  const { uri, dataDirectory } = await benchServer()
  await fill(uri, dataDirectory)
  const [ours, theirs] = [await startSlack(), await startSlack()]
  const bot = await start('slack-acknowledge-bot.ts', uri, databaseName, dataDirectory, ours.apiUrl, signingSecret, team)
  const peer = await start('slack-acknowledge-peer.ts', uri, databaseName, theirs.apiUrl, signingSecret)
  const ask = async (slack: typeof ours, port: number, line: string): Promise<number> => {
    const begun = performance.now()
    const answer = slack.nextAnswer()
    await Promise.all([post(port, nextOf('command', slack.apiUrl, line)), answer])
    return performance.now() - begun
  }
  const readsOf = async () => {
    bot.process.send('counts')
    const [{ counts }] = (await once(bot.process, 'message')) as [{ counts: Record<string, number> }]
    return ['find', 'aggregate', 'count'].reduce((sum, name) => sum + (counts[name] ?? 0), 0)
  }
  const rows = []
  for (const [race, lineOf] of [
    ['show by number', (index: number) => `show C-${1 + ((index * 37) % contracts)}`],
    ['find by name', (index: number) => `find ${nameOf((index * 41) % contracts)}`],
  ] as const) {
    for (let index = 0; index < warmUp; index += 1) await ask(ours, bot.port, lineOf(index))
    await readsOf()
    for (let index = 0; index < warmUp; index += 1) await ask(ours, bot.port, lineOf(index))
    const reads = Math.max(1, Math.round((await readsOf()) / warmUp))
    peer.process.send(reads)
    const times = { ours: [] as number[], peer: [] as number[] }
    for (let index = -warmUp; index < samples; index += 1) {
      const mine = await ask(ours, bot.port, lineOf(index + warmUp))
      await pause()
      const other = await ask(theirs, peer.port, lineOf(index + warmUp))
      await pause()
      if (index < 0) continue
      times.ours.push(mine)
      times.peer.push(other)
    }
    rows.push({ ...row(`${race}, in Slack`, times.ours, times.peer, 'p95 <= 2 x'), 'reads each': reads })
  }
  console.table(rows)
  for (const one of [bot, peer]) one.process.disconnect()
  await Promise.all([ours.close(), theirs.close()])
}

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, betweenMs))

/** A word that no other contract has. */
const nameOf = (index: number): string => `onlyhere${index.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')}`

const fill = async (uri: string, dataDirectory: string): Promise<void> => {
  const store = await openStore({ uri, databaseName, dataDirectory, clock: () => new Date(), zone: 'UTC' })
  const { id: owner } = await store.people.ensure({ email: 'ana@bench.example', name: 'Ana', standing: 'member' })
  for (let from = 0; from < contracts; from += 100) {
    await Promise.all(
      Array.from({ length: 100 }, (_, offset) => {
        const fields = { title: `${nameOf(from + offset)} MSA`, counterparty: 'Acme Ltd', owner, expirationDate: '2027-12-31' }
        return store.contracts.create({ fields, by: owner, source: 'bench', key: `bench:${from + offset}` })
      }),
    )
  }
  await store.close()
}

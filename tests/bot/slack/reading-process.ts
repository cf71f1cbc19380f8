// A process that does nothing but read the histories of Slack that are due, as long as it lives.
import { createHistoryReader } from '../../../src/bot/capture.ts'
import { createSlack } from '../../../src/bot/slack/slack.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { botToken, team } from './emulator.ts'

export type ReadingTask = { uri: string; databaseName: string; dataDirectory: string; apiUrl: string; aheadMs: number }

const read = async ({ apiUrl, aheadMs, ...place }: ReadingTask): Promise<void> => {
  const clock = () => new Date(Date.now() + aheadMs)
  const store = await openStore({ ...place, clock, zone: 'UTC' })
  const quiet = () => undefined
  const slack = createSlack({
    ...{ store, clock, teams: [team], apiUrl, commands: [], publicUrl: 'https://contracts.example', zone: 'UTC' },
    dispatch: () => Promise.reject(new Error('nobody asks anything here')),
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    credentials: { botToken, signingSecret: 'unused' },
  })
  const platforms = { find: () => slack.platform }
  const reader = createHistoryReader({ store, platforms, worker: `reading-${process.pid}`, clock, report: (line) => console.error(line) })
  await reader.run(new AbortController().signal)
}

if (process.argv[2] !== undefined) await read(JSON.parse(process.argv[2]))

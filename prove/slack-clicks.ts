// A thousand clicks in Slack, each delivered four times under two ids: one change of the record and one visible answer each.
import { MongoClient } from 'mongodb'
import PQueue from 'p-queue'
import { benchServer } from '../bench/server.ts'
import { stamp, team } from '../tests/bot/slack/emulator.ts'
import { openSlackWorld } from '../tests/bot/slack/slack-world.ts'

const clicks = Number(process.env.CLICKS ?? 1_000)
const contracts = 20
const atOnce = 16

export async function prove(): Promise<void> {
  const { uri, engine } = await benchServer()
  const name = `slack_clicks_${Date.now()}`
  const drop = async () => {
    const client = await MongoClient.connect(uri)
    await client.db(name).dropDatabase()
    await client.close()
  }
  const world = await openSlackWorld({ database: { uri, name, drop } })
  try {
    const ids = await Promise.all(Array.from({ length: contracts }, (_, index) => world.contract(`Contract ${index}`, 'ana')))
    const channel = world.slack.id('acme-renewal')
    const queue = new PQueue({ concurrency: atOnce })
    const deliveries = Array.from({ length: clicks }, (_, index) => {
      const card = stamp()
      const value = `decide ${ids[index % contracts]} "decided ${index}" cites:0`
      return ['1700000000.1', '1700000000.1', '1700000030.2', '1700000030.2'].map(
        (action_ts) => () =>
          world.interact({
            type: 'block_actions',
            user: { id: world.slack.id('ana'), team_id: team },
            channel: { id: channel },
            container: { type: 'message', message_ts: card, channel_id: channel, is_ephemeral: true },
            actions: [{ type: 'button', action_id: 'command:0', block_id: 'b', value, action_ts }],
            trigger_id: `${card}-${action_ts}`,
          }),
      )
    })
    const answered = await queue.addAll(deliveries.flat())
    await world.app.settled()
    const entries = (await Promise.all(ids.map((id) => world.store.record.entries(id)))).flat()
    const decisions = entries.filter(({ kind }) => kind === 'decision').length
    const answers = (await world.store.outbox.counts()).waiting
    console.log(`on ${engine}`)
    console.table([{ clicks, deliveries: answered.length, decisions, answers }])
    if (decisions !== clicks) throw new Error(`${clicks} clicks made ${decisions} decisions.`)
    if (answers !== clicks) throw new Error(`${clicks} clicks have ${answers} answers.`)
  } finally {
    await world.close()
  }
}

// The main job over sockets, in a private channel: two people who belong there, a guest who does, and a colleague who does not.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { botToken, botUser, stamp, team } from './emulator.ts'
import { openSlackWorld, type SlackWorld } from './slack-world.ts'
import { type SocketServer, startSocketServer, until } from './socket-server.ts'

let world: SlackWorld
let server: SocketServer
let contract: string
let channel: string
let root: string

beforeAll(async () => {
  server = await startSocketServer()
  world = await openSlackWorld({
    people: ['ana', 'lee', 'robin', 'kim'],
    channels: [
      { name: 'acme-secret', is_private: true, members: ['ana', 'lee', 'robin'] },
      { name: 'general', members: ['ana', 'lee', 'robin', 'kim'] },
    ],
    socketServer: server,
    slack: { credentials: { botToken, appToken: 'xapp-test-token' }, sockets: { staggerMs: 50 } },
  })
  world.slack.change('robin', { is_restricted: true })
  world.app.start()
  await until('two sockets', () => server.live() === 2)
  channel = world.slack.id('acme-secret')
  contract = await world.contract('Acme MSA', 'ana')
  root = await world.say('lee', channel, 'Acme asks for a liability cap of 12 months.')
  await world.say('ana', channel, 'Finance is fine with 12 months.', root)
})
afterAll(async () => {
  await world.close()
  await server.close()
})

const mention = async (name: string, line: string) => {
  const before = world.slack.ephemerals().length
  await world.say(name, channel, `<@${botUser}> ${line}`, root)
  await world.settle()
  return JSON.stringify(world.slack.ephemerals().slice(before))
}
const slash = async (name: string, text: string, at = world.slack.id('general')) => {
  world.responses.length = 0
  const told = { command: '/contract', text, user_id: world.slack.id(name), team_id: team, channel_id: at, trigger_id: `t-${stamp()}` }
  expect(await server.deliver({ ...told, response_url: world.responseUrl }, 'slash_commands')).toEqual({})
  await world.settle()
  return JSON.stringify(world.responses)
}
const press = async (name: string, value: string, action_ts = stamp()) => {
  const around = { user: { id: world.slack.id(name), team_id: team }, team: { id: team }, channel: { id: channel } }
  const container = { type: 'message', message_ts: '1700000000.000500', channel_id: channel, thread_ts: root }
  const actions = [{ type: 'button', action_id: 'command:0', block_id: 'b', value, action_ts }]
  await server.deliver({ type: 'block_actions', ...around, container, actions, response_url: world.responseUrl }, 'interactive')
  await world.settle()
}

it('links by a mention: the asker is told that it stays among them, and that a guest reads along; the thread gets one note', async () => {
  const answer = await mention('ana', `link ${contract}`)
  for (const words of [
    'Linked 3 messages, 0 files',
    'Only people of this conversation may read it',
    'Robin from outside the company can read along',
  ])
    expect(answer).toContain(words)
  const notes = world.slack.messages(channel).filter((message) => message.user === botUser)
  expect(notes).toHaveLength(1)
  expect(JSON.stringify(notes[0])).toContain('Older replies are saved: 3 messages')
})

it('keeps what is said, edited, deleted and reacted with', async () => {
  const edited = await world.say('lee', channel, 'They also want net 60.', root)
  const deleted = await world.say('ana', channel, 'Between us: we would take net 75.', root)
  await world.settle()
  await world.slack.as('lee', 'chat.update', { channel, ts: edited, text: 'They also want net 45.' })
  await world.slack.as('ana', 'chat.delete', { channel, ts: deleted })
  await world.slack.as('ana', 'reactions.add', { channel, timestamp: edited, name: 'eyes' })
  await world.settle()
  const now = await mention('lee', `talk ${contract}`)
  for (const said of ['liability cap of 12 months', 'net 45', 'Lee', 'Ana', 'edited', 'deleted']) expect(now).toContain(said)
  const history = await mention('ana', `talk ${contract} --history`)
  for (const said of ['net 60', 'net 45', 'net 75']) expect(history).toContain(said)
})

it('records a decision with what it follows from, and says why', async () => {
  expect(await mention('ana', 'decide "12 months liability cap, agreed by finance" clause:liability')).toContain('cites')
  const why = await slash('lee', `why ${contract} liability`)
  expect(why).toContain('12 months liability cap, agreed by finance')
  expect(why).toContain('Acme asks for a liability cap of 12 months.')
})

it('tells the guest no more than what is shared, and the colleague who is not there only how much there is', async () => {
  const toGuest = [await mention('robin', 'show'), await mention('robin', 'talk'), await mention('robin', 'why liability')]
  expect(toGuest[0]).toContain('Acme MSA')
  expect(toGuest[2]).toContain('This is not available to you.')
  expect(toGuest.join()).not.toMatch(/net 45|net 60|net 75|liability cap|agreed by finance/)
  const toKim = await slash('kim', `talk ${contract}`)
  expect(toKim).toMatch(/\d+ messages? in a private conversation/)
  expect(toKim).not.toMatch(/net 45|acme-secret|liability cap of/)
})

it('does what a button says once, however often and over whichever socket it comes; a guest’s press does nothing', async () => {
  await press('robin', `unlink ${contract}`)
  expect((await world.store.threads.linked(`slack:${team}:${channel}|${root}`))?.contracts).toEqual([contract])
  const at = stamp()
  for (let delivery = 0; delivery < 4; delivery += 1) await press('ana', `unlink ${contract}`, at)
  expect((await world.store.record.entries(contract)).filter(({ kind }) => kind === 'unlinked')).toHaveLength(1)
  await world.say('lee', channel, 'This is said after the end.', root)
  await world.settle()
  const after = await mention('ana', `talk ${contract}`)
  expect(after).toContain('net 45')
  expect(after).not.toContain('after the end')
})

it('has a record that is whole, and logged no error', async () => {
  expect(await Array.fromAsync(world.store.record.verify(contract))).toEqual([expect.objectContaining({ contract, faults: [] })])
  expect(world.logged.filter(({ level }) => level === 'error')).toEqual([])
})

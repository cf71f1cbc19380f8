// What becomes of conversations and of us: renamed, archived, moved, left; held back, cut off, not running. Nothing of it passes unseen.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { silenceMs } from '../../../src/bot/slack/heartbeat.ts'
import { createSlack } from '../../../src/bot/slack/slack.ts'
import { commands } from '../../../src/commands/index.ts'
import { botToken, botUser, stamp, team } from './emulator.ts'
import { openSlackWorld, type SlackWorld, signingSecret } from './slack-world.ts'

let world: SlackWorld
let contract: string
let channel: string
let root: string

const conversation = () => `slack:${team}:${channel}`
const thread = () => `${conversation()}|${root}`
const ofKind = async (kind: string) =>
  (await world.store.record.entries(contract)).filter((entry) => entry.kind === kind).map(({ payload }) => JSON.parse(payload ?? '{}'))
const event = async (told: Record<string, unknown>) => {
  const reply = await world.event({ event_ts: stamp(), ...told })
  await world.settle()
  return reply.status
}
const directTo = (name: string) => {
  const opened = world.slack.as('bot', 'conversations.open', { users: world.slack.id(name) })
  return opened.then((reply) => JSON.stringify(world.slack.messages(String((reply.channel as { id: string }).id))))
}
const talk = async () => {
  world.responses.length = 0
  await world.slash('ana', channel, `talk ${contract} --history`)
  await world.settle()
  return JSON.stringify(world.responses)
}

beforeAll(async () => {
  world = await openSlackWorld()
  channel = world.slack.id('acme-renewal')
  contract = await world.contract('Acme MSA', 'ana')
  root = await world.say('lee', channel, 'The root.')
  await world.say('ana', channel, `<@${botUser}> link ${contract}`, root)
  await world.settle()
})
afterAll(() => world.close())

describe('a linked conversation', () => {
  it('is known by its new name', async () => {
    world.slack.changeChannel(channel, { name: 'acme-2027' })
    expect(await event({ type: 'channel_rename', channel: { id: channel, name: 'acme-2027' } })).toBe(200)
    expect((await world.store.conversations.get(conversation()))?.name).toBe('#acme-2027')
    expect(await ofKind('conversation')).toEqual([
      { conversation: conversation(), change: 'renamed', name: '#acme-2027', was: '#acme-renewal' },
    ])
    expect((await world.store.contracts.state(contract))?.threads).toMatchObject([{ conversationName: '#acme-2027' }])
  })

  it('has in its record each time that it is shared and no longer shared, however often Slack tells it', async () => {
    const [shared, unshared] = [stamp(), stamp()]
    for (const _again of [1, 2]) {
      await event({ type: 'channel_shared', channel, event_ts: shared })
      await event({ type: 'channel_unshared', channel, event_ts: unshared })
    }
    const changes = (await ofKind('conversation')).map(({ change }: { change: string }) => change)
    expect(changes).toEqual(['renamed', 'shared', 'unshared'])
    world.responses.length = 0
    await world.slash('ana', channel, `audit ${contract}`)
    await world.settle()
    expect(JSON.stringify(world.responses)).toContain('noted that #acme-2027 is no longer shared with another organization')
  })

  it('has another list of members when somebody comes, and the talk after it says who was there', async () => {
    const before = await ofKind('membership')
    await world.slack.as('kim', 'conversations.join', { channel })
    await event({ type: 'member_joined_channel', channel, user: world.slack.id('kim') })
    await world.say('lee', channel, 'Kim hears this.', root)
    await world.settle()
    const after = await ofKind('membership')
    expect(after.length).toBe(before.length + 1)
    expect(after.at(-1).members).toContain(`slack:${team}:${world.slack.id('kim')}`)
  })

  it('keeps the name that people had, and has the new one for what they say later', async () => {
    await world.say('lee', channel, 'Said as Lee.', root)
    await world.settle()
    world.slack.change('lee', {
      real_name: 'Lee Park',
      profile: { real_name: 'Lee Park', display_name: 'lee', email: 'lee@lindenmoor.example' },
    })
    await world.slash('lee', channel, 'whoami')
    await world.settle()
    await event({ type: 'user_change', user: { id: world.slack.id('lee') } })
    await world.say('lee', channel, 'Said as Lee Park.', root)
    await world.settle()
    const authors = (await ofKind('message')).map(({ text, author }) => [text, author.name])
    expect(authors).toContainEqual(['Said as Lee.', 'Lee'])
    expect(authors).toContainEqual(['Said as Lee Park.', 'Lee Park'])
  })

  it('keeps reactions of replies, and the file of a reply', async () => {
    const reply = await world.say('nadia', channel, 'React to this.', root)
    await world.settle()
    await event({ type: 'reaction_added', user: world.slack.id('lee'), reaction: 'tada', item: { type: 'message', channel, ts: reply } })
    expect(await ofKind('reaction')).toEqual([
      expect.objectContaining({ emoji: 'tada', message: `${conversation()}|m|${reply}`, added: true }),
    ])
    const file = { id: 'F1', name: 'gone.docx', size: 3, url_private: new URL('/files-pri/F1/gone.docx', world.slack.apiUrl).href }
    const ts = stamp()
    await event({
      type: 'message',
      subtype: 'file_share',
      channel,
      user: world.slack.id('lee'),
      text: '',
      ts,
      thread_ts: root,
      files: [file],
    })
    expect(await ofKind('file_missing')).toEqual([
      expect.objectContaining({ name: 'gone.docx', reason: expect.stringContaining('no longer there') }),
    ])
  })

  it('recovers a text that only its edit or its deletion tells', async () => {
    const [lost, other] = [stamp(), stamp()]
    const message = { user: world.slack.id('lee'), ts: lost, thread_ts: root }
    const edited = { ...message, text: 'as it is now', edited: { ts: stamp() } }
    await event({
      type: 'message',
      subtype: 'message_changed',
      channel,
      message: edited,
      previous_message: { ...message, text: 'as it was' },
    })
    const previous_message = { ...message, ts: other, text: 'deleted unseen' }
    await event({ type: 'message', subtype: 'message_deleted', channel, deleted_ts: other, previous_message })
    const shown = await talk()
    for (const words of ['as it was', 'as it is now', 'deleted unseen']) expect(shown).toContain(words)
  })

  it('moves along when its channel gets another id', async () => {
    const moved = await world.slack.as('ana', 'conversations.create', { name: 'moved' })
    const to = (moved.channel as { id: string }).id
    await world.slack.as('ana', 'conversations.invite', { channel: to, users: botUser })
    await event({ type: 'channel_id_changed', old_channel_id: channel, new_channel_id: to })
    const ts = stamp()
    await event({ type: 'message', channel: to, user: world.slack.id('lee'), text: 'said after the move', ts, thread_ts: root })
    expect((await ofKind('message')).map(({ text }) => text)).toContain('said after the move')
    await event({ type: 'channel_id_changed', old_channel_id: to, new_channel_id: channel })
    expect(await world.store.threads.linked(thread())).toMatchObject({ contracts: [contract] })
  })

  it.each([
    ['archived', 'channel_archive', 'The channel was archived.'],
    ['deleted', 'channel_deleted', 'The channel was deleted.'],
    ['left by the bot', 'channel_left', 'The bot was removed from the channel.'],
  ])('that is %s has a gap from then on, and whoever linked it is told once', async (_case, type, words) => {
    const told = { type, channel, event_ts: stamp() }
    await event(told)
    await event(told)
    expect((await ofKind('gap')).filter(({ reason }) => reason.startsWith(words))).toHaveLength(1)
    const direct = await directTo('ana')
    expect(direct.split(words).length - 1).toBeGreaterThan(0)
    expect(direct).toContain('no longer saved')
  })

  it('that nobody linked leaves nothing', async () => {
    await event({ type: 'channel_archive', channel: 'C0NOBODY' })
    await event({ type: 'channel_rename', channel: { id: 'C0NOBODY', name: 'x' } })
    expect(await world.store.conversations.get(`slack:${team}:C0NOBODY`)).toBeUndefined()
  })
})

describe('events that Slack held back', () => {
  beforeAll(async () => {
    world.ahead.ms = 120_000
    await world.settle()
  })

  it.each([
    [
      'as an event',
      (at: number) => ({ type: 'event_callback', event: { type: 'app_rate_limited', team_id: team, minute_rate_limited: at } }),
    ],
    ['by themselves', (at: number) => ({ type: 'app_rate_limited', team_id: team, minute_rate_limited: at, api_app_id: 'A1' })],
  ])('told %s are a gap, and the thread is read again', async (_case, told) => {
    const gaps = (await ofKind('gap')).length
    world.slack.deliverTo(() => undefined)
    await world.say('nadia', channel, `Never delivered ${gaps}.`, root)
    const body = JSON.stringify({ team_id: team, ...told(gaps) })
    expect((await world.post(body)).status).toBe(200)
    await world.settle()
    expect((await ofKind('gap')).length).toBe(gaps + 1)
    expect((await ofKind('message')).map(({ text }) => text)).toContain(`Never delivered ${gaps}.`)
  })
})

describe('a bot that was not running', () => {
  it('reads again what it missed, and says since when it cannot be sure', async () => {
    const gaps = (await ofKind('gap')).length
    world.app.start()
    await world.settle()
    expect((await ofKind('gap')).length).toBe(gaps)
    const heard = await world.say('nadia', channel, 'Heard, and then edited while nobody listened.', root)
    await world.event({
      type: 'message',
      channel,
      user: world.slack.id('nadia'),
      text: 'Heard.',
      ts: heard,
      thread_ts: root,
      event_ts: heard,
    })
    await world.slack.as('nadia', 'chat.update', { channel, ts: heard, text: 'Edited while nobody listened.' })
    await world.say('nadia', channel, 'Said while nobody listened.', root)
    const later = createSlack({
      ...{
        dispatch: world.dispatch,
        commands,
        publicUrl: 'https://contracts.example',
        zone: 'UTC',
        store: world.store,
        teams: [team],
        apiUrl: world.slack.apiUrl,
      },
      credentials: { botToken, signingSecret },
      log: { debug() {}, info() {}, warn() {}, error: (_entry, text) => world.logged.push({ level: 'error', entry: {}, text }) },
      clock: () => new Date(Date.now() + silenceMs + 60_000),
    })
    later.start()
    await later.stop()
    world.ahead.ms = 600_000
    await new Promise((resolve) => setTimeout(resolve, 10))
    await world.settle()
    expect((await ofKind('gap')).at(-1)).toMatchObject({ reason: expect.stringContaining('The bot was not running.') })
    expect((await ofKind('message')).map(({ text }) => text)).toContain('Said while nobody listened.')
    expect((await ofKind('version')).at(-1)).toMatchObject({ text: 'Edited while nobody listened.', origin: 'edit' })
  })
})

it('logged no error in all of this', () => {
  expect(world.logged.filter(({ level }) => level === 'error')).toEqual([])
})

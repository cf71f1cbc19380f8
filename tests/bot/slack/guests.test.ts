// Guests, strangers and people of another company, in every kind of conversation and through every door: what they get, and what their being there makes of the talk.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { botUser, otherTeam, stamp, team } from './emulator.ts'
import { openSlackWorld, type SlackWorld } from './slack-world.ts'

const notForYou = 'This is not available to you.'
const canary = 'CANARY-OUR-LIMIT'

/** Everybody who is not simply one of us, as Slack says it. */
const elsewhere = {
  robin: { is_restricted: true },
  uma: { is_restricted: true, is_ultra_restricted: true },
  sam: { is_stranger: true },
  penny: { team_id: otherTeam, profile: { real_name: 'Penny Hale', email: 'penny@penhallow.example' } },
  ivo: { team_id: 'T0INITECH', profile: { real_name: 'Ivo Nash', email: 'ivo@initech.example' } },
} as const
type Name = keyof typeof elsewhere
const names = Object.keys(elsewhere) as Name[]
const standings: Record<Name, string> = { robin: 'guest', uma: 'guest', sam: 'outsider', penny: 'outsider', ivo: 'outsider' }

/** A conversation takes sixty answers in half a minute: those of one sort are asked for less. */
const few = ['why', 'decide "x"', 'show C-999']
const many = [
  'why',
  'audit',
  'find supply',
  'link C-1',
  'unlink C-1',
  'decide "x"',
  'note "x"',
  'grant @lee read',
  'person list',
  'show C-999',
  'gibberish',
]
const linesOf = (name: Name) => (name === 'robin' || name === 'penny' ? many : few)

let world: SlackWorld
let contract: string
let channel: string
let root: string

/** What that person alone was shown for it. */
const shownTo = async (act: () => Promise<unknown>) => {
  const before = world.slack.ephemerals().length
  world.responses.length = 0
  await act()
  await world.settle()
  return JSON.stringify([world.slack.ephemerals().slice(before), world.responses])
}
const mention = (name: string, line: string, at = channel, thread = root) =>
  shownTo(() => world.say(name, at, `<@${botUser}> ${line}`, thread))
const entries = async (kind: string) =>
  (await world.store.record.entries(contract)).filter((entry) => entry.kind === kind).map(({ payload }) => JSON.parse(payload ?? '{}'))

beforeAll(async () => {
  world = await openSlackWorld({
    people: ['ana', 'lee', ...names],
    channels: [
      { name: 'penhallow', members: ['ana', 'lee', ...names] },
      { name: 'others', members: ['ana', ...names] },
      { name: 'only-us', members: ['ana', 'lee'] },
      { name: 'locked', is_private: true, members: ['ana', 'lee', 'robin'] },
      { name: 'group', is_private: true, members: ['ana', 'lee', 'robin'] },
      { name: 'connected', members: ['ana', 'penny'] },
      { name: 'with-initech', members: ['ana', 'ivo'] },
    ],
  })
  for (const [name, change] of Object.entries(elsewhere)) world.slack.change(name, change)
  channel = world.slack.id('penhallow')
  contract = await world.contract('Supply agreement', 'ana', { counterparty: 'Penhallow' })
  await mention(
    'ana',
    `note ${contract} "${canary} is 24 months"`,
    world.slack.id('only-us'),
    await world.say('ana', world.slack.id('only-us'), 'x'),
  )
  root = await world.say('lee', channel, `${canary} before anybody linked this.`)
  await mention('ana', `link ${contract}`)
  await world.say('penny', channel, 'We ask for 12 months.', root)
  await world.settle()
})
afterAll(() => world.close())

describe.each(names)('%s', (name) => {
  beforeEach(() => {
    world.responses.length = 0
  })
  const user = () => ({ id: world.slack.id(name), team_id: String((elsewhere[name] as { team_id?: string }).team_id ?? team) })

  it('is told apart from one of us', async () => {
    const row = await world.store.conversations.get(`slack:${team}:${channel}`)
    const member = row?.roster?.members.find(({ account }) => account.endsWith(`:${world.slack.id(name)}`))
    expect(member?.standing).toBe(standings[name])
  })

  it('gets what is shared in the linked thread, and of the talk only what was said with the other side there', async () => {
    const shown = await mention(name, 'show')
    expect(shown).toContain('Supply agreement')
    const talk = await mention(name, 'talk')
    expect(talk).not.toContain(canary)
    expect([shown, talk].join()).not.toMatch(/only-us|24 months/)
  })

  it.each(linesOf(name))('gets nothing by %j there, the same words for all of it', async (line) => {
    const before = (await world.store.record.entries(contract)).filter(({ kind }) => kind !== 'message').length
    const shown = await mention(name, line)
    expect(shown).toContain(notForYou)
    expect(shown).not.toContain(canary)
    expect((await world.store.record.entries(contract)).filter(({ kind }) => kind !== 'message')).toHaveLength(before)
  })

  it('gets nothing where nothing is linked: by a slash command, a mention, or to the bot alone', async () => {
    const others = world.slack.id('others')
    const shown = [
      await shownTo(() => world.slash(name, others, `show ${contract}`)),
      await mention(name, `show ${contract}`, others, await world.say('ana', others, 'nothing')),
      await shownTo(() => world.event({ channel: 'D0DIRECT', channel_type: 'im', user: user().id, text: `show ${contract}`, ts: stamp() })),
    ]
    expect(shown[0]).toContain(notForYou)
    expect(shown[1]).toContain(notForYou)
    for (const one of shown) expect(one).not.toContain('Supply agreement')
  })

  it('changes nothing by a button of somebody else, by the shortcut, or by its form', async () => {
    const before = (await world.store.record.entries(contract)).length
    const around = { user: user(), channel: { id: channel }, trigger_id: `t-${stamp()}`, response_url: world.responseUrl }
    const action = { type: 'button', action_id: 'command:0', block_id: 'b', value: `unlink ${contract}`, action_ts: stamp() }
    const container = { type: 'message', message_ts: stamp(), channel_id: channel, thread_ts: root }
    const pressed = await shownTo(() => world.interact({ ...around, type: 'block_actions', container, actions: [action] }))
    expect(pressed).toContain(notForYou)
    const message = { ts: root, text: 'x', user: user().id }
    await world.interact({ ...around, type: 'message_action', callback_id: 'link', message_ts: root, message })
    await world.settle()
    const metadata = JSON.stringify({ command: `unlink ${contract}`, channel, root, title: 'x', submit: 'x' })
    const view = { id: 'V1', type: 'modal', callback_id: 'form', private_metadata: metadata, state: { values: {} }, hash: 'h' }
    await world.interact({ user: user(), type: 'view_submission', trigger_id: `t-${stamp()}`, view })
    await world.settle()
    expect((await world.store.record.entries(contract)).length).toBe(before)
    expect((await world.store.threads.linked(`slack:${team}:${channel}|${root}`))?.contracts).toEqual([contract])
  })

  it('finds nothing in a picker', async () => {
    const search = { type: 'block_suggestion', action_id: 'contract', block_id: 'contract', value: 'supply', user: user(), view: {} }
    expect(JSON.parse((await world.interact(search)).body)).toEqual({ options: [] })
  })
})

describe('a conversation says at linking who may read it, and what is said there is marked by who is there', () => {
  it.each<[string, () => string, RegExp[], { visibility: string; audience: string }]>([
    [
      'a public channel of ours',
      () => world.slack.id('only-us'),
      [/Everyone who may read/],
      { visibility: 'contract', audience: 'internal' },
    ],
    [
      'a private channel with a guest',
      () => world.slack.id('locked'),
      [
        /Only people of this conversation may read it/,
        /Robin from outside the company can read along, but nobody of the other side .* stays internal/,
      ],
      { visibility: 'members', audience: 'internal' },
    ],
    [
      'a channel shared with the other side',
      () => world.slack.id('connected'),
      [/Everyone who may read/, /Penny Hale from outside the company can read along: what is said here from now on counts as shared/],
      { visibility: 'contract', audience: 'shared' },
    ],
    [
      'a channel shared with another company',
      () => world.slack.id('with-initech'),
      [/Ivo Nash from outside the company can read along, but nobody of the other side/],
      { visibility: 'contract', audience: 'internal' },
    ],
    [
      'a group conversation',
      () => {
        world.slack.changeChannel(world.slack.id('group'), { is_mpim: true, is_channel: false })
        return world.slack.id('group')
      },
      [/Only people of this conversation may read it/],
      { visibility: 'members', audience: 'internal' },
    ],
  ])('%s', async (_case, where, words, marks) => {
    const place = where()
    const first = await world.say('ana', place, 'Said before it was linked.')
    const answer = await mention('ana', `link ${contract}`, place, first)
    for (const one of words) expect(answer).toMatch(one)
    const ts = await world.say('ana', place, `Said after it was linked in ${place}.`, first)
    await world.settle()
    const messages = await entries('message')
    const at = (id: string) => messages.find(({ message }) => message === `slack:${team}:${place}|m|${id}`)
    expect(at(first)).toMatchObject({ visibility: marks.visibility, audience: 'internal' })
    expect(at(ts)).toMatchObject(marks)
  })

  it('the other side reads of it what was said in front of them, and in that conversation only', async () => {
    const connected = world.slack.id('connected')
    const [thread] = (await world.store.threads.ofConversation(`slack:${team}:${connected}`)).map((row) => row.thread.split('|')[1] ?? '')
    const talk = await mention('penny', 'talk said', connected, thread)
    expect(talk).toContain(`Said after it was linked in ${connected}.`)
    expect(talk).not.toMatch(/Said before it was linked|CANARY|locked/)
  })

  it('a guest in front of whom nothing was shared is told so, and offered nothing that they may not do', async () => {
    const locked = world.slack.id('locked')
    const quiet = await world.contract('Quiet lease', 'ana')
    const thread = await world.say('ana', locked, 'Said among us.')
    await mention('ana', `link ${quiet}`, locked, thread)
    const talk = await mention('robin', 'talk', locked, thread)
    expect(talk).toContain('Nothing that was said is shared with you here yet.')
    expect(talk).not.toMatch(/link C-|note C-|CANARY|private conversation|Said/)
  })

  it('what was internal stays so when the channel is shared later', async () => {
    const place = world.slack.id('only-us')
    const [thread] = (await world.store.threads.ofConversation(`slack:${team}:${place}`)).map((row) => row.thread.split('|')[1] ?? '')
    await world.slack.as('penny', 'conversations.join', { channel: place })
    await world.event({ type: 'member_joined_channel', channel: place, user: world.slack.id('penny'), event_ts: stamp() })
    await world.event({ type: 'channel_shared', channel: place, connected_team_id: otherTeam, event_ts: stamp() })
    await world.say('ana', place, 'Said in front of Penny.', thread)
    await world.settle()
    const audiences = (await entries('message'))
      .filter(({ thread: of }) => of === `slack:${team}:${place}|${thread}`)
      .map(({ text, audience }) => [text, audience])
    expect(audiences).toContainEqual([`Said after it was linked in ${place}.`, 'internal'])
    expect(audiences).toContainEqual(['Said in front of Penny.', 'shared'])
    const talk = await mention('penny', 'talk said', place, thread)
    expect(talk).toContain('Said in front of Penny.')
    expect(talk).not.toContain(`Said after it was linked in ${place}.`)
  })

  it('what was said in front of the other side stays shared when the channel is ours alone again, and what follows is internal', async () => {
    const place = world.slack.id('only-us')
    const [thread] = (await world.store.threads.ofConversation(`slack:${team}:${place}`)).map((row) => row.thread.split('|')[1] ?? '')
    await world.slack.as('penny', 'conversations.leave', { channel: place })
    await world.event({ type: 'channel_unshared', channel: place, previously_connected_team_id: otherTeam, event_ts: stamp() })
    await world.say('ana', place, 'Said after Penny left.', thread)
    await world.settle()
    const of = (words: string) => entries('message').then((all) => all.find(({ text }) => text === words))
    expect(await of('Said in front of Penny.')).toMatchObject({ audience: 'shared', visibility: 'contract' })
    expect(await of('Said after Penny left.')).toMatchObject({ audience: 'internal', visibility: 'contract' })
    // Who is no longer in the conversation reads nothing of it (rule P8), not even what was shared.
    expect(await shownTo(() => world.slash('penny', place, `talk ${contract} said`))).toContain(notForYou)
    const lee = await shownTo(() => world.slash('lee', channel, `talk ${contract} said`))
    for (const words of ['Said in front of Penny.', 'Said after Penny left.']) expect(lee).toContain(words)
  })
})

describe('a conversation with the bot alone', () => {
  const direct = async (name: string) => {
    const opened = await world.slack.as('bot', 'conversations.open', { users: world.slack.id(name) })
    return String((opened.channel as { id: string }).id)
  }
  const write = async (name: string, place: string, text: string, thread?: string) => {
    const ts = stamp()
    const told = { channel: place, channel_type: 'im', user: world.slack.id(name), text, ts, event_ts: ts }
    await world.event({ ...told, ...(thread !== undefined && { thread_ts: thread }) })
    await world.settle()
    return ts
  }

  it('is linked by a reply in a thread of it: what is said there is for that person alone, and stays internal', async () => {
    const place = await direct('ana')
    const first = await write('ana', place, 'whoami')
    await write('ana', place, `link ${contract}`, first)
    expect(JSON.stringify(world.slack.messages(place))).toContain('Only people of this conversation may read it')
    await write('ana', place, `${canary} for myself only`, first)
    const said = (await entries('message')).find(({ text }) => text === `${canary} for myself only`)
    expect(said).toMatchObject({ audience: 'internal', visibility: 'members' })
    expect(await shownTo(() => world.slash('ana', channel, `talk ${contract} myself`))).toContain('for myself only')
    const lee = await shownTo(() => world.slash('lee', channel, `talk ${contract}`))
    expect(lee).not.toMatch(/for myself only|Direct message with/)
    expect(lee).toMatch(/private conversation you are not in/)
    expect(await mention('penny', 'talk')).not.toContain('myself')
  })

  it('of a guest is linked to nothing', async () => {
    const place = await direct('robin')
    const first = await write('robin', place, 'hello')
    await write('robin', place, `link ${contract}`, first)
    expect(JSON.stringify(world.slack.messages(place))).toContain(notForYou)
    expect(await world.store.threads.ofConversation(`slack:${team}:${place}`)).toEqual([])
  })
})

it('logged no error in all of this', () => {
  expect(world.logged.filter(({ level }) => level === 'error')).toEqual([])
})

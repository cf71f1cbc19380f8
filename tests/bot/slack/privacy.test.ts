// Who sees what in Slack: private channels, people from outside, strangers, and people whom Slack does not vouch for now.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Call } from '../../../src/bot/slack/api.ts'
import { factsOf } from '../../../src/bot/slack/facts.ts'
import { createPeople } from '../../../src/bot/slack/people.ts'
import { botUser, otherTeam, stamp, team } from './emulator.ts'
import { openSlackWorld, type SlackWorld } from './slack-world.ts'

let world: SlackWorld
let contract: string
const channels = { open: '', secret: '' }

const ask = async (name: string, text: string, channel: string, thread: string) => {
  const before = world.slack.ephemerals().length
  await world.say(name, channel, `<@${botUser}> ${text}`, thread)
  await world.settle()
  return JSON.stringify(world.slack.ephemerals().slice(before))
}
const slash = async (name: string, text: string, channel = channels.open) => {
  world.responses.length = 0
  await world.slash(name, channel, text)
  await world.settle()
  return JSON.stringify(world.responses)
}

beforeAll(async () => {
  world = await openSlackWorld({
    people: ['ana', 'lee', 'kim', 'penny', 'robin'],
    channels: [
      { name: 'penhallow', members: ['ana', 'lee', 'penny'] },
      { name: 'legal-only', is_private: true, members: ['ana', 'lee'] },
    ],
  })
  channels.open = world.slack.id('penhallow')
  channels.secret = world.slack.id('legal-only')
  const penny = { email: 'penny@penhallow.example', real_name: 'Penny Hale', display_name: 'penny' }
  world.slack.change('penny', { team_id: otherTeam, profile: penny })
  contract = await world.contract('Penhallow Foods', 'ana', { title: 'Supply agreement', counterparty: 'Penhallow' })
  for (const name of ['ana', 'lee', 'kim']) await slash(name, 'whoami')
})
beforeEach(() => {
  world.responses.length = 0
})
afterAll(() => world.close())

describe('a private channel', () => {
  let root: string

  it('is linked by a member, who is told that it stays among them', async () => {
    root = await world.say('lee', channels.secret, 'CANARY: we would take 24 months.')
    const answer = await ask('ana', `link ${contract}`, channels.secret, root)
    expect(answer).toContain('Only people of this conversation may read it')
    await world.say('lee', channels.secret, 'CANARY: later.', root)
    await world.settle()
  })

  it('is read by its members, and by a colleague only as a count', async () => {
    expect(await slash('lee', `talk ${contract}`)).toContain('CANARY: we would take 24 months.')
    const others = await slash('kim', `talk ${contract}`)
    expect(others).toMatch(/\d+ messages? in a private conversation/)
    expect(others).not.toMatch(/CANARY|legal-only/)
    expect(await slash('kim', 'find canary')).not.toContain('CANARY')
  })

  it('is not linked by somebody who is not in it, through its link neither', async () => {
    const permalink = `https://acme.slack.com/archives/${channels.secret}/p${root.replace('.', '')}`
    const mine = await world.contract('Kim MSA', 'kim')
    expect(await slash('kim', `link ${mine} ${permalink}`)).toContain('Only somebody who is in this conversation can do that.')
    expect((await world.store.contracts.state(mine))?.threads).toEqual([])
  })
})

describe('somebody from outside in a channel', () => {
  let root: string

  beforeAll(async () => {
    root = await world.say('penny', channels.open, 'We ask for 12 months.')
    await ask('ana', `link ${contract}`, channels.open, root)
  })

  it('is known by the workspace at home, whatever we call ours', async () => {
    const reply = await world.say('penny', channels.open, 'And net 60.', root)
    await world.settle()
    const row = await world.store.conversations.get(`slack:${team}:${channels.open}`)
    expect(row?.roster?.members.find(({ name }) => name === 'Penny Hale')).toMatchObject({
      account: `slack:${otherTeam}:${world.slack.id('penny')}`,
      standing: 'outsider',
    })
    const entries = await world.store.record.entries(contract)
    const said = entries.find(({ key }) => key === `m:slack:${team}:${channels.open}|m|${reply}`)
    const account = `slack:${otherTeam}:${world.slack.id('penny')}`
    expect(JSON.parse(said?.payload ?? '')).toMatchObject({
      audience: 'shared',
      visibility: 'contract',
      author: { name: 'Penny Hale', account },
    })
  })

  it('gets what is marked shared in the linked thread, and nothing anywhere else', async () => {
    const shown = await ask('penny', 'show', channels.open, root)
    expect(shown).toContain('Supply agreement')
    for (const line of ['find supply', `why ${contract}`, `audit ${contract}`, 'show C-999', 'person list', 'nonsense']) {
      expect(await ask('penny', line, channels.open, root)).toContain('This is not available to you.')
    }
    expect(await slash('penny', `show ${contract}`, 'C0ELSEWHERE')).toContain('This is not available to you.')
  })

  it('finds nothing in a picker and sees nothing at home', async () => {
    const user = { id: world.slack.id('penny'), team_id: otherTeam }
    const found = await world.interact({
      type: 'block_suggestion',
      action_id: 'contract',
      block_id: 'contract',
      value: 'supply',
      user,
      view: {},
    })
    expect(JSON.parse(found.body)).toEqual({ options: [] })
    await world.event({ type: 'app_home_opened', user: user.id, tab: 'home', channel: 'D0HOME' })
    await world.settle()
    const homes = world.slack.views().filter((view) => view.type === 'home' && view.user_id === user.id)
    expect(JSON.stringify(homes)).toContain('not available to you')
    expect(JSON.stringify(homes)).not.toContain('Supply')
  })

  it('keeps an answer from being shared there, by name of the company', async () => {
    const refused = await slash('ana', `show ${contract} share:here`)
    expect(refused).toMatch(/penhallow\.example \(Penny Hale\)/)
    expect(refused).toContain('Preview what they may see')
    const posted = world.slack
      .messages(channels.open)
      .filter((message) => message.user === botUser && JSON.stringify(message).includes('Shared by'))
    expect(posted).toEqual([])
  })

  it('is spared the full card, which each colleague is sent alone by a button under the reduced one', async () => {
    await ask('ana', 'show share:reduced', channels.open, root)
    const posted = world.slack.messages(channels.open).find((message) => JSON.stringify(message).includes('Shared by'))
    expect(JSON.stringify(posted)).toContain('Supply agreement')
    expect(JSON.stringify(posted)).not.toContain('Owner')
    const button = /"value":"(show C-\d+)"/.exec(JSON.stringify(posted))?.[1]
    expect(JSON.stringify(posted)).toContain('Send me the full one')
    const press = async (name: string) => {
      world.responses.length = 0
      await world.interact({
        type: 'block_actions',
        user: { id: world.slack.id(name), team_id: name === 'penny' ? otherTeam : team },
        channel: { id: channels.open },
        container: { type: 'message', message_ts: posted?.ts, thread_ts: root, channel_id: channels.open, is_ephemeral: false },
        message: { ts: posted?.ts, thread_ts: root },
        actions: [{ type: 'button', action_id: 'command:0', block_id: 'b', value: button, action_ts: stamp() }],
        trigger_id: `t-${name}`,
        response_url: world.responseUrl,
      })
      await world.settle()
      expect(world.responses).toEqual([expect.objectContaining({ response_type: 'ephemeral', replace_original: false })])
      return JSON.stringify(world.responses)
    }
    expect(await press('lee')).toContain('Owner')
    expect(await press('penny')).toContain('Supply agreement')
    expect(await press('penny')).not.toContain('Owner')
    await world.store.record.append(contract, () => [
      { kind: 'restricted', key: 'r', actor: 'test', source: 'test', payload: { restricted: true } },
    ])
    expect(await press('lee')).toContain('There is no contract')
    await world.store.record.append(contract, () => [
      { kind: 'restricted', key: 'open', actor: 'test', source: 'test', payload: { restricted: false } },
    ])
  })

  it('sees a link of ours only for what is linked there, and only what is shared of it', async () => {
    const other = await world.contract('Internal only', 'ana')
    const links = [contract, other].map((id) => ({ domain: 'contracts.example', url: `https://contracts.example/contracts/${id}` }))
    await world.event({ type: 'link_shared', channel: channels.open, user: world.slack.id('ana'), message_ts: stamp(), links })
    await world.settle()
    const shown = JSON.stringify(world.slack.unfurls.at(-1))
    expect(shown).toContain('Supply agreement')
    expect(shown).not.toContain('Internal only')
  })
})

describe('people whom Slack does not vouch for', () => {
  it('are told so, and nothing is done', async () => {
    world.responses.length = 0
    const form = {
      command: '/contract',
      text: 'find supply',
      user_id: 'U0UNKNOWN',
      team_id: team,
      channel_id: channels.open,
      trigger_id: 't',
    }
    await world.post(new URLSearchParams({ ...form, response_url: world.responseUrl }).toString(), 'form')
    await world.settle()
    expect(JSON.stringify(world.responses)).toContain('could not tell me who you are')
    expect(world.invocations.some(({ speaker }) => speaker.account.id === 'U0UNKNOWN')).toBe(false)
  })

  it('and who left the company does nothing from that moment on', async () => {
    expect(await slash('robin', 'find supply')).toContain('Supply agreement')
    world.slack.change('robin', { deleted: true })
    await world.event({ type: 'user_change', user: { id: world.slack.id('robin'), deleted: true } })
    await world.settle()
    expect(await slash('robin', 'find supply')).not.toContain('Supply agreement')
    expect((await world.person('robin')).active).toBe(false)
  })
})

describe('standing', () => {
  const user = {
    id: 'U1',
    team_id: team,
    name: 'lee',
    profile: { real_name: 'Lee Park', email: 'Lee@Lindenmoor.example' },
    tz: 'Europe/Berlin',
  }
  const known = (more: object) =>
    createPeople({
      call: async () => ({ ok: true, body: { user: { ...user, ...more } } }),
      teams: [team, 'T0SECOND0'],
      clock: () => new Date(),
    }).find('U1')

  it.each([
    ['one of ours', {}, 'member', team],
    ['one of our second workspace', { team_id: 'T0SECOND0' }, 'member', team],
    ['one of the organization', { team_id: 'E0ORG', enterprise_user: { teams: ['T0SECOND0'] } }, 'member', team],
    ['a guest of many channels', { is_restricted: true }, 'guest', team],
    ['a guest of one channel', { is_restricted: true, is_ultra_restricted: true }, 'guest', team],
    ['somebody from another company', { team_id: otherTeam }, 'outsider', otherTeam],
    ['a stranger', { is_stranger: true }, 'outsider', team],
    ['somebody without a home', { team_id: undefined }, 'outsider', team],
  ])('%s', async (_case, more, standing, home) => {
    expect(await known(more)).toMatchObject({
      standing,
      account: { platform: 'slack', home, id: 'U1' },
      name: 'Lee Park',
      email: 'lee@lindenmoor.example',
    })
  })

  it('is asked once a minute, and again after a failure', async () => {
    let asked = 0
    let now = 0
    const answers = [false, true, true]
    const call = async () => {
      asked += 1
      return answers.shift() ? { ok: true as const, body: { user } } : { ok: false as const, error: 'internal_error', unclear: true }
    }
    const people = createPeople({ call, teams: [team], clock: () => new Date(now) })
    expect(await people.find('U1')).toBeUndefined()
    expect(await people.find('U1')).toMatchObject({ name: 'Lee Park' })
    await people.find('U1')
    expect(asked).toBe(2)
    now = 60_001
    await people.find('U1')
    expect(asked).toBe(3)
  })
})

describe('a channel of many', () => {
  const everybody = Array.from({ length: 2_500 }, (_, index) => ({
    id: `U${index}`,
    team_id: index % 500 === 0 ? otherTeam : team,
    real_name: `Person ${index}`,
  }))
  const slackOf =
    (asked: string[]): Call =>
    async (method, told) => {
      asked.push(method)
      if (method === 'users.list') {
        const from = Number(told.cursor ?? 0)
        const next = from + 1000 < everybody.length ? String(from + 1000) : ''
        return { ok: true, body: { members: everybody.slice(from, from + 1000), response_metadata: { next_cursor: next } } }
      }
      if (method === 'conversations.members') return { ok: true, body: { members: [...everybody.map(({ id }) => id), 'U0STRANGE'] } }
      if (method === 'conversations.info') return { ok: true, body: { channel: { id: 'C0ALL', name: 'all', is_channel: true } } }
      if (asked.filter((name) => name === 'users.info').length > 100)
        return { ok: false, error: 'ratelimited', retryAfterMs: 60_000, unclear: false }
      return { ok: true, body: { user: { id: told.user, team_id: otherTeam, is_stranger: true, real_name: 'Somebody' } } }
    }

  it('is listed by the directory, and only who is not in it one by one; a second look asks nobody again', async () => {
    const asked: string[] = []
    const call = slackOf(asked)
    const people = createPeople({ call, teams: [team], clock: () => new Date() })
    const facts = await factsOf({ call, teams: [team], people }, 'C0ALL')
    expect(facts.members).toHaveLength(2_501)
    expect(facts.members?.filter(({ standing }) => standing === 'outsider')).toHaveLength(6)
    expect(Map.groupBy(asked, (method) => method).get('users.list')).toHaveLength(3)
    expect(asked.filter((method) => method === 'users.info')).toHaveLength(1)
    asked.length = 0
    await factsOf({ call, teams: [team], people }, 'C0ALL')
    expect(asked).toEqual(['conversations.info', 'conversations.members'])
  })

  it('with somebody whom Slack does not name has no list at all, for a hole could hide an outsider', async () => {
    const call: Call = async (method, told) =>
      method === 'users.info' ? { ok: false, error: 'user_not_found', unclear: false } : slackOf([])(method, told)
    const people = createPeople({ call, teams: [team], clock: () => new Date() })
    expect((await factsOf({ call, teams: [team], people }, 'C0ALL')).members).toBeUndefined()
  })
})

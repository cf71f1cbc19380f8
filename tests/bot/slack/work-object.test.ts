// Our links in Slack: what all see in the message, and what the one who opens it sees in the pane at the side.

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buttons, card, context, folded, heading, text } from '../../../src/bot/card.ts'
import { contractAt, isPersonal, pathIn } from '../../../src/bot/slack/our-links.ts'
import { entityOf } from '../../../src/bot/slack/work-object.ts'
import { anyText } from '../hostile-text.ts'
import { botUser, otherTeam, stamp, team } from './emulator.ts'
import { openSlackWorld, type SlackWorld } from './slack-world.ts'

let world: SlackWorld
let contract: string
let channel: string
const url = (number: string) => `https://contracts.example/contracts/${number}`

beforeAll(async () => {
  world = await openSlackWorld({
    people: ['ana', 'kim', 'penny'],
    channels: [
      { name: 'all', members: ['ana', 'kim'] },
      { name: 'penhallow', members: ['ana', 'penny'] },
    ],
  })
  const penny = { email: 'penny@penhallow.example', real_name: 'Penny Hale' }
  world.slack.change('penny', { team_id: otherTeam, profile: penny })
  channel = world.slack.id('all')
  contract = await world.contract('Acme MSA', 'ana', { value: { minor: 2_500_000, currency: 'EUR' }, status: 'in-negotiation' })
})
afterAll(() => world.close())

type Entity = {
  url: string
  app_unfurl_url?: string
  external_ref: { id: string }
  entity_payload: {
    attributes: { title: { text: string } }
    custom_fields: { key: string; label: string; value: string }[]
    display_order: string[]
    actions?: { primary_actions: { text: string; value?: string; url?: string }[]; overflow_actions?: { text: string }[] }
  }
}

const share = async (where: string, ...urls: string[]) => {
  const before = world.slack.unfurls.length
  const links = urls.map((one) => ({ domain: 'contracts.example', url: one }))
  await world.event({ type: 'link_shared', channel: where, user: world.slack.id('ana'), message_ts: stamp(), links })
  await world.settle()
  const [sent] = world.slack.unfurls.slice(before)
  const entities = sent?.metadata === undefined ? [] : (JSON.parse(String(sent.metadata)).entities as Entity[])
  return { unfurls: sent === undefined ? {} : (JSON.parse(String(sent.unfurls)) as Record<string, unknown>), entities }
}

const open = async (user: string, more: Record<string, unknown> = {}) => {
  const before = world.slack.details.length
  const at = {
    entity_url: url(contract),
    external_ref: { id: contract, type: 'contract' },
    app_unfurl_url: url(contract),
    channel,
    ...more,
  }
  const link = { url: at.entity_url, domain: 'contracts.example' }
  await world.event({
    type: 'entity_details_requested',
    user,
    trigger_id: `t-${stamp()}`,
    event_ts: stamp(),
    user_locale: 'en-US',
    link,
    ...at,
  })
  await world.settle()
  const sent = world.slack.details.slice(before)
  expect(sent).toHaveLength(1)
  const read = (key: string) => (sent[0]?.[key] === undefined ? undefined : JSON.parse(String(sent[0]?.[key])))
  return { told: JSON.stringify(sent), entity: read('metadata') as Entity | undefined, error: read('error'), sent: sent[0] }
}

describe('a link in a message', () => {
  it('is blocks and a Work Object of the same few facts, without a price', async () => {
    const { unfurls, entities } = await share(channel, url(contract), url(contract).concat('?from=mail'))
    expect(Object.keys(unfurls)).toEqual([url(contract), `${url(contract)}?from=mail`])
    expect(entities.map(({ app_unfurl_url, url: canonical, external_ref }) => [app_unfurl_url, canonical, external_ref.id])).toEqual([
      [url(contract), url(contract), contract],
      [`${url(contract)}?from=mail`, url(contract), contract],
    ])
    const [entity] = entities
    expect(entity?.entity_payload.attributes.title.text).toBe(`${contract} Acme MSA`)
    expect(entity?.entity_payload.custom_fields.map(({ label, value }) => [label, value])).toEqual([
      ['Counterparty', 'Acme MSA'],
      ['Status', 'in negotiation'],
    ])
    expect(entity?.entity_payload.actions).toBeUndefined()
    expect(JSON.stringify([unfurls, entities])).not.toMatch(/25.?000|EUR|Owner/)
  })

  it.each(['upload', 'file', 'contract'])('to what is personal (%s) says so and is no Work Object', async (path) => {
    const { unfurls, entities } = await share(channel, `https://contracts.example/${path}/token`)
    expect(JSON.stringify(unfurls)).toContain('personal link')
    expect(entities).toEqual([])
  })
})

describe('the pane', () => {
  it('shows who opens it what "show" shows them, their own page, and what to do next', async () => {
    const { entity, sent } = await open(world.slack.id('ana'))
    const labels = entity?.entity_payload.custom_fields.map(({ label }) => label)
    expect(labels).toEqual(expect.arrayContaining(['Owner', 'Value', 'Status']))
    expect(JSON.stringify(entity)).toContain('EUR 25,000')
    expect(entity?.entity_payload.display_order).toEqual(entity?.entity_payload.custom_fields.map(({ key }) => key))
    const { primary_actions = [], overflow_actions = [] } = entity?.entity_payload.actions ?? {}
    expect(primary_actions.map(({ text: label, url: to, value }) => [label, to ?? value])).toEqual([
      ['Open as a page', 'https://bot.example/contract/x'],
      ['Talk', `talk ${contract}`],
    ])
    expect(overflow_actions.map(({ text: label }) => label)).toEqual(['Upload'])
    expect(sent?.trigger_id).toMatch(/^t-/)
    expect(entity?.app_unfurl_url).toBe(url(contract))
  })

  it('an action of it is a command like any other', async () => {
    const user = { id: world.slack.id('ana'), team_id: team }
    const action = { type: 'button', action_id: 'command:1', block_id: 'b', value: `talk ${contract}`, action_ts: stamp() }
    const container = { type: 'entity_detail', entity_url: url(contract) }
    await world.interact({ type: 'block_actions', user, container, actions: [action], trigger_id: 't' })
    await world.settle()
    const opened = await world.slack.as('ana', 'conversations.open', { users: botUser })
    const direct = String((opened.channel as { id: string }).id)
    expect(JSON.stringify(world.slack.messages(direct).at(-1))).toContain(`Talk of ${contract} Acme MSA`)
  })

  it('tells of a restricted contract no more than of a number never given', async () => {
    const secret = await world.contract('Canary', 'ana')
    await world.store.record.append(secret, () => [
      { kind: 'restricted', key: 'r', actor: 'test', source: 'test', payload: { restricted: true } },
    ])
    const ask = (number: string) =>
      open(world.slack.id('kim'), { entity_url: url(number), external_ref: { id: number }, app_unfurl_url: undefined })
    const [hidden, unknown] = [await ask(secret), await ask('C-99999')]
    expect(hidden.told).not.toContain('Canary')
    expect(hidden.error).toMatchObject({ status: 'custom', custom_message: expect.stringContaining(`There is no contract ${secret}`) })
    expect(JSON.stringify(hidden.error).replaceAll(secret, 'C-99999')).toBe(JSON.stringify(unknown.error))
  })

  it('shows somebody of the other side the shared facts where it is linked, and nothing elsewhere', async () => {
    const shared = world.slack.id('penhallow')
    const root = await world.say('penny', shared, 'Twelve months?')
    await world.say('ana', shared, `<@${botUser}> link ${contract}`, root)
    await world.settle()
    const here = await open(world.slack.id('penny'), { channel: shared, thread_ts: root })
    expect(here.told).toContain('Acme MSA')
    expect(here.told).not.toMatch(/Owner|EUR|bot\.example/)
    for (const where of [{ channel }, { channel: undefined }]) {
      const { error } = await open(world.slack.id('penny'), where)
      expect(error).toMatchObject({ status: 'custom', custom_message: 'This is not available to you.' })
    }
  })

  it('asks whom Slack does not vouch for to become known, at an address that reveals nothing', async () => {
    const { sent, told } = await open('U0UNKNOWN')
    expect(sent).toMatchObject({ user_auth_required: 'true', user_auth_url: url(contract) })
    expect(told).not.toContain('Acme')
  })

  it.each([
    ['https://contracts.example/contracts/nothing', { id: 'nothing' }],
    ['https://evil.example/contracts/C-1', undefined],
  ])('finds nothing at %s', async (entity_url, external_ref) => {
    expect((await open(world.slack.id('ana'), { entity_url, external_ref })).error).toEqual({ status: 'not_found' })
  })
})

describe('an address of ours', () => {
  it.each([
    ['https://bot.example', 'https://bot.example/contracts/C-1', 'C-1'],
    ['https://bot.example/app', 'https://bot.example/app/contracts/C-1', 'C-1'],
    ['https://bot.example', 'https://bot.example/contracts/C-1?x=1#y', 'C-1'],
    ['https://bot.example', 'https://bot.example/contracts/C-1/more', undefined],
    ['https://bot.example', 'https://bot.example.evil.example/contracts/C-1', undefined],
    ['https://bot.example', 'https://bot.example@evil.example/contracts/C-1', undefined],
    ['https://bot.example', 'https://bot.example/contracts/c-1', undefined],
    ['https://bot.example', 'nonsense', undefined],
  ])('under %s: %s', (publicUrl, posted, number) => expect(contractAt(publicUrl, posted)).toBe(number))

  it('is personal where it is signed', () => {
    expect(isPersonal('https://bot.example', 'https://bot.example/contract/abc.def')).toBe(true)
    expect(isPersonal('https://bot.example', 'https://bot.example/contracts/C-1')).toBe(false)
    expect(pathIn('https://bot.example', 'https://other.example/upload/x')).toBeUndefined()
  })
})

it('a Work Object takes whatever somebody wrote, within its limits', () => {
  fc.assert(
    fc.property(anyText, (words) => {
      const long = words.repeat(400)
      const shown = card(
        words,
        heading(words),
        text(words),
        context(words),
        { type: 'facts', facts: [{ label: words, value: long, note: words }] },
        { type: 'link', link: { label: words, url: words } },
        {
          type: 'buttons',
          buttons: Array.from({ length: 12 }, () => ({ label: words, command: words, ...(words.length % 2 && { confirm: words }) })),
        },
      )
      const { entity_payload } = entityOf({ number: 'C-1', title: words, url: 'https://bot.example/contracts/C-1' }, shown)
      expect(entity_payload.attributes.title.text).not.toBe('')
      for (const { label, value } of entity_payload.custom_fields ?? []) {
        expect(label).not.toBe('')
        expect(String(value).length).toBeLessThanOrEqual(3000)
      }
      expect(entity_payload.actions?.primary_actions?.length ?? 0).toBeLessThanOrEqual(2)
      expect(entity_payload.actions?.overflow_actions?.length ?? 0).toBeLessThanOrEqual(5)
    }),
    { numRuns: 300 },
  )
})

it('logged no error in all of this', () => {
  expect(world.logged.filter(({ level }) => level === 'error')).toEqual([])
})

it('what is folded away in chat is a field and an action of the pane like any other', () => {
  const shown = card(
    'x',
    { type: 'facts', facts: [{ label: 'Price', value: 'EUR 5' }] },
    folded('1 more field', { type: 'facts', facts: [{ label: 'Seats', value: '480' }] }, buttons({ label: 'Talk', command: 'talk C-1' })),
  )
  const { entity_payload } = entityOf({ number: 'C-1', title: 'Acme', url: 'https://bot.example/contracts/C-1' }, shown)
  expect(entity_payload.custom_fields?.map(({ label, value }) => [label, value])).toEqual([
    ['Price', 'EUR 5'],
    ['Seats', '480'],
  ])
  expect(entity_payload.actions?.primary_actions?.map(({ value }) => value)).toEqual(['talk C-1'])
})

// The playground end to end: what people type and press on its page, what somebody is made to say, and what is kept of it.
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { channelConversation, place } from '../../../src/bot/playground/place.ts'
import { openState } from '../../../src/bot/playground/state.ts'
import { openPlaygroundRun, type PlaygroundRun, people } from './playground-world.ts'

let run: PlaygroundRun
let contract: string
beforeAll(async () => {
  run = await openPlaygroundRun()
  const nadia = await run.store.people.ensure({ email: 'nadia@lindenmoor.example', name: 'Nadia Benali', standing: 'member' })
  const fields = { title: 'Penhallow Freight MSA', counterparty: 'Penhallow Freight Ltd', owner: nadia.id }
  contract = (await run.store.contracts.create({ fields, by: nadia.id, source: 'test', key: 'test:msa' })).id
})
afterAll(() => run.close())

const personal = place.personalChat
const cardWith = (words: string, conversation?: string) => () =>
  run.shown.findLast((one) => one.raw.includes(words) && (conversation === undefined || one.conversation === conversation))

/** A post in the channel, and the conversation of its thread. */
const post = async (text: string): Promise<string> => {
  const { postConversationId } = await run.type(place.channel.id, text)
  if (!postConversationId) throw new Error('no thread')
  return postConversationId
}

const talkIn = async (thread: string) => {
  const nadia = await run.store.people.ofEmail('nadia@lindenmoor.example')
  const state = await run.store.contracts.state(contract)
  if (!nadia || !state) throw new Error('nobody')
  const key = `${channelConversation}|${thread.split('messageid=')[1]}`
  return (await run.store.talk.list(nadia, state, { words: [], limit: 100, thread: key })).items
}

describe('the page', () => {
  it('answers in the personal chat without a mention, as the person whose page it is', async () => {
    await run.type(personal, 'whoami')
    expect(await run.until(cardWith('nadia@lindenmoor.example', personal), 'the card of Nadia')).toBeDefined()
  })

  it('welcomes once when the bot comes to a channel', async () => {
    const arrive = () => run.call(`/_debug/conversation/${encodeURIComponent(place.channel.id)}/installation`, {})
    await arrive()
    await run.until(cardWith('ties chat threads to contracts', place.channel.id), 'the welcome')
    await arrive()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(run.shown.filter(({ raw }) => raw.includes('ties chat threads to contracts'))).toHaveLength(1)
  })

  it('finds a contract in a channel after a mention, and a button gives the card that takes its place', async () => {
    const thread = await post('<at>Throughline</at> find penhallow')
    const list = await run.until(cardWith('Penhallow Freight MSA', thread), 'the list')
    const nonce = /"nonce":"([^"]+)"/.exec(list.raw)?.[1]
    expect(nonce).toBeDefined()
    expect(await run.press(thread, { command: `show ${contract}`, nonce })).toContain('Penhallow Freight Ltd')
  })
})

describe('a linked thread', () => {
  let thread: string
  beforeAll(async () => {
    thread = await post('<at>Throughline</at> help')
    await run.type(thread, `<at>Throughline</at> link ${contract}`)
    await run.until(cardWith('Linked to', thread), 'the note')
  })

  it('is told so, with Unlink and a form that lets others speak', async () => {
    const note = cardWith('Linked to', thread)()
    expect(note?.raw).toContain(`unlink ${contract}`)
    expect(note?.raw).toContain('Say something as')
    for (const { name } of people) expect(note?.raw).toContain(name)
  })

  it('says that the playground has no history', async () => {
    expect(await run.until(cardWith('The playground has no history', thread), 'the sentence')).toBeDefined()
  })

  it('keeps what somebody is made to say, shows it, and keeps its edit and its deletion', async () => {
    await run.press(thread, { command: 'say', nonce: 'form-1', who: 'lee@lindenmoor.example', text: 'Twelve months is our cap.' })
    await run.until(() => run.shown.find(({ text }) => text === 'Lee Carmody: Twelve months is our cap.'), 'the line')
    await run.until(async () => (await talkIn(thread)).find(({ author }) => author.name === 'Lee Carmody'), 'the talk')
    await run.press(thread, { command: 'edit', nonce: 'form-2', text: 'Eighteen months is our cap.' })
    await run.until(() => run.shown.find(({ action, text }) => action === 'updateMessage' && text.includes('Eighteen')), 'the edited line')
    const edited = await run.until(async () => (await talkIn(thread)).find(({ texts }) => texts.length === 2), 'the edit')
    expect(edited.texts.map(({ text, origin }) => [text, origin])).toEqual([
      ['Twelve months is our cap.', 'original'],
      ['Eighteen months is our cap.', 'edit'],
    ])
    await run.press(thread, { command: 'unsay', nonce: 'form-3' })
    await run.until(async () => (await talkIn(thread)).find(({ removals }) => removals.length === 1), 'the deletion')
  })

  it('shows both versions when it is asked for the history', async () => {
    await run.type(thread, `<at>Throughline</at> talk ${contract} --history`)
    const card = await run.until(
      () => run.shown.find(({ raw }) => raw.includes('Twelve months is our cap.') && raw.includes('Eighteen months is our cap.')),
      'both versions',
    )
    expect(card.conversation).toBe(thread)
  })

  it('takes raw deliveries down the same path', async () => {
    const activity = {
      type: 'message',
      id: '1795500000001',
      timestamp: '2026-11-24T10:00:00.000Z',
      channelId: 'msteams',
      serviceUrl: `${run.page.address}/_connector`,
      from: { id: people[3]?.id, name: people[3]?.name, aadObjectId: people[3]?.aadObjectId },
      recipient: place.bot,
      conversation: { id: thread, conversationType: 'channel', isGroup: true, tenantId: place.tenant },
      text: 'Raw words of Kim',
    }
    await run.call('/_internal/v1/customActivities', activity)
    await run.call('/_internal/v1/customActivities', {
      ...activity,
      type: 'messageUpdate',
      text: 'Raw words, edited',
      timestamp: '2026-11-24T10:01:00.000Z',
      channelData: { eventType: 'editMessage', tenant: { id: place.tenant } },
    })
    const kept = await run.until(
      async () => (await talkIn(thread)).find(({ texts }) => texts.length === 2 && texts[0]?.text === 'Raw words of Kim'),
      'the raw message',
    )
    expect(kept.author.name).toBe('Kim Sørensen')
  })

  it('cites what was said in a decision, and tells it when asked why', async () => {
    await run.press(thread, { command: 'say', nonce: 'form-4', who: 'kim', text: 'Agreed, the liability cap is twelve months.' })
    await run.until(async () => (await talkIn(thread)).find(({ author }) => author.name === 'Kim Sørensen' && author.account), 'the talk')
    await run.type(thread, '<at>Throughline</at> decide "Liability cap of twelve months" clause:liability')
    await run.until(cardWith('D-1', thread), 'the decision')
    await run.type(thread, `<at>Throughline</at> why ${contract} liability`)
    expect(
      await run.until(() => run.shown.findLast(({ raw }) => raw.includes('D-1') && raw.includes('Agreed, the liability cap')), 'why'),
    ).toBeDefined()
  })
})

describe('being somebody else', () => {
  it('is said, kept from start to start, and counts for what is typed next', async () => {
    await run.type(personal, 'as lee')
    await run.until(cardWith('You are Lee Carmody', personal), 'the card')
    await run.type(personal, 'whoami')
    await run.until(cardWith('lee@lindenmoor.example', personal), 'Lee')
    expect(openState(`${run.dataDirectory}/playground/state.json`).speaker()).toBe('lee@lindenmoor.example')
    await run.type(personal, 'as')
    const list = await run.until(() => run.shown.findLast(({ raw }) => raw.includes('"as nadia@lindenmoor.example"')), 'the list')
    expect(list.raw).not.toContain('"as lee@lindenmoor.example"')
    await run.type(personal, 'as nadia')
    await run.until(cardWith('You are Nadia Benali', personal), 'Nadia again')
  })

  it('that is not here is refused with those who are', async () => {
    await run.type(personal, 'as zoe')
    expect((await run.until(cardWith('Nobody here is called zoe', personal), 'the refusal')).raw).toContain('as kim@lindenmoor.example')
  })

  it('cannot be done in the personal chat, where nobody else is', async () => {
    await run.type(personal, 'say lee hello')
    expect(await run.until(cardWith('nobody else here', personal), 'the refusal')).toBeDefined()
  })
})

describe('this machine only', () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((one) => one && !one.internal && one.family === 'IPv4')?.address

  it.skipIf(outside === undefined)('the page listens on no other address', async () => {
    const port = Number(new URL(run.page.address).port)
    const refused = await new Promise((resolve) => {
      const socket = connect(port, outside, () => resolve(false)).once('error', () => resolve(true))
      socket.setTimeout(2000, () => resolve(true))
    })
    expect(refused).toBe(true)
  })

  it.skipIf(outside === undefined)('the bot takes no delivery from another address', async () => {
    const { status } = await fetch(run.botAddress.replace('127.0.0.1', String(outside)), { method: 'POST', body: '{}' })
    expect(status).toBe(403)
  })

  it('no delivery may name a server that is elsewhere', async () => {
    const body = {
      type: 'message',
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/teams/',
      conversation: { id: 'x', tenantId: place.tenant },
    }
    expect((await fetch(run.botAddress, { method: 'POST', body: JSON.stringify(body) })).status).toBe(403)
  })
})

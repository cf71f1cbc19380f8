// A long thread that is linked while people write in it, at the pace that Slack allows, with its files and with how far it is in sight.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../../src/contracts/identity.ts'
import { botUser, team } from './emulator.ts'
import { channel, type LongThread, root, startLongThread } from './long-thread.ts'
import { killReading } from './reading.ts'
import { openSlackWorld, type SlackWorld } from './slack-world.ts'

const replies = 1000
const withFiles = 50
const thread = `slack:${team}:${channel}|${root}`

const fill = (slack: LongThread, count: number, files: number) => {
  for (let index = 0; index < count; index += 1) slack.say(`reply ${index}`, index % (count / files) === 0 ? `F${index}` : undefined)
}
const linkBy = (world: SlackWorld, contract: string, ts = '1700009000.000100') =>
  world.event({ type: 'app_mention', channel, user: 'U0ANA', text: `<@${botUser}> link ${contract}`, ts, thread_ts: root })
const heard = (world: SlackWorld, ts: string, text: string) =>
  world.event({ type: 'message', channel, user: 'U0LEE', text, ts, thread_ts: root, event_ts: ts })
const timeline = async (world: SlackWorld, contract: string, person: Person): Promise<string[]> => {
  const state = await world.store.contracts.get(person, contract)
  const texts: string[] = []
  for (let after: string | undefined, more = true; more; ) {
    const page = await world.store.talk.list(person, state, { words: [], limit: 200, ...(after !== undefined && { after }) })
    texts.push(...page.items.map((message) => message.texts.at(-1)?.text ?? ''))
    after = page.next
    more = after !== undefined
  }
  return texts
}
const payloads = async (world: SlackWorld, contract: string, kind: string) =>
  (await world.store.record.entries(contract)).filter((entry) => entry.kind === kind).map(({ payload }) => JSON.parse(payload ?? '{}'))
/** What the note in the thread read, one after the other. */
const notes = (slack: LongThread) => {
  expect(slack.shown).toHaveLength(1)
  return slack.shown[0]?.states.map((state) => state.match(/(Reading|Older replies are saved): [^|]*[^| ]/)?.[0] ?? state) ?? []
}

describe('a thread of 1,000 replies with 50 files that is written to meanwhile', () => {
  let world: SlackWorld
  let slack: LongThread
  let contract: string
  let said = 0

  const write = async (isHeard = true) => {
    said += 1
    const text = `said meanwhile ${said}`
    const ts = slack.say(text)
    if (isHeard) await heard(world, ts, text)
  }

  beforeAll(async () => {
    slack = await startLongThread({ page: 80, limitEach: 4, waitSeconds: 30 })
    fill(slack, replies, withFiles)
    world = await openSlackWorld({ slack: { apiUrl: slack.apiUrl } })
    contract = await world.contract('Long MSA', 'ana')
    expect((await linkBy(world, contract)).status).toBe(200)
    const linking = world.app.settled()
    for (let index = 0; index < 10; index += 1) await write()
    await linking
    await world.settle()
    for (let minute = 0; minute < 12; minute += 1) {
      world.ahead.ms += 30_000
      // Half of what is said while it is being read is never delivered.
      await write(minute > 3 || minute % 2 === 1)
      await world.settle()
    }
    world.ahead.ms += 120_000
    await world.settle()
  }, 120_000)
  afterAll(async () => {
    await world.close()
    await slack.close()
  })

  it('is complete, in order and without a duplicate', async () => {
    expect(said).toBe(22)
    expect(await timeline(world, contract, await world.person('ana'))).toEqual(['The root.', ...slack.thread.map(({ text }) => text)])
    const keys = (await world.store.record.entries(contract)).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(world.logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('has all of its files', async () => {
    const files = (await payloads(world, contract, 'message')).flatMap((message) => message.files as { sha256?: string }[])
    expect(files).toHaveLength(withFiles)
    expect(files.every(({ sha256 }) => sha256 !== undefined)).toBe(true)
    expect(slack.calls.files).toBe(withFiles)
  })

  it('shows how far it is in one note, which says in the end what came of it', () => {
    const states = notes(slack)
    const counts = states
      .slice(0, -1)
      .map((state) => /^Reading: ([\d,]+) of (1,0\d\d) messages, (\d+) files?$/.exec(state)?.slice(1) ?? [state])
    expect(counts.length).toBeGreaterThanOrEqual(4)
    const numbers = counts.map(([read, total, files]) => [read, total, files].map((count) => Number(count?.replace(',', ''))))
    expect(numbers.flat().every(Number.isFinite)).toBe(true)
    expect(numbers).toEqual([...numbers].sort(([one = 0], [other = 0]) => one - other))
    expect(states.at(-1)).toMatch(/^Older replies are saved: 1,0\d\d messages, 50 files\.$/)
    expect(slack.shown[0]?.states.every((state) => state.includes('Unlink'))).toBe(true)
  })

  it('asks no page while Slack asks to wait, and changes the note less often than Slack allows', () => {
    expect(slack.calls.limited).toBeGreaterThanOrEqual(3)
    // Each refusal ends a reading, and the next one begins half a minute later at the earliest, on whose clock ever.
    expect(slack.calls.replies).toBeLessThanOrEqual(Math.ceil((replies + said) / 80) * 2 + slack.calls.limited + 2)
    expect(slack.calls.updates.length).toBeLessThanOrEqual(13)
  })

  it('tells whoever linked it that it is still being read, and when it is done', () => {
    expect(slack.ephemerals[0]).toContain('Older replies are still being read.')
    expect(slack.ephemerals.at(-1)).toMatch(/All older replies are saved with C-1 Long MSA: 1,0\d\d messages, 50 files\./)
    expect(slack.ephemerals).toHaveLength(2)
  })

  it('is linked once, and has its authors by name', async () => {
    expect(world.invocations.filter(({ text }) => text.startsWith('link'))).toHaveLength(1)
    const [message] = await payloads(world, contract, 'message')
    expect(message).toMatchObject({ author: { name: 'Lee', account: `slack:${team}:U0LEE` }, backfilled: true })
  })

  it('is read to its end though whoever reads it is killed by SIGKILL twice', { timeout: 120_000 }, async () => {
    const other = await world.contract('Other MSA', 'ana')
    const ana = await world.person('ana')
    await world.store.record.append(other, () => [
      { kind: 'linked', key: 'l', actor: ana.id, source: 'test', payload: { thread, conversationName: '#long', visibility: 'contract' } },
    ])
    const due = new Date().toISOString()
    await world.store.threads.scheduleHistory({ thread, contract: other, due, pass: 1, by: '1' })
    slack.limitEach = 0
    const before = slack.calls.replies
    let aheadMs = world.ahead.ms
    for (const [pages, afterMs] of [
      [2, 0],
      [3, 20],
    ] as const) {
      await killReading({ world, slack, aheadMs, pages, afterMs })
      aheadMs += 600_000
    }
    expect((await payloads(world, other, 'message')).length).toBeLessThan(slack.thread.length)
    world.ahead.ms = aheadMs
    await world.settle()
    expect(await timeline(world, other, ana)).toEqual(['The root.', ...slack.thread.map(({ text }) => text)])
    const keys = (await world.store.record.entries(other)).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    const pages = Math.ceil(slack.thread.length / 80)
    // Read on from where it stopped, never from the start: a page more for each that died, and the second reading.
    expect(slack.calls.replies - before).toBeLessThanOrEqual(pages * 2 + 4)
    expect(slack.shown.at(-1)?.states.at(-1)).toContain('Older replies are saved: 1,023 messages, 50 files.')
    expect(slack.shown).toHaveLength(2)
  })
})

describe('a short thread', () => {
  const open = async (options: Parameters<typeof startLongThread>[0]) => {
    const slack = await startLongThread(options)
    const world = await openSlackWorld({ slack: { apiUrl: slack.apiUrl } })
    const contract = await world.contract('Short MSA', 'ana')
    const close = async () => {
      await world.close()
      await slack.close()
    }
    return { slack, world, contract, close }
  }

  it('has a note that needs no change', async () => {
    const { slack, world, contract, close } = await open({ page: 100 })
    fill(slack, 4, 2)
    await linkBy(world, contract)
    await world.settle()
    expect(notes(slack)).toEqual(['Older replies are saved: 5 messages, 2 files.'])
    expect(slack.ephemerals).toEqual([expect.stringContaining('Linked 5 messages, 2 files')])
    await close()
  })

  it('is read again a minute later: what the history did not show yet, and nobody heard, is in it then', async () => {
    const { slack, world, contract, close } = await open({ page: 100 })
    fill(slack, 4, 2)
    const ts = slack.say('said at that very moment')
    slack.late.add(ts)
    await heard(world, ts, 'said at that very moment')
    await linkBy(world, contract)
    await world.settle()
    expect(await timeline(world, contract, await world.person('ana'))).not.toContain('said at that very moment')
    slack.late.clear()
    world.ahead.ms = 61_000
    await world.settle()
    expect((await timeline(world, contract, await world.person('ana'))).at(-1)).toBe('said at that very moment')
    expect(notes(slack)).toHaveLength(1)
    await close()
  })

  it.each([
    ['thread_not_found', 'Slack no longer has this thread.'],
    ['not_in_channel', 'I am not in this channel. Invite me, then link again.'],
    ['missing_scope', 'the app lacks the right to read history here.'],
  ])('that Slack does not give (%s) is linked, and both the thread and the asker are told why', async (error, words) => {
    const { slack, world, contract, close } = await open({ page: 100, error })
    await linkBy(world, contract)
    await world.settle()
    expect(slack.shown.map(({ states }) => states)).toEqual([[expect.stringContaining(words)]])
    expect(slack.ephemerals).toEqual([expect.stringContaining(words)])
    expect(await payloads(world, contract, 'gap')).toEqual([{ thread, reason: expect.stringContaining(words) }])
    expect((await world.store.threads.linked(thread))?.contracts).toEqual([contract])
    await close()
  })

  it('whose first message was deleted says so, once', async () => {
    const rootIs = { subtype: 'tombstone', text: 'This message was deleted.', user: 'USLACKBOT' }
    const { slack, world, contract, close } = await open({ page: 2, rootIs })
    fill(slack, 6, 1)
    await linkBy(world, contract)
    await world.settle()
    world.ahead.ms = 61_000
    await world.settle()
    expect(notes(slack).at(-1)).toBe('Older replies are saved: 6 messages, 1 file.')
    expect(slack.shown[0]?.states.at(-1)).toContain('1 message was deleted before; Slack no longer gives the text.')
    expect(await payloads(world, contract, 'gap')).toHaveLength(1)
    await close()
  })
})

// Payloads as Slack really sends them, every kind: through the receiver without an error, and nothing of them stays.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { team } from './emulator.ts'
import { openSlackWorld, type SlackWorld } from './slack-world.ts'

const folder = join(import.meta.dirname, '../../../../shared/corpus/slack')
const isThere = existsSync(folder)
if (!isThere) console.log('Recorded payloads are not beside the project: the test over them is skipped.')

type Database = {
  listCollections(): { toArray(): Promise<{ name: string }[]> }
  collection(name: string): { find(filter: object): { toArray(): Promise<unknown[]> } }
}
type Json = null | string | number | boolean | Json[] | { [key: string]: Json }

/** The recordings have their values taken out: ids and times are put back, so that every kind is told from every other. */
const filled = (value: Json, key = ''): Json => {
  if (Array.isArray(value)) return value.map((one) => filled(one, key))
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, filled(one, key === 'team' || key === 'enterprise' ? 'team' : name)]),
    )
  if (value !== '' && !(typeof value === 'string' && /^0+\.0+$/.test(value))) return value
  if (/^(?:team_id|context_team_id|user_team|source_team|team)$/.test(key)) return team
  if (/(?:^|_)ts$/.test(key)) return '1700000000.000100'
  if (/^channel(?:_id)?$|^(?:old|new)_channel_id$/.test(key)) return 'C0RECORDED'
  if (/^user(?:_id)?$|^id$/.test(key)) return 'U0RECORDED'
  return value
}

describe.runIf(isThere)('recorded payloads', () => {
  let world: SlackWorld

  beforeAll(async () => {
    world = await openSlackWorld()
  })
  afterAll(() => world?.close())

  const send = (name: string, payload: Json) => {
    if (name.startsWith('slash-commands')) {
      const form = {
        ...(payload as Record<string, string>),
        response_url: world.responseUrl,
        command: '/contract',
        text: 'help',
        trigger_id: name,
      }
      return world.post(new URLSearchParams(form).toString(), 'form')
    }
    if (name.startsWith('events-')) return world.post(JSON.stringify(payload))
    return world.post(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), 'form')
  }

  /** Every document of every collection. */
  const everything = async () => {
    const database = world.store.tickerDatabase() as Database
    const names = (await database.listCollections().toArray()).map(({ name }) => name).sort()
    return Promise.all(names.map(async (name) => [name, await database.collection(name).find({}).toArray()]))
  }

  it('are all taken, as they were recorded and with ids in them, and leave nothing behind', async () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
    expect(files.length).toBeGreaterThanOrEqual(105)
    const before = await everything()
    const answered: Record<string, number> = {}
    for (const name of files) {
      const recorded: Json = JSON.parse(readFileSync(join(folder, name), 'utf8'))
      answered[`${name} as recorded`] = (await send(`${name}`, recorded)).status
      const type = name.startsWith('events-') ? { type: 'event_callback' } : {}
      answered[`${name} with ids`] = (await send(name, { ...(filled(recorded) as object), ...type } as Json)).status
    }
    await world.settle()
    expect(Object.entries(answered).filter(([, status]) => status !== 200)).toEqual([])
    expect(world.logged.filter(({ level }) => level === 'error')).toEqual([])
    expect(await everything()).toEqual(before)
    expect((await world.store.inbox.counts()).spooled).toBe(0)
  })
})

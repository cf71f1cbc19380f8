// Pictures that were shared in linked threads: shown again where Slack itself shows them, and to nobody who may not read the message.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { botUser, stamp } from './emulator.ts'
import { openSlackWorld, type SlackWorld } from './slack-world.ts'

let world: SlackWorld
let contract: string
const channels = { open: '', secret: '' }
const roots = { open: '', secret: '' }

/** The picture blocks of the answer, and all of it in words. */
const talk = async (name: string, line = `talk ${contract}`, channel = channels.open) => {
  world.responses.length = 0
  await world.slash(name, channel, line)
  await world.settle()
  const { blocks = [] } = (world.responses.at(-1) ?? {}) as { blocks?: { type: string; slack_file?: { id: string }; alt_text?: string }[] }
  return { pictures: blocks.filter(({ type }) => type === 'image'), words: JSON.stringify(world.responses) }
}

/** Somebody shares a file in the linked thread, and the emulator has its bytes. */
const share = async (name: string, where: keyof typeof channels, filename: string, alt_text?: string) => {
  const slot = await world.slack.as(name, 'files.getUploadURLExternal', { filename, length: 4, ...(alt_text && { alt_text }) })
  await fetch(String(slot.upload_url), { method: 'POST', body: 'text' })
  const place = { channel_id: channels[where], thread_ts: roots[where] }
  await world.slack.as(name, 'files.completeUploadExternal', { files: [{ id: slot.file_id }], ...place })
  await world.settle()
  return String(slot.file_id)
}

/** A delivery of a file as Slack tells it. */
const deliver = async (file: object) => {
  const ts = stamp()
  const said = { user: world.slack.id('lee'), text: 'See.', ts, event_ts: ts, thread_ts: roots.open }
  await world.event({ subtype: 'file_share', channel: channels.open, files: [{ id: 'F0ODD', mode: 'hosted', ...file }], ...said })
  await world.settle()
}

beforeAll(async () => {
  world = await openSlackWorld()
  contract = await world.contract('Acme MSA', 'ana')
  for (const [key, name] of [
    ['open', 'acme-renewal'],
    ['secret', 'acme-secret'],
  ] as const) {
    channels[key] = world.slack.id(name)
    roots[key] = await world.say('lee', channels[key], 'The root.')
    await world.say('ana', channels[key], `<@${botUser}> link ${contract}`, roots[key])
    await world.settle()
  }
  for (const name of ['kim', 'lee']) await talk(name, 'whoami')
})
afterAll(() => world.close())

it('stands below its message, described by whoever shared it, and goes with the message when that is deleted', async () => {
  const id = await share('lee', 'open', 'plan.png', 'Our plan for Acme')
  const shown = await talk('kim')
  expect(shown.pictures).toEqual([{ type: 'image', slack_file: { id }, alt_text: 'Our plan for Acme (plan.png, shared by Lee)' }])
  expect(shown.words).toContain('file plan.png')
  const ts = world.slack.messages(channels.open).find(({ files }) => JSON.stringify(files ?? '').includes(id))?.ts
  await world.slack.as('lee', 'chat.delete', { channel: channels.open, ts })
  await world.settle()
  const after = await talk('kim')
  expect(after.pictures).toEqual([])
  expect(after.words).toMatch(/deleted there on .* file plan\.png/)
})

it('is none of what Slack does not draw, and none whose bytes could not be kept', async () => {
  await share('lee', 'open', 'notes.txt')
  await share('lee', 'open', 'drawing.svg')
  await deliver({ name: 'elsewhere.png', filetype: 'png', is_external: true, mode: 'external' })
  await deliver({ name: 'gone.png', filetype: 'png', url_private: new URL('/files-pri/F0ODD/gone.png', world.slack.apiUrl).href })
  expect((await talk('kim')).pictures).toEqual([])
})

it('of a private channel is shown to its members, and to nobody else', async () => {
  const id = await share('ana', 'secret', 'secret.png')
  expect((await talk('lee')).pictures).toEqual([{ type: 'image', slack_file: { id }, alt_text: 'secret.png, shared by Ana' }])
  const others = await talk('kim')
  expect(others.pictures).toEqual([])
  expect(others.words).not.toContain(id)
  const before = world.slack.messages(channels.open).length
  await talk('lee', `talk ${contract} share:here`)
  const posted = world.slack.messages(channels.open).slice(before)
  expect(posted).toHaveLength(1)
  expect(JSON.stringify(posted)).not.toContain(id)
})

it('is left to its name where Slack refuses it by the way back, and the answer still comes', async () => {
  const id = await share('lee', 'open', 'late.png')
  world.respondsWith = { ok: false, error: 'invalid_blocks' }
  const before = world.slack.ephemerals().length
  await talk('lee')
  world.respondsWith = undefined
  const [answer] = world.slack.ephemerals().slice(before)
  expect(JSON.stringify(answer)).toContain(id)
})

it('logged no error in all of this', () => {
  expect(world.logged.filter(({ level }) => level === 'error')).toEqual([])
})

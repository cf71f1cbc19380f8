// Files that come with talk in Slack: kept within the minute, tried for a day, and where they can never be had the record says why.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { botUser, stamp } from './emulator.ts'
import { channel, type LongThread, root, startLongThread } from './long-thread.ts'
import { openSlackWorld, type SlackWorld } from './slack-world.ts'

let world: SlackWorld
let slack: LongThread
let contract: string
let passed = 0
/** What stood in the authorization of each request for a file. */
let tokens: (string | undefined)[] = []

beforeAll(async () => {
  slack = await startLongThread({ page: 100 })
  world = await openSlackWorld({ slack: { apiUrl: slack.apiUrl, clock: () => new Date() }, clock: () => new Date(Date.now() + passed) })
  contract = await world.contract('Acme MSA', 'ana')
  await world.event({ type: 'app_mention', channel, user: 'U0ANA', text: `<@${botUser}> link ${contract}`, ts: stamp(), thread_ts: root })
  await world.settle()
  world.ahead.ms = 120_000
  await world.settle()
})
beforeEach(() => {
  slack.onFile = () => false
  slack.fileInfo.clear()
  tokens = []
})
afterAll(async () => {
  await world.close()
  await slack.close()
})

const at = (id: string) => new URL(`/files/${id}`, slack.apiUrl).href
/** Somebody shares files in the linked thread; answers with the timestamp of the message. */
const share = (...files: object[]) => shareSaying('see', ...files)
const shareSaying = async (text: string, ...files: object[]) => {
  const ts = stamp()
  await world.event({
    type: 'message',
    subtype: 'file_share',
    channel,
    user: 'U0LEE',
    text,
    ts,
    event_ts: ts,
    thread_ts: root,
    files,
  })
  await world.settle()
  return ts
}
const payloads = async (kind: string, ts: string) =>
  (await world.store.record.entries(contract))
    .filter((entry) => entry.kind === kind && entry.key.includes(ts))
    .map(({ payload }) => JSON.parse(payload ?? '{}'))
const filesOf = async (ts: string) => {
  const ana = await world.person('ana')
  const page = await world.store.talk.list(ana, await world.store.contracts.get(ana, contract), { words: [], limit: 200 })
  return page.items.find(({ message }) => message.endsWith(`|m|${ts}`))?.files ?? []
}
const sha256 = createHash('sha256').update('text').digest('hex')

describe('the bytes of a file', () => {
  it('are kept with its message, fetched with our token, and shown under its own name', async () => {
    slack.onFile = (_id, request) => {
      tokens.push(request.headers.authorization)
      return false
    }
    const ts = await share({ id: 'F1', name: 'draft.docx', size: 4, url_private: at('F1'), url_private_download: at('F1') })
    expect(await filesOf(ts)).toMatchObject([{ name: 'draft.docx', sha256, size: 4 }])
    expect(tokens).toEqual(['Bearer xoxb-test-token'])
    expect(Buffer.from(await world.store.files.read(sha256)).toString()).toBe('text')
  })

  it('of a snippet and of a mail are those of any file', async () => {
    const ts = await share(
      { id: 'F2', name: 'terms.txt', mode: 'snippet', filetype: 'text', url_private: at('F2') },
      { id: 'F3', name: 'Re: terms', mode: 'email', filetype: 'email', mimetype: 'text/html', url_private: at('F3') },
    )
    expect((await filesOf(ts)).map(({ name, sha256: kept }) => [name, kept])).toEqual([
      ['terms.txt', sha256],
      ['Re: terms', sha256],
    ])
  })

  it('of another company’s file are asked for by its id, which is all that the delivery tells', async () => {
    slack.fileInfo.set('F4', { ok: true, file: { id: 'F4', name: 'theirs.pdf', size: 4, url_private_download: at('F4') } })
    const ts = await share({ id: 'F4', file_access: 'check_file_info' })
    expect(await filesOf(ts)).toMatchObject([{ name: 'F4', sha256 }])
  })

  it.each([
    ['../../../etc/passwd'],
    ['contract.pdf\u0000.exe'],
    ['\u202Efdp.exe'],
    ['x'.repeat(5_000)],
    ['<!channel>'],
    ['C:\\Windows\\a.docx'],
  ])('lie under their hash whatever the file is called: %j', async (name) => {
    const ts = await share({ id: 'F5', name, url_private: at('F5') }, { id: 'F6', name, url_private: at('F6') })
    const files = await filesOf(ts)
    expect(files.map((file) => file.sha256)).toEqual([sha256, sha256])
    expect(files[0]?.name).toBe(name)
    expect(files[1]?.name).toContain('(2)')
  })
})

describe('a file that can never be had', () => {
  it.each<[string, object, string]>([
    ['that was deleted meanwhile', { mode: 'tombstone' }, 'no longer there'],
    ['beyond the limit of the plan', { mode: 'hidden_by_limit' }, 'beyond the limit of its plan'],
    ['in another service', { is_external: true, mode: 'external', url_private: 'https://drive.example/x' }, 'lies in another service'],
    [
      'on a host that is not of Slack',
      { url_private: 'https://files.slack.com.evil.example/x' },
      'outside Slack (files.slack.com.evil.example)',
    ],
    ['on a host by http', { url_private: 'http://files.slack.com/x' }, 'outside Slack'],
    ['without an address', {}, 'no address'],
    ['with an address that is none', { url_private: 'javascript:alert(1)' }, 'outside Slack'],
    ['that is a canvas', { mode: 'quip', filetype: 'quip', url_private: 'https://files.slack.com/canvas' }, 'a canvas of Slack'],
    ['that is a list', { mode: 'list', filetype: 'list' }, 'a list of Slack'],
    ['that is larger than we keep', { size: 2 ** 31, url_private: 'https://files.slack.com/x' }, 'larger than 100 MB'],
    ['of which Slack knows nothing any more', { file_access: 'check_file_info' }, 'no longer there'],
  ])('%s is told with the reason, and its message is there', async (_case, told, words) => {
    const ts = await share({ id: 'F7', name: 'a.pdf', ...told })
    expect(await filesOf(ts)).toMatchObject([{ name: 'a.pdf', missing: expect.stringContaining(words) }])
    expect(await payloads('message', ts)).toMatchObject([{ text: 'see' }])
    expect(tokens).toEqual([])
  })

  it.each<[string, (response: Parameters<LongThread['onFile']>[2]) => unknown, string]>([
    ['is deleted before we ask (404)', (response) => response.writeHead(404).end(), 'no longer there'],
    ['is not ours to read (403)', (response) => response.writeHead(403).end(), 'did not give us the right'],
    [
      'is behind a redirect, which is not followed',
      (response) => response.writeHead(302, { location: 'https://evil.example/' }).end(),
      'asks to sign in',
    ],
    ['is the page to sign in', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<form>'), 'asks to sign in'],
    [
      'says that it is larger than we keep',
      (response) => response.writeHead(200, { 'content-length': 2 ** 31 }).write('x'),
      'larger than 100 MB',
    ],
  ])('%s', async (_case, answer, words) => {
    slack.onFile = (_id, _request, response) => {
      answer(response)
      return true
    }
    const ts = await share({ id: 'F8', name: 'a.pdf', url_private: at('F8') })
    expect(await filesOf(ts)).toMatchObject([{ name: 'a.pdf', missing: expect.stringContaining(words) }])
    expect(await payloads('file_missing', ts)).toHaveLength(1)
  })

  it('that Slack does not let us look up is told so; one that it cannot tell of now is tried again', async () => {
    slack.fileInfo.set('F9', { ok: false, error: 'access_denied' })
    slack.fileInfo.set('F10', { ok: false, error: 'internal_error' })
    const ts = await share(
      { id: 'F9', name: 'a.pdf', file_access: 'check_file_info' },
      { id: 'F10', name: 'b.pdf', file_access: 'check_file_info' },
    )
    expect(await payloads('file_missing', ts)).toMatchObject([{ name: 'a.pdf', reason: expect.stringContaining('the right to read it') }])
    slack.fileInfo.set('F10', { ok: true, file: { id: 'F10', url_private: at('F10') } })
    passed += 10_000
    await world.settle()
    expect(await payloads('file', ts)).toMatchObject([{ file: { name: 'b.pdf', sha256 } }])
  })
})

describe('a file that does not come', () => {
  const tries: number[] = []
  const begin = async (isBroken: () => boolean, words = 'see') => {
    tries.length = 0
    const start = passed
    slack.onFile = (_id, _request, response) => {
      tries.push(passed - start)
      if (isBroken()) response.writeHead(503).end()
      return isBroken()
    }
    return { ts: await shareSaying(words, { id: 'F11', name: 'slow.pdf', size: 4, url_private: at('F11') }), start }
  }
  /** Lets time pass in small steps, with everything that is due done at each. */
  const pass = async (milliseconds: number, step: number) => {
    for (let left = milliseconds; left > 0; left -= step) {
      passed += step
      await world.settle()
    }
  }

  it('within a minute stands with its message as if it had come at once', async () => {
    let isBroken = true
    const { ts } = await begin(() => isBroken)
    await pass(20_000, 5_000)
    isBroken = false
    await pass(50_000, 5_000)
    expect(await filesOf(ts)).toMatchObject([{ name: 'slow.pdf', sha256 }])
    expect(await payloads('file_pending', ts)).toEqual([])
  })

  it('is told as pending after a minute, tried with growing pauses, and kept when it comes', async () => {
    let isBroken = true
    const { ts } = await begin(() => isBroken, 'The slowest annex')
    await pass(90_000, 5_000)
    expect(await payloads('file_pending', ts)).toMatchObject([{ name: 'slow.pdf', reason: 'the place of the file answered 503' }])
    expect(await filesOf(ts)).toMatchObject([{ name: 'slow.pdf', pending: 'the place of the file answered 503' }])
    await world.slash('ana', channel, `talk ${contract} slowest`)
    await world.settle()
    expect(JSON.stringify(world.responses.at(-1))).toContain('file slow.pdf, which is not kept yet and is tried again')
    isBroken = false
    await pass(1_800_000, 120_000)
    expect(await filesOf(ts)).toMatchObject([{ name: 'slow.pdf', sha256 }])
  })

  it('for a day is told as missing then, and never asked for again', async () => {
    const { ts } = await begin(() => true)
    await pass(120_000, 5_000)
    await pass(3 * 3_600_000, 600_000)
    await pass(20 * 3_600_000, 3_600_000)
    expect(await payloads('file_missing', ts)).toEqual([])
    await pass(5 * 3_600_000, 1_800_000)
    expect(await payloads('file_missing', ts)).toMatchObject([{ name: 'slow.pdf', reason: 'the place of the file answered 503' }])
    expect((await filesOf(ts)).map(({ name, missing }) => [name, missing])).toEqual([['slow.pdf', 'the place of the file answered 503']])
    const [first = 0, last = 0] = [tries[0], tries.at(-1)]
    expect(last - first).toBeGreaterThanOrEqual(24 * 3_600_000)
    const pauses = tries.slice(2).map((time, index) => time - (tries[index + 1] ?? 0))
    expect(Math.max(...pauses)).toBeLessThanOrEqual(5 * 3_600_000)
    expect(tries.length).toBeLessThanOrEqual(16)
    await pass(48 * 3_600_000, 6 * 3_600_000)
    expect(tries.length).toBeLessThanOrEqual(16)
    expect(await world.store.inbox.counts()).toMatchObject({ waiting: 0, stuck: 0 })
  })
})

it('logged no error in all of this', () => {
  expect(world.logged.filter(({ level }) => level === 'error')).toEqual([])
})

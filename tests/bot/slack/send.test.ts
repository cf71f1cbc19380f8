// What is sent to Slack, what came of it, and whether it is there: each answer that Slack can give.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { webApi } from '@slack/bolt'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buttons, card, folded, text } from '../../../src/bot/card.ts'
import type { Destination, Outgoing } from '../../../src/bot/platform.ts'
import { type Call, clientOptions, createCall } from '../../../src/bot/slack/api.ts'
import { createDialect } from '../../../src/bot/slack/dialect.ts'
import { createFetchFile } from '../../../src/bot/slack/files.ts'
import { findSentCard } from '../../../src/bot/slack/find-sent.ts'
import { eventType, sendCard } from '../../../src/bot/slack/send.ts'
import { Refusal } from '../../../src/contracts/refusal.ts'

type Answer = { status?: number; headers?: Record<string, string>; body?: object; hang?: true; cut?: true }

let server: Server
let call: Call
let base: string
const sent: { method: string; told: Record<string, string>; authorization: string }[] = []
let answers: Record<string, Answer[]> = {}
let now = 0
let dialect = createDialect({ teams: ['T1'], clock: () => new Date(now) })
const by = (through = call) => ({ call: through, dialect })

beforeAll(async () => {
  server = createServer((request, response) => {
    let written = ''
    request.on('data', (part) => {
      written += part
    })
    request.on('end', () => {
      const method = request.url?.split('/').at(-1) ?? ''
      sent.push({ method, told: Object.fromEntries(new URLSearchParams(written)), authorization: request.headers.authorization ?? '' })
      const {
        status = 200,
        headers = {},
        body = { ok: true, ts: '1.2', message_ts: '1.3', channel: { id: 'D0DIRECT' } },
        cut,
      } = answers[method]?.shift() ?? {}
      if (cut) return request.socket.destroy()
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  call = createCall(new webApi.WebClient('xoxb-secret', { ...clientOptions(`${base}/api/`), logLevel: webApi.LogLevel.ERROR }))
})
beforeEach(() => {
  sent.length = 0
  answers = {}
  dialect = createDialect({ teams: ['T1'], clock: () => new Date(now) })
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const thread = 'slack:T1:C1|1700000000.000100'
const outgoing = (destination: Destination, more: Partial<Outgoing> = {}): Outgoing => ({
  id: 'out-1',
  destination,
  card: card('Linked.', text('Linked.')),
  ...more,
})
const toThread = outgoing({ to: 'thread', thread })
const toPersonInThread = outgoing({ to: 'person-in-thread', thread, account: 'slack:T1:U1' })
const methods = () => sent.map(({ method }) => method)
const failing = (error: string): Answer => ({ body: { ok: false, error } })

describe('a card', () => {
  it('for a thread is posted there with its id, words for screen readers, and no previews', async () => {
    expect(await sendCard(by(), toThread)).toEqual({ result: 'sent', message: '1.2' })
    expect(sent[0]?.told).toMatchObject({ channel: 'C1', thread_ts: '1700000000.000100', text: 'Linked.', unfurl_links: 'false' })
    expect(JSON.parse(sent[0]?.told.metadata ?? '')).toEqual({ event_type: eventType, event_payload: { outbox: 'out-1' } })
  })

  it('for the channel itself stands in no thread', async () => {
    await sendCard(by(), outgoing({ to: 'thread', thread: 'slack:T1:C1|-' }))
    expect(sent[0]?.told.thread_ts).toBeUndefined()
  })

  it('that replaces another changes it', async () => {
    expect(await sendCard(by(), { ...toThread, replaces: '9.9' })).toEqual({ result: 'sent', message: '1.2' })
    expect(sent[0]).toMatchObject({ method: 'chat.update', told: { ts: '9.9', channel: 'C1' } })
  })

  it('for one person in a thread shows itself to them alone', async () => {
    expect(await sendCard(by(), toPersonInThread)).toEqual({ result: 'sent', message: '1.2' })
    expect(sent[0]).toMatchObject({ method: 'chat.postEphemeral', told: { user: 'U1', channel: 'C1' } })
  })

  it.each(['not_in_channel', 'user_not_in_channel', 'channel_not_found', 'is_archived'])(
    'goes to their direct messages after %s',
    async (error) => {
      answers['chat.postEphemeral'] = [failing(error)]
      expect(await sendCard(by(), toPersonInThread)).toMatchObject({ result: 'sent' })
      expect(methods()).toEqual(['chat.postEphemeral', 'conversations.open', 'chat.postMessage'])
      expect(sent.at(-1)?.told).toMatchObject({ channel: 'D0DIRECT' })
    },
  )

  it('in direct messages is a message that stays', async () => {
    await sendCard(by(), outgoing({ to: 'person-in-thread', thread: 'slack:T1:D1|-', account: 'slack:T1:U1' }))
    expect(methods()).toEqual(['chat.postMessage'])
  })

  describe('with a table', () => {
    const table = {
      ...toThread,
      card: card('Two rows.', {
        type: 'table',
        caption: 'All',
        columns: [{ label: 'No.' }, { label: 'Title' }],
        rows: [{ cells: ['C-1', 'Acme MSA'] }, { cells: ['C-2', 'Beta SOW'] }],
      }),
    }
    const drawn = () => sent.map(({ told }) => (told.blocks ? (JSON.parse(told.blocks) as { type: string }[]).map(({ type }) => type) : []))

    it('has it drawn by Slack', async () => {
      await sendCard(by(), table)
      expect(drawn()).toEqual([['rich_text', 'data_table']])
    })

    it.each(['chat.postMessage', 'chat.update'])(
      'goes out with the table in text after %s refused its blocks, and so do all others for an hour',
      async (method) => {
        answers[method] = [failing('invalid_blocks')]
        const asked = method === 'chat.update' ? { ...table, replaces: '9.9' } : table
        expect(await sendCard(by(), asked)).toMatchObject({ result: 'sent' })
        expect(drawn()).toEqual([
          ['rich_text', 'data_table'],
          ['rich_text', 'rich_text'],
        ])
        expect(sent[1]?.told.blocks).toContain('Beta SOW')
        expect(sent[1]?.told.text).toBe('Two rows.')
        await sendCard(by(), table)
        expect(drawn().at(-1)).toEqual(['rich_text', 'rich_text'])
        now += 60 * 60_000
        await sendCard(by(), table)
        expect(drawn().at(-1)).toEqual(['rich_text', 'data_table'])
      },
    )

    it('goes out in words when that is refused too, which says nothing about tables', async () => {
      answers['chat.postMessage'] = [failing('invalid_blocks'), failing('invalid_blocks')]
      expect(await sendCard(by(), table)).toMatchObject({ result: 'sent' })
      expect(drawn()).toEqual([['rich_text', 'data_table'], ['rich_text', 'rich_text'], []])
      await sendCard(by(), table)
      expect(drawn().at(-1)).toEqual(['rich_text', 'data_table'])
    })

    it('is not sent again when what came of the second try is unclear', async () => {
      answers['chat.postMessage'] = [failing('invalid_blocks'), { cut: true }]
      expect(await sendCard(by(), table)).toMatchObject({ result: 'unclear' })
      expect(sent).toHaveLength(2)
    })
  })

  describe('with a picture, a group and a table', () => {
    const rows = Array.from({ length: 11 }, (_, index) => ({ cells: [`C-${index}`], command: `show C-${index}` }))
    const rich = {
      ...toThread,
      card: card(
        'All of it.',
        { type: 'quote', author: 'Lee', at: '', text: 'See.', marks: ['file a.png'] },
        { type: 'image', conversation: 'slack:T1:C1', file: 'F1', alt: 'Spend by month' },
        folded(
          '2 more fields',
          { type: 'facts', facts: [{ label: 'Seats', value: '480' }] },
          buttons({ label: 'Talk', command: 'talk C-1' }),
        ),
        { type: 'table', caption: 'All', columns: [{ label: 'No.' }], rows },
      ),
    }
    const drawn = () => sent.map(({ told }) => (told.blocks ? (JSON.parse(told.blocks) as { type: string }[]).map(({ type }) => type) : []))
    const whole = ['rich_text', 'image', 'container', 'rich_text', 'data_table', 'actions']
    const noPicture = ['rich_text', 'container', 'rich_text', 'data_table', 'actions']
    const unfolded = ['rich_text', 'header', 'rich_text', 'actions', 'rich_text', 'data_table', 'actions']
    const allWords = ['rich_text', 'header', 'rich_text', 'actions', 'rich_text', ...rows.map(() => 'section')]

    it('has all of it drawn by Slack', async () => {
      await sendCard(by(), rich)
      expect(drawn()).toEqual([whole])
    })

    it.each([
      ['the picture', 1, [whole, noPicture], whole],
      ['the group', 2, [whole, noPicture, unfolded], ['rich_text', 'image', ...unfolded.slice(1)]],
      ['the table', 3, [whole, noPicture, unfolded, allWords], [...whole.slice(0, 4), ...rows.map(() => 'section')]],
    ])(
      'gives up no more than %s when that was refused, and goes without it for an hour unless it was a picture',
      async (_, refusals, tries, after) => {
        answers['chat.postMessage'] = Array.from({ length: refusals }, () => failing('invalid_blocks'))
        expect(await sendCard(by(), rich)).toMatchObject({ result: 'sent' })
        expect(drawn()).toEqual(tries)
        for (const { told } of sent.slice(1))
          for (const words of ['a.png', '2 more fields', '480', 'talk C-1', 'C-10']) expect(told.blocks).toContain(words)
        await sendCard(by(), rich)
        expect(drawn().at(-1)).toEqual(after)
        now += 60 * 60_000
        await sendCard(by(), rich)
        expect(drawn().at(-1)).toEqual(whole)
      },
    )

    it('goes out in words at last, and nothing is held against the workspace', async () => {
      answers['chat.postMessage'] = Array.from({ length: 4 }, () => failing('invalid_blocks'))
      expect(await sendCard(by(), rich)).toMatchObject({ result: 'sent' })
      expect(drawn()).toEqual([whole, noPicture, unfolded, allWords, []])
      expect(sent.at(-1)?.told.text).toBe('All of it.')
      await sendCard(by(), rich)
      expect(drawn().at(-1)).toEqual(whole)
    })

    it('tries nothing twice: a card without pictures gives up its group at once', async () => {
      answers['chat.postMessage'] = [failing('invalid_blocks')]
      const { elements } = rich.card
      await sendCard(by(), { ...rich, card: { ...rich.card, elements: elements.filter(({ type }) => type !== 'image') } })
      expect(drawn()).toEqual([noPicture, unfolded])
    })
  })

  it.each(['invalid_blocks', 'msg_blocks_too_long'])('goes out in words after %s', async (error) => {
    answers['chat.postMessage'] = [failing(error)]
    expect(await sendCard(by(), toThread)).toMatchObject({ result: 'sent' })
    expect(sent.map(({ told }) => 'blocks' in told)).toEqual([true, false])
  })

  it.each([
    ['a wait', { status: 429, headers: { 'retry-after': '7' } }, { result: 'later', afterMs: 7000 }],
    ['a broken gateway', { status: 502 }, { result: 'unclear' }],
    ['an error of Slack', { status: 500 }, { result: 'unclear' }],
    ['an error of its own words', failing('internal_error'), { result: 'unclear' }],
    ['a cut', { cut: true as const }, { result: 'unclear' }],
    ['an archived channel', failing('is_archived'), { result: 'refused', reason: expect.stringContaining('archived') }],
    ['a channel that we are not in', failing('not_in_channel'), { result: 'refused', reason: expect.stringContaining('invite') }],
    ['a missing scope', failing('missing_scope'), { result: 'refused', reason: expect.stringContaining('manifest') }],
  ] as [string, Answer, object][])('answered by %s is sent once, and told as it is', async (_case, answer, outcome) => {
    answers['chat.postMessage'] = [answer]
    expect(await sendCard(by(), toThread)).toMatchObject(outcome)
    expect(sent).toHaveLength(1)
  })

  it('that never reached Slack may be sent again', async () => {
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const { port } = closed.address() as AddressInfo
    await new Promise((resolve) => closed.close(resolve))
    const nobody = createCall(
      new webApi.WebClient('xoxb-secret', { ...clientOptions(`http://127.0.0.1:${port}/api/`), logLevel: webApi.LogLevel.ERROR }),
    )
    expect(await sendCard(by(nobody), toThread)).toMatchObject({ result: 'later' })
  })

  it('to a person whose direct messages could not be opened was not sent', async () => {
    answers['conversations.open'] = [{ status: 500 }]
    expect(await sendCard(by(), outgoing({ to: 'person', account: 'slack:T1:U1' }))).toMatchObject({ result: 'refused' })
    expect(methods()).toEqual(['conversations.open'])
  })
})

describe('findSentCard', () => {
  const page = (messages: object[], next = ''): Answer => ({ body: { ok: true, messages, response_metadata: { next_cursor: next } } })
  const ours = { ts: '5.5', metadata: { event_type: eventType, event_payload: { outbox: 'out-1' } } }

  it('finds it by its id, on a later page too', async () => {
    answers['conversations.replies'] = [page([{ ts: '1.1' }, { ts: '2.2', metadata: {} }], 'more'), page([ours])]
    expect(await findSentCard(call, toThread)).toBe('5.5')
    expect(sent.at(-1)?.told).toMatchObject({ cursor: 'more', include_all_metadata: 'true' })
  })

  it('says that it is not there, not to be taken for one of another program', async () => {
    const other = { ts: '6.6', metadata: { event_type: 'other', event_payload: { outbox: 'out-1' } } }
    answers['conversations.replies'] = [page([other, { ...ours, metadata: { event_type: eventType, event_payload: { outbox: 'out-2' } } }])]
    expect(await findSentCard(call, toThread)).toBeUndefined()
  })

  it('looks into direct messages, and not at what one person was shown', async () => {
    answers['conversations.history'] = [page([ours])]
    expect(await findSentCard(call, outgoing({ to: 'person', account: 'slack:T1:U1' }))).toBe('5.5')
    await expect(findSentCard(call, toPersonInThread)).rejects.toThrow('one person alone')
    answers['conversations.replies'] = [failing('ratelimited')]
    await expect(findSentCard(call, toThread)).rejects.toThrow('ratelimited')
  })
})

describe('a file', () => {
  const fetchFile = () =>
    createFetchFile({
      token: 'xoxb-secret',
      apiUrl: `${base}/api/`,
      findFile: async (id) => ({ id, url_private: `${base}/files/found` }) as never,
    })

  it('is fetched with the token from the place of Slack', async () => {
    await fetchFile()({ url_private: `${base}/files/one` } as never)
    await fetchFile()({ id: 'F1', file_access: 'check_file_info' } as never)
    expect(sent.map(({ method, authorization }) => [method, authorization])).toEqual([
      ['one', 'Bearer xoxb-secret'],
      ['found', 'Bearer xoxb-secret'],
    ])
  })

  it.each([
    ['elsewhere', { url_private: 'https://files.evil.example/f' }, 'outside Slack'],
    ['at a name that only ends like Slack', { url_private: 'https://evilslack.com/f' }, 'outside Slack'],
    ['at Slack without encryption', { url_private: 'http://files.slack.com/f' }, 'outside Slack'],
    ['in another service', { is_external: true, url_private: 'https://drive.example/f' }, 'another service'],
    ['nowhere', {}, 'no address'],
    ['gone', { mode: 'tombstone' }, 'no longer there'],
    ['beyond the free history', { mode: 'hidden_by_limit' }, 'beyond the limit of its plan'],
  ])('%s is never asked for', async (_case, file, words) => {
    await expect(fetchFile()(file as never)).rejects.toThrow(words)
    await expect(fetchFile()(file as never)).rejects.toBeInstanceOf(Refusal)
    expect(sent).toEqual([])
  })

  it.each([
    [302, 'sign in', true],
    [403, 'the right', true],
    [404, 'no longer there', true],
    [500, 'answered 500', false],
  ])('answered by %i is told as it is, and the token follows nobody', async (status, words, isFinal) => {
    answers.one = [{ status, headers: status === 302 ? { location: 'https://evil.example/' } : {} }]
    const failure = await fetchFile()({ url_private: `${base}/files/one` } as never).catch((error: unknown) => error)
    expect(String(failure)).toContain(words)
    expect(failure instanceof Refusal).toBe(isFinal)
    expect(sent).toHaveLength(1)
  })
})

// What was said before a thread was linked, read from Graph; files, fetched from the company's own places only.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFetchFile, shareOf } from '../../../src/bot/teams/files.ts'
import { createGraph } from '../../../src/bot/teams/graph.ts'
import { readHistory } from '../../../src/bot/teams/history.ts'
import type { Reference } from '../../../src/bot/teams/reference.ts'
import { endpointsWith, isFileHost, isServiceUrl } from '../../../src/bot/teams/service-urls.ts'
import { Refusal } from '../../../src/contracts/refusal.ts'
import { appId, botId, type FakeConnector, startFakeConnector, tenant } from './fake-connector.ts'

let fake: FakeConnector
beforeEach(async () => {
  fake = await startFakeConnector()
})
afterEach(() => fake.close())

const tokenFor = async (resource: string) => `token for ${resource}`
const thread = `teams:${tenant}:19:deals@thread.tacv2|1700000000000`

const reader = (reference: Partial<Reference> | undefined = { aadGroupId: 'group-1' }) => ({
  platform: 'teams' as const,
  appId,
  reference: async () =>
    reference &&
    ({
      serviceUrl: fake.serviceUrl,
      conversation: '19:deals@thread.tacv2',
      tenant,
      kind: 'channel',
      bot: { id: botId, name: 'T' },
      ...reference,
    } satisfies Reference),
  files: {
    graph: createGraph(fake.graph, tokenFor),
    graphBase: fake.graph,
    fetchFile: createFetchFile({ graph: fake.graph, tokenFor, loopback: true }),
  },
})

const said = (id: string, content: string, more: object = {}) => ({
  id,
  messageType: 'message',
  createdDateTime: `2026-03-0${id.at(-1)}T10:00:00Z`,
  webUrl: `https://teams.microsoft.com/l/message/x/${id}`,
  from: { user: { id: `aad-${id}`, displayName: `Person ${id}` } },
  body: { contentType: 'html', content },
  attachments: [],
  ...more,
})

describe('the history of a thread', () => {
  it('begins with the post, puts each page oldest first, and goes on where Graph says', async () => {
    fake.rules.push(({ path, query }) => {
      if (path.endsWith('/replies')) {
        return query.has('$skiptoken')
          ? { status: 200, body: { value: [said('2', '<p>second</p>')] } }
          : {
              status: 200,
              body: {
                value: [said('4', 'fourth'), said('3', '<at id="0">Ana</at> third')],
                '@odata.nextLink': `${fake.graph}/teams/group-1/replies?$skiptoken=x`,
              },
            }
      }
      return path.endsWith('/1700000000000') ? { status: 200, body: said('1', '<b>post</b>') } : undefined
    })
    const first = await readHistory(reader(), thread, undefined)
    expect(first.messages.map(({ id, text }) => [id, text])).toEqual([
      ['1', 'post'],
      ['3', '@Ana third'],
      ['4', 'fourth'],
    ])
    expect(first.messages[0]).toMatchObject({
      author: { account: `teams:${tenant}:aad-1`, name: 'Person 1' },
      postedAt: '2026-03-01T10:00:00.000Z',
      permalink: 'https://teams.microsoft.com/l/message/x/1',
    })
    const second = await readHistory(reader(), thread, first.next)
    expect(second.messages.map(({ id }) => id)).toEqual(['2'])
    expect(second.next).toBeUndefined()
    expect(fake.asked.every(({ authorization }) => authorization === 'Bearer token for https://graph.microsoft.com')).toBe(true)
  })

  it('leaves out events and our own cards, and says how many messages are gone', async () => {
    const others = [
      said('2', 'renamed', { messageType: 'systemEventMessage' }),
      said('3', '', { deletedDateTime: '2026-03-04T00:00:00Z' }),
      said('4', 'card', { from: { application: { id: appId, displayName: 'Throughline' } } }),
      said('5', 'from another bot', { from: { application: { id: 'other', displayName: 'Polly' } } }),
      said('6', 'nobody', { from: null, body: { contentType: 'text', content: 'a < b' } }),
    ]
    fake.rules.push(({ path }) => (path.endsWith('/replies') ? { status: 200, body: { value: others } } : undefined))
    const page = await readHistory(reader(), thread, undefined)
    expect(page.messages.map(({ id, text, author }) => [id, text, author.name])).toEqual([
      ['5', 'from another bot', 'Polly'],
      ['6', 'a < b', 'somebody without a name'],
    ])
    expect(page.unread).toBe('1 message was deleted before; Teams no longer gives the text.')
  })

  it('of a group chat is the whole chat', async () => {
    fake.rules.push(({ path }) =>
      path === '/graph/chats/19:x@thread.v2/messages' ? { status: 200, body: { value: [said('1', 'hi')] } } : undefined,
    )
    const page = await readHistory(reader({ kind: 'groupChat' }), `teams:${tenant}:19:x@thread.v2|-`, undefined)
    expect(page.messages).toHaveLength(1)
  })

  it.each([
    [403, /lacks the permission ChannelMessage\.Read\.Group/],
    [401, /lacks the permission/],
    [404, /no longer has this thread/],
  ])('that Graph does not give (%d) is told in a sentence', async (status, sentence) => {
    fake.rules.push(({ path }) => (path.endsWith('/replies') ? { status } : undefined))
    expect(await readHistory(reader(), thread, undefined)).toEqual({ messages: [], unread: expect.stringMatching(sentence) })
  })

  it('of a channel whose team is not known is told in a sentence', async () => {
    expect(await readHistory(reader({}), thread, undefined)).toMatchObject({ messages: [], unread: expect.stringContaining('which team') })
  })

  it.each([429, 500, 503])('is tried again after %d', async (status) => {
    fake.rules.push(({ path }) => (path.endsWith('/replies') ? { status } : undefined))
    await expect(readHistory(reader(), thread, undefined)).rejects.toThrow(String(status))
  })

  it('is never followed out of Graph', async () => {
    await expect(readHistory(reader(), thread, 'http://127.0.0.1:1/steal')).rejects.toThrow(/out of Graph/)
    expect(fake.asked).toHaveLength(0)
  })
})

describe('files', () => {
  const fetchFile = (address: string) => reader().files.fetchFile(address)

  it('of a message are asked of Graph by their place, with our token, and of the store behind it without', async () => {
    const bytes = Buffer.from('signed')
    fake.rules.push(({ path, method }) => {
      if (path.startsWith('/graph/shares/')) return { status: 302, headers: { location: `${elsewhere.url}/download` } }
      return method === 'GET' && path.endsWith('/replies')
        ? {
            status: 200,
            body: {
              value: [
                said('1', 'see file', {
                  attachments: [
                    { contentType: 'reference', contentUrl: 'https://ours.sharepoint.com/a b/msa.docx', name: 'msa.docx' },
                    { contentType: 'messageReference', name: 'quote' },
                  ],
                }),
              ],
            },
          }
        : undefined
    })
    const elsewhere = await startFakeConnector()
    elsewhere.rules.push(() => ({ status: 200, body: bytes }))
    const page = await readHistory(reader(), thread, undefined)
    const [file] = page.messages[0]?.files ?? []
    expect(page.messages[0]?.files).toHaveLength(1)
    expect(Buffer.from((await file?.fetch?.()) ?? []).toString()).toBe('signed')
    expect(fake.asked.at(-1)?.authorization).toBe('Bearer token for https://graph.microsoft.com')
    expect(elsewhere.asked[0]?.authorization).toBeUndefined()
    expect(shareOf('https://g', 'https://ours.sharepoint.com/a b/msa.docx')).toMatch(/^https:\/\/g\/shares\/u![\w-]+\/driveItem\/content$/)
    await elsewhere.close()
  })

  it.each([
    ['https://evil.example/x', 'outside'],
    ['http://ours.sharepoint.com/x', 'outside'],
    ['https://ours.sharepoint.com.evil.example/x', 'outside'],
    ['https://user:pass@ours.sharepoint.com/x', 'outside'],
    ['https://ours.sharepoint.com:8443/x', 'outside'],
    ['https://169.254.169.254/latest/meta-data', 'outside'],
    ['file:///etc/passwd', 'outside'],
    ['not an address', 'outside'],
    ['', 'outside'],
  ])('at %s are never asked for', async (address, reason) => {
    await expect(fetchFile(address)).rejects.toThrow(reason)
    await expect(fetchFile(address)).rejects.toBeInstanceOf(Refusal)
  })

  it('passed on to another place are not followed, and our token goes nowhere', async () => {
    fake.rules.push(({ path }) => (path === '/graph/x' ? { status: 302, headers: { location: 'https://evil.example/steal' } } : undefined))
    await expect(fetchFile(`${fake.graph}/x`)).rejects.toThrow(/outside the company's Microsoft 365 \(evil\.example\)/)
  })

  it('passed on without end are given up', async () => {
    fake.rules.push(() => ({ status: 302, headers: { location: '/again' } }))
    await expect(fetchFile(`${fake.url}/x`)).rejects.toThrow(/passed on too often/)
    expect(fake.asked).toHaveLength(4)
  })

  it.each([
    [403, true],
    [404, true],
    [410, true],
    [429, false],
    [500, false],
  ])('answered by %d: never to be had is %s', async (status, never) => {
    fake.rules.push(() => ({ status }))
    const error = await fetchFile(`${fake.url}/x`).catch((thrown: unknown) => thrown)
    expect(error instanceof Refusal).toBe(never)
  })
})

describe('addresses', () => {
  const allowed: [string, boolean, boolean][] = [
    ['https://smba.trafficmanager.net/emea/', true, false],
    ['https://smba.trafficmanager.net/teams/', true, false],
    ['https://smba.infra.gcc.teams.microsoft.com/teams', true, false],
    ['http://smba.trafficmanager.net/emea/', false, false],
    ['https://smba.trafficmanager.net.evil.example/', false, false],
    ['https://evil.example/smba.trafficmanager.net', false, false],
    ['https://a@smba.trafficmanager.net/', false, false],
    ['https://smba.trafficmanager.net:444/', false, false],
    ['http://127.0.0.1:3978/_connector', false, true],
    ['http://[::1]:3978/', false, true],
    ['http://localhost:3978/', false, false],
    ['http://127.0.0.1.evil.example/', false, false],
    ['', false, false],
  ]
  it.each(allowed)('%s', (address, microsoft, loopback) => {
    expect([isServiceUrl(address, { loopback: false }), isServiceUrl(address, { loopback: true })]).toEqual([microsoft, loopback])
  })

  it('of files on this machine count in tests and the playground only', () => {
    expect(isFileHost(new URL('http://127.0.0.1/x'), { loopback: false })).toBe(false)
  })

  it.each(['https://evil.example', 'http://10.0.0.1', 'nonsense'])('of sign-in cannot be set to %s', (login) => {
    expect(() => endpointsWith({ login })).toThrow(/must be on this machine/)
  })
})

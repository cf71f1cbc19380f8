// Microsoft's side of Teams over a real socket: signing keys, sign-in, the connector, Graph and a place for files.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export const appId = '11111111-2222-3333-4444-555555555555'
export const tenant = '66666666-7777-8888-9999-000000000000'
export const botId = `28:${appId}`

export type Asked = { method: string; path: string; query: URLSearchParams; body: unknown; authorization: string | undefined }
export type Answer = { status: number; body?: unknown; headers?: Record<string, string>; after?: number }
/** The first that answers takes the request; what nobody answers is answered like Teams would. */
export type Rule = (asked: Asked) => Answer | undefined

export type FakeConnector = {
  url: string
  serviceUrl: string
  graph: string
  asked: Asked[]
  rules: Rule[]
  members: FakeMember[]
  /** A token as the connector signs it. */
  token(claims?: Record<string, unknown>, key?: 'endorsed' | 'other-channel' | 'forged'): string
  posts(): Asked[]
  close(): Promise<void>
}

export type FakeMember = {
  id: string
  aadObjectId?: string
  name: string
  email?: string
  userPrincipalName?: string
  tenantId?: string
  userRole?: string
}

export const ana: FakeMember = {
  id: '29:ana',
  aadObjectId: 'aad-ana',
  name: 'Ana Duarte',
  email: 'ana@ours.example',
  tenantId: tenant,
  userRole: 'user',
}
export const lee: FakeMember = {
  id: '29:lee',
  aadObjectId: 'aad-lee',
  name: 'Lee Carmody',
  email: 'lee@ours.example',
  tenantId: tenant,
  userRole: 'user',
}
export const guest: FakeMember = {
  id: '29:rhys',
  aadObjectId: 'aad-rhys',
  name: 'Rhys Tremayne',
  email: 'rhys@penhallow.example',
  userPrincipalName: 'rhys_penhallow.example#EXT#@ours.example',
  tenantId: tenant,
  userRole: 'guest',
}

const keys = {
  endorsed: { pair: generateKeyPairSync('rsa', { modulusLength: 2048 }), endorsements: ['msteams'] },
  'other-channel': { pair: generateKeyPairSync('rsa', { modulusLength: 2048 }), endorsements: ['webchat'] },
}
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })

export const startFakeConnector = async (): Promise<FakeConnector> => {
  const asked: Asked[] = []
  const rules: Rule[] = []
  const members = [ana, lee]
  let count = 0
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const one: Asked = {
      method: request.method ?? '',
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      body: await bodyOf(request),
      authorization: request.headers.authorization,
    }
    asked.push(one)
    count += 1
    const answer = rules.map((rule) => rule(one)).find((given) => given !== undefined) ?? usual(one, members, base(), count)
    if (answer.after) await new Promise((resolve) => setTimeout(resolve, answer.after))
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
    response.end(Buffer.isBuffer(answer.body) ? answer.body : answer.body === undefined ? '' : JSON.stringify(answer.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: base(),
    serviceUrl: `${base()}/teams`,
    graph: `${base()}/graph`,
    asked,
    rules,
    members,
    token: (claims = {}, key = 'endorsed') => tokenOf({ serviceurl: `${base()}/teams`, ...claims }, key),
    posts: () => asked.filter(({ method, path }) => method === 'POST' && path.includes('/activities')),
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const text = Buffer.concat(parts).toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const usual = ({ method, path, body }: Asked, members: FakeMember[], base: string, count: number): Answer => {
  const member = /\/members\/([^/]+)$/.exec(path)?.[1]
  if (path === '/openid') return { status: 200, body: { issuer: 'https://api.botframework.com', jwks_uri: `${base}/keys` } }
  if (path === '/keys')
    return {
      status: 200,
      body: { keys: Object.entries(keys).map(([kid, { pair, endorsements }]) => jwk(kid, pair.publicKey, endorsements)) },
    }
  if (path.endsWith('/oauth2/v2.0/token')) {
    const scope = new URLSearchParams(String(body)).get('scope')
    return { status: 200, body: { access_token: `token for ${scope}`, expires_in: 3600 } }
  }
  if (path.endsWith('/pagedmembers')) return { status: 200, body: { members } }
  if (member !== undefined) {
    const found = members.find(({ id, aadObjectId }) => id === member || aadObjectId === member)
    return found ? { status: 200, body: found } : { status: 404, body: { error: { code: 'MemberNotFoundInConversation' } } }
  }
  if (/\/v3\/teams\/[^/]+\/conversations$/.test(path)) {
    return {
      status: 200,
      body: {
        conversations: [
          { id: '19:general@thread.tacv2', type: 'standard' },
          { id: '19:deals@thread.tacv2', name: 'Deals', type: 'standard' },
          { id: '19:secret@thread.tacv2', name: 'Secret', type: 'private' },
        ],
      },
    }
  }
  if (/\/v3\/teams\/[^/]+$/.test(path)) return { status: 200, body: { id: 'team', name: 'Customer Success', aadGroupId: 'group-1' } }
  if (method === 'POST' && path.endsWith('/v3/conversations')) return { status: 201, body: { id: 'a:opened' } }
  if (method === 'POST' && path.includes('/activities')) return { status: 201, body: { id: `sent-${count}` } }
  if (method === 'PUT') return { status: 200, body: { id: path.split('/').at(-1) } }
  return { status: 404, body: { error: { code: 'NotFound' } } }
}

const jwk = (kid: string, key: KeyObject, endorsements: string[]) => ({ ...key.export({ format: 'jwk' }), kid, use: 'sig', endorsements })

const tokenOf = (claims: Record<string, unknown>, key: 'endorsed' | 'other-channel' | 'forged'): string => {
  const now = Math.floor(Date.now() / 1000)
  const payload = { iss: 'https://api.botframework.com', aud: appId, nbf: now - 60, exp: now + 3600, ...claims }
  const header = { alg: 'RS256', typ: 'JWT', kid: key === 'forged' ? 'endorsed' : key }
  const signed = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  const secret = key === 'forged' ? stranger.privateKey : keys[key].pair.privateKey
  return `Bearer ${signed}.${sign('RSA-SHA256', Buffer.from(signed), secret).toString('base64url')}`
}

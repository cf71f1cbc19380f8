// Our own tokens: the application signs in with its password, once per resource and hour, and gives the token to nobody but that resource.
import { z } from 'zod'
import type { Credentials } from './authenticate.ts'
import { readReply } from './http.ts'

/** A bearer token for a resource (`https://graph.microsoft.com`), or undefined where no credentials exist: the playground. */
export type TokenFor = (resource: string) => Promise<string | undefined>

export const connectorResource = 'https://api.botframework.com'
export const graphResource = 'https://graph.microsoft.com'

const Answer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number() })

type Held = { token: Promise<string>; until: number }

/** Tokens are asked for five minutes before they end; a failed request is not remembered. */
export const createTokens = (credentials: Credentials, login: string, clock: () => Date): TokenFor => {
  const held = new Map<string, Held>()
  return async (resource) => {
    const now = clock().getTime()
    const known = held.get(resource)
    if (known && known.until > now) return known.token
    const entry: Held = { token: Promise.resolve(''), until: now + 60_000 }
    entry.token = signIn(credentials, login, resource).then(({ token, seconds }) => {
      entry.until = now + (seconds - 300) * 1000
      return token
    })
    held.set(resource, entry)
    entry.token.catch(() => held.delete(resource))
    return entry.token
  }
}

const signIn = async (credentials: Credentials, login: string, resource: string) => {
  const reply = await readReply(`${login}/${credentials.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: credentials.appId,
      client_secret: credentials.appPassword,
      scope: `${resource}/.default`,
    }).toString(),
  })
  const answer = Answer.safeParse(reply.body)
  if (reply.status !== 200 || !answer.success) {
    throw new Error(`Microsoft refused to sign the application in (${reply.status}): check its id, its password and the tenant.`)
  }
  return { token: answer.data.access_token, seconds: answer.data.expires_in }
}

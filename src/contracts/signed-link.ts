// Signed links: personal, for one purpose, expiring; whoever alters one holds nothing.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

export const LinkClaim = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.literal('upload'), contract: z.string(), person: z.string() }),
  z.object({ purpose: z.literal('contract'), contract: z.string(), person: z.string() }),
  z.object({ purpose: z.literal('file'), contract: z.string(), person: z.string(), sha256: z.string(), name: z.string() }),
])
export type LinkClaim = z.infer<typeof LinkClaim>

/** `since`: when the first of the links was signed that were renewed one after the other. */
const Sealed = z.object({ claim: LinkClaim, until: z.number(), since: z.number() })

/** How long a link lives. */
export const linkMinutes = 15
/** A page in use renews its link, for no longer than this after it was asked for. */
const longestHours = 4

const seal = (body: string, key: Uint8Array): Buffer => createHmac('sha256', key).update(body).digest()

/** A token for an address; `now` in milliseconds since 1970. */
export const signLink = (claim: LinkClaim, key: Uint8Array, now: number, since = now): string => {
  const until = Math.min(now + linkMinutes * 60_000, since + longestHours * 3_600_000)
  const body = Buffer.from(JSON.stringify({ claim, until, since })).toString('base64url')
  return `${body}.${seal(body, key).toString('base64url')}`
}

/** A link that we signed; `isOver`: it allows nothing any more. */
export type OpenedLink = { claim: LinkClaim; since: number; isOver: boolean }

/** What a token says; undefined for one that is not ours as it stands. */
export const openLink = (token: string, key: Uint8Array, now: number): OpenedLink | undefined => {
  const [body = '', signature = ''] = token.split('.')
  const given = Buffer.from(signature, 'base64url')
  const right = seal(body, key)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  const sealed = Sealed.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
  if (!sealed.success) return undefined
  const { claim, since, until } = sealed.data
  return { claim, since, isOver: until < now }
}

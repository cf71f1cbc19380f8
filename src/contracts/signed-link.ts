// Signed links: personal, for one purpose, expiring; whoever alters one holds nothing.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

export const LinkClaim = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.literal('upload'), contract: z.string(), person: z.string() }),
  z.object({ purpose: z.literal('contract'), contract: z.string(), person: z.string() }),
  z.object({ purpose: z.literal('file'), contract: z.string(), person: z.string(), sha256: z.string(), name: z.string() }),
])
export type LinkClaim = z.infer<typeof LinkClaim>

const Sealed = z.object({ claim: LinkClaim, until: z.number() })

/** How long a link lives. */
export const linkMinutes = 15

const seal = (body: string, key: Uint8Array): Buffer => createHmac('sha256', key).update(body).digest()

/** A token for an address; `now` in milliseconds since 1970. */
export const signLink = (claim: LinkClaim, key: Uint8Array, now: number): string => {
  const body = Buffer.from(JSON.stringify({ claim, until: now + linkMinutes * 60_000 })).toString('base64url')
  return `${body}.${seal(body, key).toString('base64url')}`
}

/** The claim of a token, or why it is not one: altered or expired. */
export const openLink = (token: string, key: Uint8Array, now: number): LinkClaim | 'altered' | 'expired' => {
  const [body = '', signature = ''] = token.split('.')
  const given = Buffer.from(signature, 'base64url')
  const right = seal(body, key)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'altered'
  const sealed = Sealed.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
  if (!sealed.success) return 'altered'
  return sealed.data.until < now ? 'expired' : sealed.data.claim
}

// Opening a signed link: what it allows, or a page that says why not and what to do.
import type { Request, Response } from 'express'
import { type LinkClaim, linkMinutes, openLink } from '../contracts/signed-link.ts'
import { sendPage } from './page.ts'

export type LinkKey = { key: Uint8Array; clock: () => Date }

export const refuse = (response: Response, status: number, heading: string, next: string): void =>
  sendPage(response, status, 'refused', { heading, next })

export const notOurs = (response: Response): void => refuse(response, 404, 'This is not a link of ours', 'Ask for a new one in chat.')

/** The claim of the link in the address, for that purpose only; otherwise the answer is already sent. */
export const claimOf = <Purpose extends LinkClaim['purpose']>(
  { key, clock }: LinkKey,
  request: Request,
  response: Response,
  purpose: Purpose,
): Extract<LinkClaim, { purpose: Purpose }> | undefined => {
  const claim = openLink(String(request.params.token), key, clock().getTime())
  if (typeof claim !== 'string' && claim.purpose === purpose) return claim as Extract<LinkClaim, { purpose: Purpose }>
  if (claim === 'expired')
    refuse(response, 410, 'This link has expired', `Links work for ${linkMinutes} minutes. Ask for a new one in chat.`)
  else notOurs(response)
  return undefined
}

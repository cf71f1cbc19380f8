// Opening a signed link: what it allows, or a page that says why not and what to do.
import type { Request, Response } from 'express'
import { type LinkClaim, linkMinutes, openLink, signLink } from '../contracts/signed-link.ts'
import { sendPage } from './page.ts'

export type LinkKey = { key: Uint8Array; clock: () => Date }
type Purpose = LinkClaim['purpose']
type ClaimFor<Wanted extends Purpose> = Extract<LinkClaim, { purpose: Wanted }>

export const refuse = (response: Response, status: number, heading: string, next: string): void =>
  sendPage(response, status, 'refused', { heading, next })

export const notOurs = (response: Response): void => refuse(response, 404, 'This is not a link of ours', 'Ask for a new one in chat.')

/** What is typed in chat for a link to the same. */
export const commandFor = ({ purpose, contract }: LinkClaim): string => `${purpose === 'contract' ? 'show' : purpose} ${contract}`

/** A token of ours for that purpose, though its time may be over; undefined for any other. */
export const openedFor = <Wanted extends Purpose>({ key, clock }: LinkKey, token: string, purpose: Wanted) => {
  const opened = openLink(token, key, clock().getTime())
  return opened?.claim.purpose === purpose ? { ...opened, claim: opened.claim as ClaimFor<Wanted> } : undefined
}

/** The claim of the link in the address, for that purpose only; otherwise the answer is already sent. */
export const claimOf = <Wanted extends Purpose>(
  link: LinkKey,
  request: Request,
  response: Response,
  purpose: Wanted,
): ClaimFor<Wanted> | undefined => {
  const opened = openedFor(link, String(request.params.token), purpose)
  if (opened && !opened.isOver) return opened.claim
  if (!opened) notOurs(response)
  else {
    const next = `Links work for ${linkMinutes} minutes. Ask for a new one in chat: ${commandFor(opened.claim)}`
    refuse(response, 410, 'This link has expired', next)
  }
  return undefined
}

/** The token for the next step of a page that is in use: as good as the one it was opened by, and good for longer. */
export const renewed = ({ key, clock }: LinkKey, token: string): string => {
  const now = clock().getTime()
  const opened = openLink(token, key, now)
  return opened && !opened.isOver ? signLink(opened.claim, key, now, opened.since) : token
}

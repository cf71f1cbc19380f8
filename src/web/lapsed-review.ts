// A review form whose link lapsed while it was filled in: nothing is recorded, what was typed is kept, and a fresh link goes on with it.
import type { Request, Response, Router } from 'express'
import { linkMinutes } from '../contracts/signed-link.ts'
import { commandFor, notOurs, openedFor } from './link.ts'
import { sendPage } from './page.ts'
import { reviewAction, reviewBody, type Sent, sendReview } from './review.ts'
import { type UploadOptions, uploaderOf } from './uploader.ts'

/** Adds what answers a form that comes too late; before the form itself, which would refuse it. */
export const addLapsedReview = (router: Router, options: UploadOptions): void => {
  router.post('/upload/:token/review', reviewBody, (request, response, next) => {
    const opened = openedFor(options, String(request.params.token), 'upload')
    if (!opened?.isOver) return next()
    sendLapsed(response, request, opened.claim)
  })
  router.post('/upload/:token/again', reviewBody, (request, response) => goOn(options, request, response))
}

type Claim = { purpose: 'upload'; contract: string; person: string }

/** By a fresh link of the same person to the same contract, whose address was pasted; the lapsed one only says which that is. */
const goOn = async (options: UploadOptions, request: Request, response: Response): Promise<void> => {
  const lapsed = openedFor(options, String(request.params.token), 'upload')
  if (!lapsed) return notOurs(response)
  const sent = sentBy(request)
  const [, token = ''] = /\/upload\/([^/?#\s]+)/.exec(String(sent.link ?? '')) ?? []
  const fresh = openedFor(options, decoded(token), 'upload')
  const problem = problemOf(fresh, lapsed.claim)
  if (!fresh || problem !== undefined) return sendLapsed(response, request, lapsed.claim, problem)
  const asked = await uploaderOf(options, fresh.claim, response)
  if (!asked) return
  const said = 'This is what you typed. Nothing of it is recorded yet.'
  sendReview(response, asked.contract, await options.store.fields.list(), reviewAction(options, decoded(token)), { sent, said })
}

const sentBy = ({ body }: Request): Sent => (body ?? {}) as Sent

/** Signs that a browser wrote in its own way; what can't be read is no link of ours. */
const decoded = (token: string): string => {
  try {
    return decodeURIComponent(token)
  } catch {
    return ''
  }
}

const problemOf = (fresh: { claim: Claim; isOver: boolean } | undefined, { contract, person }: Claim): string | undefined => {
  if (!fresh) return 'That is not the address of such a page. It has /upload/ in it.'
  if (fresh.claim.contract !== contract || fresh.claim.person !== person) return `That is not your link to ${contract}.`
  return fresh.isOver ? 'That link has expired too.' : undefined
}

/** What the form holds of values and choices; nothing else is sent back. */
const keptName = /^(?:value|verdict)-\d+\.\d+$/

/** Shows nothing of the contract but its number, which the lapsed link holds: only what was sent goes back to who sent it. */
const sendLapsed = (response: Response, request: Request, claim: Claim, problem?: string): void => {
  const typed = Object.entries(sentBy(request)).filter(([name, value]) => keptName.test(name) && typeof value === 'string')
  const action = `/upload/${encodeURIComponent(String(request.params.token))}/again`
  sendPage(response, 410, 'lapsed', { action, typed, problem, command: commandFor(claim), minutes: linkMinutes })
}

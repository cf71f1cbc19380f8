// The upload page: a personal link takes one contract's document from a browser, where chat takes none.
import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import { addDocument } from '../bot/add-document.ts'
import { modelPartLine } from '../bot/cards/model-reading.ts'
import { showSize } from '../bot/file-size.ts'
import { holdsChanges, nothingRead } from '../bot/nothing-read.ts'
import { dayOf, isCalendarDate } from '../contracts/calendar-date.ts'
import { titleOf } from '../contracts/contract.ts'
import { addLapsedReview } from './lapsed-review.ts'
import { claimOf, refuse } from './link.ts'
import { sendPage } from './page.ts'
import { addReview, reviewAction, reviewForm } from './review.ts'
import { type Uploader, type UploadOptions, whoAsks } from './uploader.ts'

export type { UploadOptions }

const limitBytes = 50 * 1024 * 1024

export const uploadRoutes = (options: UploadOptions): Router => {
  const router = Router()
  router.get('/upload/:token', async (request, response) => {
    const asked = await whoAsks(options, request, response)
    if (!asked) return
    const { contract, person } = asked
    sendPage(response, 200, 'upload', { contract: contract.id, title: titleOf(contract), person: person.name, limit: '50 MB' })
  })
  const body = express.raw({ type: 'multipart/form-data', limit: limitBytes })
  router.post('/upload/:token', onlyWithLink(options), body, async (request, response) => {
    const asked = await whoAsks(options, request, response)
    if (asked) await takeFile(options, asked, request, response)
  })
  addLapsedReview(router, options)
  addReview(router, options)
  return router
}

/** Before a byte of the file is read into memory: whoever has no link of ours sends it in vain. */
const onlyWithLink =
  (options: UploadOptions): RequestHandler =>
  (request, response, next) => {
    if (claimOf(options, request, response, 'upload')) next()
  }

const takeFile = async (options: UploadOptions, { contract, person }: Uploader, request: Request, response: Response): Promise<void> => {
  const form = await formOf(request)
  const file = form?.get('file')
  if (!form || !(file instanceof File) || file.size === 0) return refuse(response, 400, 'No file came', 'Go back and choose one.')
  const executed = String(form.get('executed') ?? '').trim()
  const today = dayOf(options.clock().toISOString(), options.zone)
  if (executed !== '' && !isCalendarDate(executed))
    return refuse(response, 400, 'This is no day', 'Go back and give the day as 2026-03-31.')
  if (executed > today) return refuse(response, 400, `${executed} is still to come`, 'Go back and give the day of the last signature.')
  const definitions = await options.store.fields.list()
  const added = await addDocument(
    { ...options, definitions },
    {
      contract: contract.id,
      bytes: new Uint8Array(await file.arrayBuffer()),
      name: file.name,
      by: person.id,
      source: 'upload page',
      today,
      ...(executed !== '' && { executedOn: executed }),
    },
  )
  const now = added.at(-1)?.contract ?? contract
  const documents = added.map((one) => ({
    ...one.document,
    ...{ known: one.known, size: showSize(one.document.size), nothing: nothingRead(now, one) },
    ...(holdsChanges(one) && { changes: `changes ${now.id} "${one.document.name.replaceAll('"', '')}"` }),
  }))
  const waiting = now.proposals.filter(({ evidence }) => documents.some(({ sha256 }) => sha256 === evidence.document))
  sendPage(response, 200, 'uploaded', {
    ...{ contract: contract.id, title: titleOf(contract), documents },
    byModel: [...new Set(added.flatMap(({ byModel }) => (byModel ? [modelPartLine(now, byModel)] : [])))],
    ...(waiting.length > 0 && { review: reviewForm(now, waiting, definitions, reviewAction(options, request.params.token)) }),
  })
}

/** The form as the browser sent it; undefined when it is none. The platform's own parser does the work. */
const formOf = async (request: Request): Promise<FormData | undefined> => {
  if (!Buffer.isBuffer(request.body)) return undefined
  const headers = { 'content-type': request.get('content-type') ?? '' }
  return new globalThis.Response(new Uint8Array(request.body), { headers }).formData().catch(() => undefined)
}

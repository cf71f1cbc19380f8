// The file behind a personal link: the original bytes, as they were uploaded.
import { Router } from 'express'
import { mayReadAsKeeper, maySee } from '../contracts/permission.ts'
import { safeFileName } from '../documents/safe-file-name.ts'
import type { Store } from '../store/store.ts'
import { claimOf, type LinkKey, refuse } from './link.ts'
import { pageHeaders } from './page.ts'

export const fileRoutes = (options: LinkKey & { store: Store }): Router => {
  const router = Router()
  router.get('/file/:token', async (request, response) => {
    const claim = claimOf(options, request, response, 'file')
    if (!claim) return
    const person = await options.store.people.get(claim.person)
    const contract = await options.store.contracts.state(claim.contract)
    // A record keeper got the link under a reason that is recorded already (rule P7).
    const holds = contract?.documents.some((document) => document.sha256 === claim.sha256)
    if (!person || !contract || !holds || !(maySee(person, contract) || mayReadAsKeeper(person))) {
      return refuse(response, 403, 'You may no longer see this contract', 'Ask its owner or legal.')
    }
    const bytes = await options.store.files.read(claim.sha256)
    response
      .set({ ...pageHeaders, 'Content-Disposition': `attachment; filename*=UTF-8''${encoded(safeFileName(claim.name))}` })
      .type('application/octet-stream')
      .send(Buffer.from(bytes))
  })
  return router
}

/** As RFC 8187 wants it: apostrophes, brackets and stars are encoded as well. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

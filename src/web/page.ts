// The frame of every page that people look at: plain, readable on a phone, no script needed, nothing loaded from elsewhere.
import { Eta } from 'eta'
import type { Response } from 'express'

const eta = new Eta({ views: `${import.meta.dirname}/pages`, cache: true })

/** Headers for pages whose address is a secret: never cached, never framed, never told to another site. */
export const pageHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

export const sendPage = (
  response: Response,
  status: number,
  page: 'contract' | 'unsigned' | 'upload' | 'uploaded' | 'review' | 'lapsed' | 'refused',
  shown: object,
): void => {
  response.status(status).set(pageHeaders).type('html').send(eta.render(page, shown))
}

// Our own web server: health, the pages of contracts and uploads, files, and whatever the platforms mount; one port for all.
import express, { type ErrorRequestHandler, type Express } from 'express'
import { isStorageAway } from '../store/storage-away.ts'
import { type ContractPageOptions, contractRoutes } from './contract.ts'
import { fileRoutes } from './file.ts'
import { type HealthOptions, healthRoutes } from './health.ts'
import { notOurs, refuse } from './link.ts'
import { type UploadOptions, uploadRoutes } from './upload.ts'

export type WebOptions = UploadOptions & ContractPageOptions & HealthOptions & { report: (error: unknown) => string }

/** The pages; `report` logs an error and answers with its id. */
export const createWeb = (options: WebOptions): { app: Express; finish(): void } => {
  const app = express()
  app.disable('x-powered-by')
  app.use(healthRoutes(options))
  app.use(uploadRoutes(options))
  app.use(fileRoutes(options))
  app.use(contractRoutes(options))
  const finish = () => {
    app.use((_request, response) => refuse(response, 404, 'There is no such page', 'Ask in chat for what you look for.'))
    app.use(failed(options.report))
  }
  return { app, finish }
}

/** What went wrong with a request, as a page. */
const failed =
  (report: WebOptions['report']): ErrorRequestHandler =>
  (error, _request, response, next) => {
    if (response.headersSent) return next(error)
    if (error?.type === 'entity.too.large') return refuse(response, 413, 'This file is too large', 'At most 50 MB can be uploaded.')
    if (error instanceof URIError) return notOurs(response)
    if (isStorageAway(error)) return refuse(response, 503, 'Storage is unavailable', 'Nothing was recorded. Try again in a moment.')
    refuse(
      response,
      500,
      'Something went wrong here',
      `Nothing was lost on your side. Tell your administrator this number: ${report(error)}`,
    )
  }

// Clashes under a unique index, told as the fields of that index, the same on every server.
import { MongoServerError } from 'mongodb'
import type { Model } from 'mongoose'

const duplicateKey = 11000

/** The fields of the unique index that a write ran into; undefined for any other failure. */
export const clashOf = <Row>(model: Model<Row>, error: unknown): string[] | undefined => {
  if (!(error instanceof MongoServerError) || error.code !== duplicateKey) return undefined
  return clashIn(model, error.code, error.errmsg ?? error.message)
}

/** The same for one document of an insertMany, whose failure carries a code and a sentence only. */
export const clashIn = <Row>(model: Model<Row>, code: unknown, sentence: string | undefined): string[] | undefined => {
  if (code !== duplicateKey) return undefined
  // The name of the collection is ours, so the first "index:" is the server's, whatever stands in the values after it.
  const index = / index: (\S+) dup key/.exec(sentence ?? '')?.[1]
  const fields =
    index === '_id_'
      ? ['_id']
      : model.schema
          .indexes()
          .map(([keys]) => keys)
          .find((keys) => nameOf(keys) === index)
  return Array.isArray(fields) ? fields : fields && Object.keys(fields)
}

const nameOf = (keys: Record<string, unknown>): string =>
  Object.entries(keys)
    .map(([field, direction]) => `${field}_${direction}`)
    .join('_')

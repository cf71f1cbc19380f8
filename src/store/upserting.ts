// Upserts that meet: two who make the same row at once, of whom the second writes again on the row that is there now.
import { MongoServerError } from 'mongodb'

const isClash = (error: unknown): boolean => error instanceof MongoServerError && error.code === 11000

/** The write once more when the row came to be meanwhile; servers tell it as a duplicate key. */
export const upserting = async <Result>(write: () => Promise<Result>): Promise<Result> => {
  try {
    return await write()
  } catch (error) {
    if (!isClash(error)) throw error
    return write()
  }
}

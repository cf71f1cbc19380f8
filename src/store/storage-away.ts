// Whether an error says that the database could not be reached, and not that a question was wrong.
import { MongoNetworkError, MongoNotConnectedError, MongoServerSelectionError, MongoTopologyClosedError } from 'mongodb'
import { Error as MongooseErrors } from 'mongoose'
import { TooLate } from './within.ts'

const away = [
  MongoNetworkError,
  MongoServerSelectionError,
  MongoNotConnectedError,
  MongoTopologyClosedError,
  MongooseErrors.MongooseServerSelectionError,
  TooLate,
]

export const isStorageAway = (error: unknown): boolean => away.some((kind) => error instanceof kind) || isCausedByIt(error)

const isCausedByIt = (error: unknown): boolean => error instanceof Error && error.cause instanceof Error && isStorageAway(error.cause)

// The connection to MongoDB and what every collection is made with: strict schemas, sanitized filters, indexes made at start.
import {
  type Connection,
  type ConnectOptions,
  createConnection,
  type IndexOptions,
  type Model,
  Schema,
  type SchemaDefinition,
  set,
} from 'mongoose'
import { isStorageAway } from './storage-away.ts'

export type Index = { fields: Record<string, 1 | -1>; options?: IndexOptions }

/** A command on its way to the server: its name and its content. */
export type SentCommand = { name: string; command: Record<string, unknown> }

export type Database = {
  connection: Connection
  clock: () => Date
  /** A collection: its fields (unknown ones throw, in rows and in filters) and its indexes. Rows are named by a string `_id`. */
  model<Row extends { _id: string }>(collection: string, fields: SchemaDefinition, indexes?: readonly Index[]): Model<Row>
  /** Makes the indexes of every model; once, after all are defined. */
  ensureIndexes(): Promise<void>
  /** Ping with a deadline of 1 s. */
  isAvailable(): Promise<boolean>
  close(): Promise<void>
}

export type DatabaseOptions = {
  uri: string
  databaseName?: string
  clock: () => Date
  /** Told of each command that is sent: for tests that count queries and hold their plans. */
  onCommand?: (sent: SentCommand) => void
}

// Where a filter of ours has operators it says so with `trusted`; from anywhere else an operator is compared as a value.
set('sanitizeFilter', true)
set('strictQuery', 'throw')
set('autoIndex', false)
set('autoCreate', false)

const connectOptions: ConnectOptions = {
  // So that a delivery is acknowledged or spooled in time when the server is away.
  serverSelectionTimeoutMS: 2_000,
  // A server that stalls for a while is not away: what must be answered sooner has a deadline of its own.
  connectTimeoutMS: 10_000,
  // A wire that went dead without a word: whoever waits on it is told, instead of waiting for ever.
  socketTimeoutMS: 30_000,
  maxPoolSize: 12,
  bufferCommands: false,
}

/** A server that is only busy answers at a later try; each lasts two seconds. */
const triesToOpen = 4

/** Connects; fails within seconds where no server answers. */
export const connectDatabase = async (options: DatabaseOptions): Promise<Database> => {
  const connection = await openConnection(options)
  const { clock } = options
  return {
    connection,
    clock,
    model: (collection, fields, indexes = []) => defineModel(connection, collection, fields, indexes),
    ensureIndexes: () => ensureIndexes(connection),
    isAvailable: () => ping(connection),
    close: () => connection.close(),
  }
}

const openConnection = async (options: DatabaseOptions, tries = triesToOpen): Promise<Connection> => {
  const { uri, databaseName, onCommand } = options
  const connection = createConnection(uri, {
    ...connectOptions,
    monitorCommands: onCommand !== undefined,
    dbName: databaseName ?? nameIn(uri),
  })
  if (onCommand) {
    // The client exists from the start, so that the first command is told as well.
    connection.getClient().on('commandStarted', ({ commandName, command }) => onCommand({ name: commandName, command }))
  }
  try {
    return await connection.asPromise()
  } catch (error) {
    await connection.destroy()
    if (tries > 1 && isStorageAway(error)) return openConnection(options, tries - 1)
    throw error
  }
}

const nameIn = (uri: string): string =>
  new URL(uri.replace(/^mongodb(\+srv)?:/, 'http:').replace(/,[^/?]*/, '')).pathname.slice(1) || 'throughline'

const defineModel = <Row extends { _id: string }>(
  connection: Connection,
  collection: string,
  fields: SchemaDefinition,
  indexes: readonly Index[],
): Model<Row> => {
  const schema = new Schema({ _id: { type: String, required: true }, ...fields } as SchemaDefinition, {
    collection,
    strict: 'throw',
    strictQuery: 'throw',
    versionKey: false,
    minimize: false,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
  })
  for (const { fields: keys, options } of indexes) schema.index(keys, options)
  return connection.model(collection, schema) as unknown as Model<Row>
}

const ensureIndexes = async (connection: Connection): Promise<void> => {
  for (const model of Object.values(connection.models)) await model.createIndexes()
}

const ping = async (connection: Connection): Promise<boolean> => {
  try {
    await connection.db?.command({ ping: 1 }, { timeoutMS: 1_000 })
    return connection.db !== undefined
  } catch {
    // Whatever the reason, the answer is that it is not available; the caller says so.
    return false
  }
}

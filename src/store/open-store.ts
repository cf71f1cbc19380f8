// Opening the store: one connection, every part of it put together, indexes made.
import { join } from 'node:path'
import { createAnchors } from './anchors.ts'
import { createAnswers } from './answers.ts'
import { createChains } from './chains.ts'
import { createContracts } from './contracts.ts'
import { createConversations } from './conversations.ts'
import { createCreateContract } from './create-contract.ts'
import { connectDatabase, type Database, type SentCommand } from './database.ts'
import { createDuties } from './duties.ts'
import { createEntries } from './entries.ts'
import { createFamilies } from './families.ts'
import { createFields } from './fields.ts'
import { createFiles } from './files.ts'
import { headsOf } from './heads.ts'
import { createHistories } from './histories.ts'
import { createInbox } from './inbox.ts'
import { createModelReadings } from './model-readings.ts'
import { createNamed } from './named.ts'
import { createNumbers } from './numbers.ts'
import { createObligations } from './obligations.ts'
import { createOutbox } from './outbox.ts'
import { createPeople } from './people.ts'
import { createLayout } from './projections/layout.ts'
import { setRoster } from './projections/link-rows.ts'
import { defineProjections } from './projections/project.ts'
import { createRebuild } from './rebuild.ts'
import { createRecord } from './record.ts'
import { createReviews } from './reviews.ts'
import { createFind } from './search.ts'
import { createSecrets } from './secrets.ts'
import { openSpool } from './spool.ts'
import type { Store } from './store.ts'
import { createTalk } from './talk.ts'
import { createReaderFor } from './talk-reader.ts'
import { createThreads } from './threads.ts'

export type OpenStoreOptions = {
  uri: string
  /** Default: the one that the URI names, else `throughline`. */
  databaseName?: string
  /** For the spool, the anchors and their key. */
  dataDirectory: string
  clock: () => Date
  /** IANA zone of the company: days in passages are told in it. */
  zone: string
  report?: (line: string) => void
  /** Told of each command that is sent: for tests that count queries and hold their plans. */
  onCommand?: (sent: SentCommand) => void
}

/** @throws within seconds where no server answers */
export const openStore = async (options: OpenStoreOptions): Promise<Store> => {
  const database = await connectDatabase(options)
  try {
    const { store, layout } = await assemble(database, options)
    await database.ensureIndexes()
    await layout.begin()
    return store
  } catch (error) {
    await database.close()
    throw error
  }
}

const assemble = async (database: Database, { dataDirectory, zone, report = () => {} }: OpenStoreOptions) => {
  const spool = await openSpool({ directory: join(dataDirectory, 'spool'), report })
  const numbers = createNumbers(database)
  const newest = () => numbers.last('C')
  const projections = defineProjections(database)
  const conversations = createConversations(database, (conversation, roster) => setRoster(projections.links, conversation, roster))
  const files = createFiles(database)
  const entries = createEntries(database)
  const rosterNow = async (conversation: string) => (await conversations.get(conversation))?.roster?.hash
  const chains = createChains(entries, projections, { textOf: files.text, rosterNow })
  const rebuild = createRebuild({ entries, chains, projections })
  const layout = createLayout({ database, newest, rebuild })
  const record = createRecord({ database, entries, chains, projections, newest, report, rebuild, refresh: layout.refresh })
  const readerFor = createReaderFor({ rosters: projections.rosters, conversations })
  const create = createCreateContract({ database, entries, numbers, append: record.append })
  const find = createFind({ entries, chains, projections, readerFor, textOf: files.text, newest, zone })
  const store: Store = {
    record,
    contracts: createContracts({ chains, create, named: createNamed({ projections, chains, newest }), find }),
    families: createFamilies({ contracts: projections.contracts, entries, chains }),
    reviews: createReviews({ contracts: projections.contracts, chains }),
    obligations: createObligations({ contracts: projections.contracts, chains }),
    talk: createTalk({ chains, talk: projections.talk, readerFor }),
    threads: { ...createThreads({ links: projections.links, entries }), ...createHistories(database) },
    conversations,
    people: createPeople({ database, numbers, record }),
    fields: createFields({ record, contracts: projections.contracts, newest }),
    files,
    modelReadings: createModelReadings(database),
    inbox: createInbox({ database, spool, report }),
    outbox: createOutbox(database),
    answers: createAnswers(database),
    anchors: createAnchors({ entries, heads: () => headsOf({ contracts: projections.contracts, entries, newest }), dataDirectory }),
    numbers,
    secrets: createSecrets(database),
    duties: createDuties(database),
    tickerDatabase: () => database.connection.db,
    isAvailable: database.isAvailable,
    close: database.close,
  }
  return { store, layout }
}

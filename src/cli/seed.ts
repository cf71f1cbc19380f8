// The first start without credentials: the sample company is imported, and its story played, each thing on the day it happened.
import { join } from 'node:path'
import type { Assembly } from '../assemble.ts'
import { createFolder, createHistoryReader } from '../bot/capture.ts'
import type { Account } from '../contracts/identity.ts'
import type { Store } from '../store/store.ts'
import { type FieldRow, readFieldRows } from './import-fields.ts'
import { importFolder } from './import-folder.ts'
import { importPeople } from './import-people.ts'
import { type SampleStory, sampleFolder, sampleOutsiders, samplePeople, sampleStory } from './sample.ts'
import { sampleFamilies, setSampleFamily } from './sample-families.ts'
import { setSampleFields, setSampleStandards } from './sample-fields.ts'
import { createSampleWorld } from './sample-platform.ts'
import { playStory } from './seed-story.ts'

export type SeedOptions = {
  store: Store
  assembly: Assembly
  /** The account by which a person of the sample is known where it is tried. */
  accountOf: (email: string) => Account
  /** Sets the store's clock; undefined gives it back to the machine's. */
  setClock: (at: string | undefined) => void
  write: (line: string) => void
}

const founded = '2023-11-02T09:00:00.000Z'

export const seedSample = async (options: SeedOptions): Promise<void> => {
  const { setClock, write } = options
  const story = await sampleStory()
  try {
    setClock(founded)
    write('Sample data: 13 people of Lindenmoor Systems')
    const people = await importCast(options)
    await setSampleStandards(options.store)
    const numbers = await importAgreements(options, story)
    write('Sample data: their talk and decisions, 16 threads')
    await playWithCast(options, story, people, numbers)
  } finally {
    setClock(undefined)
  }
}

type CastMember = { name: string; company: string | undefined }

const importCast = async ({ store, accountOf }: SeedOptions): Promise<Map<string, CastMember>> => {
  await importPeople(store, join(sampleFolder, 'people.csv'), 'import')
  const cast = new Map<string, CastMember>()
  for (const { email, name } of await samplePeople()) {
    await store.people.meet(accountOf(email), { name, email, standing: 'member' })
    cast.set(email, { name, company: undefined })
  }
  for (const { email, name, company } of await sampleOutsiders()) {
    await store.people.ensure({ email, name, company, standing: 'outsider' })
    cast.set(email, { name, company })
  }
  return cast
}

/** In the order of the list, so that numbers are the same at every first start; each on a day before its story begins. */
const importAgreements = async ({ store, assembly, setClock, write }: SeedOptions, story: SampleStory): Promise<Map<string, string>> => {
  const definitions = await store.fields.list()
  const rows = await readFieldRows(join(sampleFolder, 'contracts.csv'), definitions)
  const terms = await readFieldRows(join(sampleFolder, 'fields.csv'), definitions)
  const families = await sampleFamilies()
  const numbers = new Map<string, string>()
  for (const [file, row] of rows) {
    const at = importedAt(file, row, story)
    setClock(at)
    const by = row.values.owner ? await store.people.ofEmail(row.values.owner) : undefined
    if (!by) throw new Error(`the sample's ${file} has no owner`)
    const [line] = await importFolder({
      ...{ store, reader: assembly.reader, folder: join(sampleFolder, 'contracts'), rows, by },
      ...{ today: at.slice(0, 10), only: [file], progress: () => undefined },
    })
    if (!line?.contract) throw new Error(`the sample's ${file} could not be imported: ${line?.reason}`)
    numbers.set(file, line.contract)
    await setSampleFields(store, { contract: line.contract, row: terms.get(file), by: by.id, today: at.slice(0, 10) })
    await setSampleFamily(store, families, { file, by: by.id, numbers })
    if (numbers.size % 11 === 0) write(`Sample data: ${numbers.size} of ${rows.size} agreements`)
  }
  return numbers
}

/** The day before its threads are linked, or the day it was signed, never later than now. */
const importedAt = (file: string, row: FieldRow, story: SampleStory): string => {
  const events = story.events.filter((event) =>
    event.kind === 'link' ? event.contract === file : event.kind === 'command' && event.text.includes(`{contract:${file}}`),
  )
  const days = [...events.map((event) => event.at), row.executedOn, row.values.effectiveDate].flatMap((at) => (at ? [Date.parse(at)] : []))
  return new Date(Math.min(...days, Date.now()) - 24 * 3_600_000).toISOString()
}

const playWithCast = async (
  options: SeedOptions,
  story: SampleStory,
  people: Map<string, CastMember>,
  numbers: Map<string, string>,
): Promise<void> => {
  const { store, assembly, accountOf, setClock } = options
  const nameOf = (email: string) => people.get(email)?.name ?? email
  const world = createSampleWorld(story, { accountOf, nameOf, companyOf: (email) => people.get(email)?.company })
  const platforms = { find: () => world.platform }
  const report = (line: string) => options.write(line)
  let now = new Date(founded)
  const set = (at: string) => {
    now = new Date(at)
    setClock(at)
  }
  const parts = { store, platforms, worker: 'seed', clock: () => now, report }
  const before = new Map(assembly.platforms)
  for (const name of ['playground', 'terminal']) assembly.platforms.set(name, world.platform)
  try {
    const numberOf = (file: string) => numbers.get(file) ?? file
    await playStory(story, {
      store,
      dispatch: assembly.dispatch,
      folder: createFolder(parts),
      world,
      accountOf,
      nameOf,
      numberOf,
      setClock: set,
      now: () => now,
    })
    // The second look at each history, a minute after it was linked, is made here: later nobody could.
    set(new Date().toISOString())
    const later = createHistoryReader({ ...parts, clock: () => new Date(Date.now() + 120_000) })
    while ((await later.readOnce()) > 0);
  } finally {
    assembly.platforms.clear()
    for (const [name, platform] of before) assembly.platforms.set(name, platform)
  }
}

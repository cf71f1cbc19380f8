// The sample company: where its files lie, and who its people are.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Store } from '../store/store.ts'

export const sampleFolder = join(import.meta.dirname, '../../sample')

/** Who speaks when nobody is named: a customer success manager who inherited an account. */
export const firstSamplePerson = 'nadia@lindenmoor.example'

/** Who can be played in the browser: the first owns the page; finance, sales, legal, records and administration can be tried beside her. */
export const playgroundCast = [firstSamplePerson, ...['lee', 'tom', 'kim', 'ruth', 'jonas'].map((name) => `${name}@lindenmoor.example`)]

/** The sample is there when its people are; no company of that domain exists. */
export const isSample = async (store: Store): Promise<boolean> => (await store.people.ofEmail(firstSamplePerson)) !== undefined

const Person = z.object({
  email: z.string(),
  name: z.string(),
  roles: z.string().transform((roles) => roles.split(/[;,\s]+/).filter(Boolean)),
})
const Outsider = z.object({ email: z.string(), name: z.string(), company: z.string() })
export type Outsider = z.output<typeof Outsider>

const rows = async (file: string): Promise<unknown[]> =>
  parse(await readFile(join(sampleFolder, file), 'utf8'), { columns: true, bom: true })

export const samplePeople = async () => z.array(Person).parse(await rows('people.csv'))
export const sampleOutsiders = async (): Promise<Outsider[]> => z.array(Outsider).parse(await rows('outsiders.csv'))

const at = z.string()
const Said = z.object({
  kind: z.literal('message'),
  at,
  id: z.string(),
  thread: z.string(),
  author: z.string(),
  text: z.string(),
  reactions: z.array(z.object({ at, by: z.string(), emoji: z.string() })).default([]),
  edits: z.array(z.object({ at, text: z.string() })).default([]),
  deletedAt: at.optional(),
})
const Linked = z.object({ kind: z.literal('link'), at, thread: z.string(), contract: z.string(), by: z.string() })
const Commanded = z.object({
  kind: z.literal('command'),
  at,
  by: z.string(),
  thread: z.string().optional(),
  text: z.string(),
  cites: z.array(z.string()).default([]),
})
const Thread = z.object({
  id: z.string(),
  platform: z.enum(['slack', 'teams']),
  conversation: z.string(),
  visibility: z.enum(['contract', 'members']),
  members: z.array(z.string()),
  outsiders: z.array(z.string()),
})
const Story = z.object({ threads: z.array(Thread), events: z.array(z.discriminatedUnion('kind', [Said, Linked, Commanded])) })

export type SampleThread = z.output<typeof Thread>
export type SampleMessage = z.output<typeof Said>
export type SampleEvent = z.output<typeof Story>['events'][number]
export type SampleStory = z.output<typeof Story>

export const sampleStory = async (): Promise<SampleStory> =>
  Story.parse(JSON.parse(await readFile(join(sampleFolder, 'story.json'), 'utf8')))

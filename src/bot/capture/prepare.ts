// Making ready: a delivery read by its platform, with what is around it and the files that came fast.
import type { Roster } from '../../contracts/roster.ts'
import type { ClaimedDelivery, Store } from '../../store/store.ts'
import type { Heard, HeardFile, Platform } from '../platform.ts'
import { type Fetched, fetchAll } from './fetch-files.ts'
import type { createSurroundings, Surroundings } from './surroundings.ts'

export type FoldStore = Pick<Store, 'inbox' | 'threads' | 'conversations' | 'people' | 'files' | 'record'>

export type Prepared = {
  delivery: ClaimedDelivery
  heard: { event: Heard; files: Fetched[] }[]
  around: Surroundings
  /** The members when it was heard; undefined: unknown. */
  roster: Roster | undefined
  personOf: (account: string) => string | undefined
}

type Options = { store: Pick<Store, 'files'>; platforms: { find(name: string): Platform | undefined } }
type Outcome = {
  prepared: Prepared[]
  /** Of threads that nobody linked. */
  dropped: ClaimedDelivery[]
  failed: { delivery: ClaimedDelivery; reason: string }[]
}

/** So long the text of a batch may wait for files; what comes later gets a delivery of its own. */
const limits = { eachMs: 2_000, allMs: 3_000 }

export const prepare = async (
  { store, platforms }: Options,
  surroundings: ReturnType<typeof createSurroundings>,
  deliveries: readonly ClaimedDelivery[],
): Promise<Outcome> => {
  const outcome: Outcome = { prepared: [], dropped: [], failed: [] }
  const withFiles: { one: { files: Fetched[] }; files: readonly HeardFile[] }[] = []
  for (const delivery of deliveries) {
    const around = await surroundings.of(delivery.thread)
    const roster = around && delivery.roster !== undefined ? await surroundings.roster(delivery.roster) : undefined
    const said = hearing(platforms, delivery, roster)
    if (!around) outcome.dropped.push(delivery)
    else if (typeof said === 'string') outcome.failed.push({ delivery, reason: said })
    else {
      const people = await peopleOf(said, surroundings.person)
      const heard = said.map(({ event }) => ({ event, files: [] as Fetched[] }))
      withFiles.push(...heard.flatMap((one, index) => ({ one, files: said[index]?.files ?? [] })))
      outcome.prepared.push({ delivery, heard, around, roster, personOf: (account) => people.get(account) })
    }
  }
  const fetched = await fetchAll(
    store.files,
    withFiles.map(({ files }) => files),
    limits,
  )
  for (const [index, { one }] of withFiles.entries()) one.files = fetched[index] ?? []
  return outcome
}

type Said = { event: Heard; files: readonly HeardFile[]; account: string | undefined }

/** What the delivery says, or why it cannot be read: whatever a platform makes of it, it holds up no other. */
export const hearing = (platforms: Options['platforms'], { platform, body }: ClaimedDelivery, roster?: Roster): Said[] | string => {
  const port = platforms.find(platform)
  if (!port) return `${platform} is not configured here.`
  try {
    return port.heard(body, roster?.members).map((event) => ({ event, account: accountOf(event), files: filesOf(event) }))
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const filesOf = (event: Heard): readonly HeardFile[] => (event.type === 'message' ? [...event.message.files] : [])

const accountOf = (event: Heard): string | undefined => {
  if (event.type === 'message') return event.message.author.account
  if (event.type === 'reaction') return event.by
  return event.type === 'undeleted' ? undefined : event.author?.account
}

const peopleOf = async (said: readonly Said[], find: (account: string) => Promise<string | undefined>): Promise<Map<string, string>> => {
  const accounts = new Set(said.flatMap(({ account }) => account ?? []))
  const found = await Promise.all([...accounts].map(async (account) => [account, await find(account)] as const))
  return new Map(found.filter((pair): pair is [string, string] => pair[1] !== undefined))
}

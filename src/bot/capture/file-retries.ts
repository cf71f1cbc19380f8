// Files that did not come fast: each is a delivery of its own, tried again with growing pauses for a day, then told as missing.
import type { Draft } from '../../contracts/record/entry.ts'
import type { ClaimedDelivery, Delivery } from '../../store/store.ts'
import type { HeardMessage } from '../platform.ts'
import { circumstancesOf } from './append-heard.ts'
import { type Circumstances, fileDraft, missingDraft, pendingDraft } from './drafts.ts'
import { type Fetched, fetchFile, underOwnNames } from './fetch-files.ts'
import type { FolderOptions } from './folder.ts'
import { fileRetryId, messageInHistory } from './history-file.ts'
import { hearing, type Prepared } from './prepare.ts'
import type { createSurroundings, Surroundings as Surrounding } from './surroundings.ts'

type Surroundings = ReturnType<typeof createSurroundings>

const prefix = 'file:'
/** Shorter than the lease of a delivery, so that nobody else fetches it at the same time. */
const eachMs = 20_000
/** A minute after its message a file that is not there yet is told as pending, a day after it as missing (promise A10). */
const pendingFrom = 3
const lastAttempt = 13

export const isFileRetry = ({ id }: Delivery): boolean => id.startsWith(prefix)

/** The deliveries for the files of a message that are still to come; they carry the body that the message came in. */
export const retryOf = ({ delivery, heard }: Prepared): Delivery[] =>
  heard.flatMap(({ event, files }) =>
    files.flatMap((file) => {
      if (file.later === undefined || event.type !== 'message') return []
      const { platform, thread, roster, body, receivedAt } = delivery
      return [{ id: fileRetryId(thread, event.message.id, file.name), platform, thread, roster, body, receivedAt }]
    }),
  )

/** Fetches beside the folding, so that a slow file holds up no text; one round at a time. */
export const createFileRetries = (options: FolderOptions) => {
  let running: Promise<void> = Promise.resolve()
  const round = async (claimed: readonly ClaimedDelivery[], surroundings: Surroundings): Promise<void> => {
    await Promise.all(claimed.map((delivery) => retry(options, surroundings, delivery)))
  }
  return {
    /** What is claimed while a round is under way is tried after it: no claim goes by without a try. */
    start(claimed: readonly ClaimedDelivery[], surroundings: Surroundings): void {
      if (claimed.length === 0) return
      running = running
        .then(() => round(claimed, surroundings))
        .catch((error) => options.report(`Files could not be fetched: ${error instanceof Error ? error.message : error}`))
    },
    settled: async (): Promise<void> => running,
  }
}

const retry = async (options: FolderOptions, surroundings: Surroundings, delivery: ClaimedDelivery): Promise<void> => {
  const { store, worker, report } = options
  const around = await surroundings.of(delivery.thread)
  if (!around) return store.inbox.done(worker, [delivery])
  const fetched = await fetchAgain(options, delivery)
  const { message, missing, later, ...file } = fetched
  const { name } = file
  if (later !== undefined && delivery.attempts < lastAttempt) {
    report(`The file ${name} could not be fetched yet: ${later}`)
    if (delivery.attempts >= pendingFrom) await tell(options, delivery, around, (at) => pendingDraft(at, message, name, later))
    return store.inbox.release(worker, delivery, later)
  }
  const reason = missing ?? later
  await tell(options, delivery, around, (at) => {
    if (reason !== undefined) return missingDraft(at, message, name, reason)
    return fileDraft(at, message, file)
  })
  await store.inbox.done(worker, [delivery])
}

/** In the record of every contract that the thread is linked to. */
const tell = async (
  { store }: FolderOptions,
  delivery: ClaimedDelivery,
  around: Surrounding,
  draft: (at: Circumstances) => Draft,
): Promise<void> => {
  const prepared: Prepared = { delivery, heard: [], around, roster: undefined, personOf: () => undefined }
  for (const contract of around.contracts) await store.record.append(contract, (state) => [draft(circumstancesOf(prepared, state))])
}

/** What became of the file this time; the message that it came with is named in the id of the delivery. */
const fetchAgain = async (options: FolderOptions, delivery: ClaimedDelivery): Promise<Fetched & { message: string }> => {
  const [message = '', name = ''] = delivery.id.slice(delivery.id.indexOf('|m|') + 3).split(/:(.*)/s)
  try {
    const file = (await messagesIn(options, delivery))
      .filter(({ id }) => id === message)
      .flatMap(({ files }) => underOwnNames(files))
      .find((one) => one.name === name)
    if (!file) return { message, name, missing: 'It is no longer there.' }
    return { message, ...(await fetchFile(options.store.files, file, eachMs)) }
  } catch (error) {
    return { message, name, later: error instanceof Error ? error.message : String(error) }
  }
}

const messagesIn = async ({ platforms }: FolderOptions, delivery: ClaimedDelivery): Promise<HeardMessage[]> => {
  const platform = platforms.find(delivery.platform)
  const inHistory = platform && (await messageInHistory(platform, delivery))
  if (inHistory) return inHistory
  const heard = hearing(platforms, delivery)
  if (typeof heard === 'string') throw new Error(heard)
  return heard.flatMap(({ event }) => (event.type === 'message' ? [event.message] : []))
}

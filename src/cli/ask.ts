// The command `throughline ask`: one line through the same dispatch as in chat, beside a running bot or without one.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { assemble } from '../assemble.ts'
import { refusalCard, storageAwayCard } from '../bot/cards/refusal.ts'
import { type AskOptions, asJson, ask, show } from '../bot/terminal/ask.ts'
import { renderCard } from '../bot/terminal/render-card.ts'
import { runSession } from '../bot/terminal/session.ts'
import type { Config } from '../config.ts'
import { Refusal } from '../contracts/refusal.ts'
import { createLog } from '../log.ts'
import { isStorageAway } from '../store/storage-away.ts'
import type { Store } from '../store/store.ts'
import { ensureAdministrators, operatorOf } from './operator.ts'
import { firstSamplePerson, isSample } from './sample.ts'
import { type Terminal, withStore } from './with-store.ts'

export type AskCommand = Terminal & {
  config: Config /** Undefined: line after line from the terminal, until it ends. */
  line: string | undefined
  as: string | undefined
  json: boolean
}

export const askCommand = async (options: AskCommand): Promise<number> => {
  try {
    return await askInStore(options)
  } catch (error) {
    return answerOf(error, options)
  }
}

/** What ended it before it could be asked is answered in the form that was wanted; what is neither is told by the program. */
const answerOf = (error: unknown, { json, write }: AskCommand): number => {
  if (isStorageAway(error)) {
    const card = storageAwayCard()
    write(json ? asJson({ card, failure: { id: 'storage' } }, [], undefined) : renderCard(card))
    return 2
  }
  if (!json || !(error instanceof Refusal)) throw error
  write(asJson({ card: refusalCard(error), refusal: error }, [], undefined))
  return 1
}

const askInStore = async (options: AskCommand): Promise<number> => {
  const { config, line, json, write } = options
  const clock = () => new Date()
  return withStore({ ...options, complain: json ? () => undefined : options.complain }, async (store) => {
    await ensureAdministrators(store, config)
    const as = await whoAsks(store, options)
    const log = createLog(json ? 'silent' : 'fatal')
    const { dispatch, reader } = await assemble({ store, config, log, clock })
    const directory = join(config.dataDirectory, 'files')
    await mkdir(directory, { recursive: true })
    try {
      const width = Math.min(process.stdout.columns ?? 80, 120)
      const asked = { dispatch, store, as, json, directory, write, width }
      return line === undefined ? await talk(asked) : await ask({ ...asked, line })
    } finally {
      await reader.close()
    }
  })
}

/** Line after line; what was refused or failed is told and the next one is asked. */
const talk = async (asked: Omit<AskOptions, 'line'>): Promise<number> => {
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    prompt: process.stdin.isTTY ? '> ' : '',
    terminal: process.stdin.isTTY,
  })
  const { write, width = 80 } = asked
  let isOver = false
  lines.once('close', () => {
    isOver = true
  })
  const prompt = () => (isOver ? undefined : lines.prompt())
  const withPrompt = async function* () {
    prompt()
    for await (const line of lines) {
      yield line
      prompt()
    }
  }
  await runSession({ lines: withPrompt(), ask: (line) => show({ ...asked, line, keys: true }), write, width })
  lines.close()
  return 0
}

/** Only people of the sample can be played; on a company's own data the terminal speaks for whoever runs this machine. */
const whoAsks = async (store: Store, { as, config }: AskCommand): Promise<string> => {
  const sample = await isSample(store)
  if (as === undefined) return sample ? firstSamplePerson : ((await operatorOf(store, config)).email ?? '')
  if (!sample)
    throw new Refusal('not-allowed', '--as plays people of the sample data, and this is not the sample.', { next: 'Leave --as out.' })
  const person = await store.people.ofEmail(as.toLowerCase())
  if (person?.email) return person.email
  throw new Refusal('not-found', `Nobody in the sample has the e-mail ${as}.`, { next: `For example: --as ${firstSamplePerson}` })
}

// `throughline doctor`: what is configured is checked, a line each, with the remedy beside what is wrong.
import { access, constants, mkdir, statfs } from 'node:fs/promises'
import type { Inspection } from '../bot/slack/inspect.ts'
import type { Config } from '../config.ts'
import type { Store } from '../store/store.ts'
import { type Check, failure, ok, warning } from './check.ts'
import { type askForModels, modelCheck, modelReadingCheck } from './model-check.ts'
import { slackChecks } from './slack-checks.ts'

export type DoctorOptions = {
  config: Config
  /** Opens the storage; fails when it can't be had. */
  open: () => Promise<{ store: Store; engine: string; stop(): Promise<void> }>
  /** Whether the written manifests are what the registry would write now. */
  manifestIsCurrent: () => Promise<boolean>
  /** Asks Microsoft for a token with the configured credentials; the reason when it refuses. */
  teamsToken: (() => Promise<string | undefined>) | undefined
  /** Asks Slack about the configured app. */
  slack?: (() => Promise<Inspection>) | undefined
  /** Asks the configured model's endpoint which models it has. */
  askModels?: typeof askForModels
}

export const runDoctor = async (options: DoctorOptions): Promise<Check[]> => [
  nodeCheck(process.versions.node),
  await directoryCheck(options.config.dataDirectory),
  ...(await storageChecks(options)),
  administratorCheck(options.config),
  ...(await teamsChecks(options)),
  ...(await slackChecks(options.config, options.slack)),
  await modelCheck(options.config.model, options.askModels),
  await manifestCheck(options),
]

export const nodeCheck = (version: string): Check =>
  Number(version.split('.')[0]) >= 24
    ? ok('Node', version)
    : failure('Node', `${version} is too old`, 'Start by npm start or npx throughline, which bring Node 24 along.')

const directoryCheck = async (directory: string): Promise<Check> => {
  try {
    await mkdir(directory, { recursive: true })
    await access(directory, constants.W_OK)
    const { bavail, bsize } = await statfs(directory)
    const free = (bavail * bsize) / 2 ** 30
    if (free < 2)
      return warning('Data directory', `${directory} has ${free.toFixed(1)} GB left`, 'Free some space, or set DATA_DIR to a larger disk.')
    return ok('Data directory', `${directory}, ${Math.floor(free)} GB free`)
  } catch (error) {
    return failure(
      'Data directory',
      `${directory} can't be written: ${(error as NodeJS.ErrnoException).code}`,
      'Set DATA_DIR to a folder that this account may write.',
    )
  }
}

const storageChecks = async ({ config, open }: DoctorOptions): Promise<Check[]> => {
  try {
    const { store, engine, stop } = await open()
    try {
      return [engineCheck(engine), ...(await queueChecks(store)), ...(await modelReadingCheck(store, config.model))]
    } finally {
      await stop()
    }
  } catch (error) {
    return [failure('Storage', (error as Error).message, 'Check MONGODB_URI, or unset it to use the embedded database.')]
  }
}

export const engineCheck = (engine: string): Check =>
  engine.includes('secantus')
    ? warning(
        'Storage',
        `${engine}: a beta, made for tests and for trying`,
        'For your own contracts set MONGODB_URI to a MongoDB 6 or newer.',
      )
    : ok('Storage', engine)

const queueChecks = async (store: Store): Promise<Check[]> => {
  const { waiting, stuck, spooled, quarantined } = await store.inbox.counts()
  const outbox = await store.outbox.counts()
  const inbox = `${waiting} waiting, ${spooled} in the spool, ${quarantined} quarantined`
  return [
    stuck > 0
      ? warning(
          'Inbox',
          `${stuck} deliveries could not be folded; ${inbox}`,
          'Look in the log for "could not be folded"; they are kept and tried again after a restart.',
        )
      : ok('Inbox', inbox),
    outbox.failed > 0
      ? warning(
          'Outbox',
          `${outbox.failed} messages could not be sent; ${outbox.waiting} waiting`,
          'Look in the log for the reason; often the bot was removed from a conversation.',
        )
      : ok('Outbox', `${outbox.waiting} waiting`),
  ]
}

const administratorCheck = ({ administrators }: Config): Check =>
  administrators.length > 0
    ? ok('Administrators', administrators.join(', '))
    : warning('Administrators', 'nobody is named', 'Set ADMINISTRATORS to the e-mail addresses of those who manage people and roles.')

const teamsChecks = async ({ config, teamsToken }: DoctorOptions): Promise<Check[]> => {
  if (!config.teams) return [ok('Teams', config.slack ? 'not configured' : 'not configured: npm start runs the playground')]
  const refused = await teamsToken?.()
  const credentials = refused
    ? failure(
        'Teams credentials',
        refused,
        'Azure portal, App registrations, your app: compare TEAMS_APP_ID, TEAMS_TENANT_ID, and make a new secret.',
      )
    : ok('Teams credentials', 'Microsoft gives a token for them')
  const address = config.publicUrl.startsWith('https://')
    ? ok('Public address', config.publicUrl)
    : failure(
        'Public address',
        `${config.publicUrl} can't be reached by Teams`,
        'Set PUBLIC_URL to the https address of your proxy or tunnel.',
      )
  return [credentials, address]
}

const manifestCheck = async ({ manifestIsCurrent }: DoctorOptions): Promise<Check> =>
  (await manifestIsCurrent())
    ? ok('Manifests', 'are what the commands say')
    : warning('Manifests', 'differ from the commands', 'Run: npx throughline manifest, and upload the apps again.')

const signs = { ok: 'ok     ', warning: 'warning', failure: 'failure' }

/** One line a check. */
export const showCheck = ({ name, state, text, remedy }: Check): string =>
  `${signs[state]}  ${name}: ${text}${remedy ? `\n         ${remedy}` : ''}`

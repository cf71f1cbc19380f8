// The configuration: the only reader of the environment; every problem is told at once, with an example and where to get it.
import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { variables } from './variables.ts'

export { variables }

type Name = keyof typeof variables
type Values = { [Key in Name]: z.output<(typeof variables)[Key]['schema']> }

export type SlackConfig = {
  botToken: string
  /** Set: Slack speaks by sockets. */
  appToken: string | undefined
  signingSecret: string | undefined
  /** The first names all of them in our ids. */
  teams: readonly [string, ...string[]]
  apiUrl: string
}

export type Config = Readonly<{
  mongodbUri: string | undefined
  dataDirectory: string
  port: number
  publicUrl: string
  administrators: readonly string[]
  zone: string
  teams: { appId: string; appPassword: string; tenantId: string } | undefined
  slack: SlackConfig | undefined
  /** A language model that reads fields beside the rules. */
  model: { url: string; name: string; key: string | undefined; seesRestricted: boolean } | undefined
  logLevel: Values['LOG_LEVEL']
  engine: string | undefined
  /** Where the embedded engine is looked for. */
  path: string
}>

export type ConfigProblem = { variable: string; problem: string; example: string; from: string }

export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[]
  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(({ variable, problem }) => `${variable}: ${problem}`).join('; '))
    this.name = 'ConfigError'
    this.problems = problems
  }
}

type Environment = Record<string, string | undefined>

/** Reads and freezes the whole configuration. Throws a ConfigError with every problem at once. */
export const readConfig = (environment: Environment = process.env): Config => {
  const problems: ConfigProblem[] = []
  const tell = (variable: Name, problem: string) => {
    const { example, from } = variables[variable]
    problems.push({ variable, problem, example, from })
  }
  const values = Object.fromEntries(
    (Object.keys(variables) as Name[]).map((name) => [name, readVariable(name, environment, tell)]),
  ) as Values
  const teams = readTeams(values, environment, tell)
  const slack = readSlack(values, environment, tell)
  const model = readModel(values, tell)
  if (problems.length > 0) throw new ConfigError(problems)
  return Object.freeze({
    mongodbUri: values.MONGODB_URI,
    dataDirectory: values.DATA_DIR,
    port: values.PORT,
    publicUrl: (values.PUBLIC_URL ?? `http://127.0.0.1:${values.PORT}`).replace(/\/$/, ''),
    administrators: values.ADMINISTRATORS.map((email) => email.toLowerCase()),
    zone: values.COMPANY_TIMEZONE,
    teams,
    slack,
    model,
    logLevel: values.LOG_LEVEL,
    engine: values.THROUGHLINE_ENGINE,
    path: environment.PATH ?? '',
  })
}

type Tell = (variable: Name, problem: string) => void

const readVariable = (name: Name, environment: Environment, tell: Tell): unknown => {
  const typed = readText(name, environment, tell)
  const parsed = variables[name].schema.safeParse(typed)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) tell(name, issue.message)
  return undefined
}

/** The variable itself, or the content of the file that `NAME_FILE` names; empty is unset. */
const readText = (name: Name, environment: Environment, tell: Tell): string | undefined => {
  const file = environment[`${name}_FILE`]
  if (!file) return environment[name]?.trim() || undefined
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch (error) {
    tell(name, `${name}_FILE can't be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`)
    return undefined
  }
}

const teamsNames = ['TEAMS_APP_ID', 'TEAMS_APP_PASSWORD', 'TEAMS_TENANT_ID'] as const

/** Teams needs all three; one alone is a mistake, never a reason to start without authentication. */
const readTeams = (values: Values, environment: Environment, tell: Tell): Config['teams'] => {
  const given = teamsNames.filter((name) => environment[name]?.trim() || environment[`${name}_FILE`])
  if (given.length === 0) return undefined
  for (const name of teamsNames) if (!given.includes(name)) tell(name, 'is missing: Teams needs its app id, its password and its tenant')
  const { TEAMS_APP_ID: appId, TEAMS_APP_PASSWORD: appPassword, TEAMS_TENANT_ID: tenantId } = values
  return appId && appPassword && tenantId ? { appId, appPassword, tenantId } : undefined
}

const slackNames = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_TEAM_IDS', 'SLACK_API_URL'] as const

/** Slack needs its bot, its workspaces, and one of the two ways in. */
const readSlack = (values: Values, environment: Environment, tell: Tell): Config['slack'] => {
  const given: readonly string[] = slackNames.filter((name) => environment[name]?.trim() || environment[`${name}_FILE`])
  if (given.length === 0) return undefined
  for (const name of ['SLACK_BOT_TOKEN', 'SLACK_TEAM_IDS'] as const) {
    if (!given.includes(name)) tell(name, 'is missing: Slack needs its bot token and its workspaces')
  }
  if (!given.includes('SLACK_APP_TOKEN') && !given.includes('SLACK_SIGNING_SECRET')) {
    tell('SLACK_APP_TOKEN', 'is missing: Slack needs it for Socket Mode, or SLACK_SIGNING_SECRET for HTTP')
  }
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = values
  const [home, ...others] = values.SLACK_TEAM_IDS ?? []
  if (!botToken || home === undefined || !(appToken || signingSecret)) return undefined
  return { botToken, appToken, signingSecret, teams: [home, ...others], apiUrl: values.SLACK_API_URL ?? 'https://slack.com/api/' }
}

/** A model needs its endpoint and its name. */
const readModel = (values: Values, tell: Tell): Config['model'] => {
  const { MODEL_URL: url, MODEL_NAME: name, MODEL_API_KEY: key, MODEL_READS_RESTRICTED: seesRestricted } = values
  if (url === undefined && name === undefined && key === undefined) return undefined
  if (url === undefined) tell('MODEL_URL', 'is missing: a model needs its endpoint')
  if (name === undefined) tell('MODEL_NAME', 'is missing: a model needs its name')
  return url !== undefined && name !== undefined ? { url, name, key, seesRestricted } : undefined
}

/** The problems as a table for the terminal. */
export const problemTable = (problems: readonly ConfigProblem[]): string => {
  const rows = [
    ['Variable', 'Problem', 'Example', 'Where to get it'],
    ...problems.map((one) => [one.variable, one.problem, one.example, one.from]),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** The text of `.env.example`. */
export const environmentExample = (): string => {
  const blocks = Object.entries(variables).map(([name, { about, from, example, ...rest }]) => {
    const secret = 'secret' in rest ? `\n# Or the path of a file that holds it: ${name}_FILE=` : ''
    return `# ${about}\n# From: ${from}.${secret}\n#${name}=${example}\n`
  })
  return `# Copy to .env and fill in what you need; every line is optional.\n\n${blocks.join('\n')}`
}

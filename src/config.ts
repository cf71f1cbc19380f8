// The configuration: the only reader of the environment; every problem is told at once, with an example and where to get it.
import { readFileSync } from 'node:fs'
import { IANAZone } from 'luxon'
import { z } from 'zod'

const emails = z
  .string()
  .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
  .pipe(z.array(z.email('must be e-mail addresses, separated by commas')))

const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be an id such as 11111111-2222-3333-4444-555555555555')

type Variable = { schema: z.ZodType; example: string; about: string; from: string; secret?: true }

/** Every variable, in the order of `.env.example` and of the README's table. */
export const variables = {
  MONGODB_URI: {
    schema: z
      .string()
      .regex(/^mongodb(\+srv)?:\/\/.+/, 'must begin with mongodb:// or mongodb+srv://')
      .optional(),
    example: 'mongodb://throughline:secret@db.example:27017/throughline?replicaSet=rs0',
    about: 'The database. Unset: an embedded one under DATA_DIR, for trying and for tests.',
    from: 'your MongoDB (6 or newer, a replica set), or Atlas: Connect, Drivers',
    secret: true,
  },
  DATA_DIR: {
    schema: z.string().min(1).default('.data'),
    example: '.data',
    about: 'Where the embedded database, the spool, keys and signed anchors live.',
    from: 'a folder on a disk that is backed up',
  },
  PORT: {
    schema: z.coerce.number('must be a number').int().min(1, 'must be 1 to 65535').max(65535, 'must be 1 to 65535').default(3978),
    example: '3978',
    about: 'The port that the bot listens on.',
    from: 'any free port',
  },
  PUBLIC_URL: {
    schema: z.url({ protocol: /^https?$/, error: 'must be an address such as https://contracts.acme.example' }).optional(),
    example: 'https://contracts.acme.example',
    about: 'The address under which people and Teams reach the bot. Unset: http://127.0.0.1:PORT.',
    from: 'your reverse proxy or tunnel',
  },
  ADMINISTRATORS: {
    schema: emails.default([]),
    example: 'kim@acme.example,lee@acme.example',
    about: 'People who manage people, roles and configuration; they read no contract by that.',
    from: 'your company',
  },
  COMPANY_TIMEZONE: {
    schema: z
      .string()
      .refine((zone) => IANAZone.isValidZone(zone), 'must be an IANA time zone')
      .default(Intl.DateTimeFormat().resolvedOptions().timeZone),
    example: 'Europe/Berlin',
    about: "What day it is for the company. Unset: the machine's zone.",
    from: 'the list of IANA time zones',
  },
  TEAMS_APP_ID: {
    schema: guid.optional(),
    example: '11111111-2222-3333-4444-555555555555',
    about: 'The Teams app. Unset: the playground in a browser instead.',
    from: 'Azure portal: your bot, Configuration, Microsoft App ID',
  },
  TEAMS_APP_PASSWORD: {
    schema: z.string().min(1).optional(),
    example: 'the-client-secret',
    about: 'The secret of the Teams app.',
    from: 'Azure portal: App registrations, your app, Certificates & secrets',
    secret: true,
  },
  TEAMS_TENANT_ID: {
    schema: guid.optional(),
    example: '66666666-7777-8888-9999-000000000000',
    about: 'The one Entra tenant that may reach the bot.',
    from: 'Azure portal: Microsoft Entra ID, Overview, Tenant ID',
  },
  LOG_LEVEL: {
    schema: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'must be fatal, error, warn, info, debug or silent')
      .default('info'),
    example: 'info',
    about: 'How much is logged; message texts and secrets never are.',
    from: 'your taste',
  },
  THROUGHLINE_ENGINE: {
    schema: z.string().min(1).optional(),
    example: '/usr/local/bin/secantusd-rs',
    about: 'The program of the embedded database, when it shall be a certain one.',
    from: 'see README, Data',
  },
} as const satisfies Record<string, Variable>

type Name = keyof typeof variables
type Values = { [Key in Name]: z.output<(typeof variables)[Key]['schema']> }

export type Config = Readonly<{
  mongodbUri: string | undefined
  dataDirectory: string
  port: number
  publicUrl: string
  administrators: readonly string[]
  zone: string
  teams: { appId: string; appPassword: string; tenantId: string } | undefined
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
  if (problems.length > 0) throw new ConfigError(problems)
  return Object.freeze({
    mongodbUri: values.MONGODB_URI,
    dataDirectory: values.DATA_DIR,
    port: values.PORT,
    publicUrl: (values.PUBLIC_URL ?? `http://127.0.0.1:${values.PORT}`).replace(/\/$/, ''),
    administrators: values.ADMINISTRATORS.map((email) => email.toLowerCase()),
    zone: values.COMPANY_TIMEZONE,
    teams,
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

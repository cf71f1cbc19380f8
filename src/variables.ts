// Every variable of the environment that the program knows: what it may be, an example, what it is, where to get it.
import { IANAZone } from 'luxon'
import { z } from 'zod'
import { rulesReader } from './contracts/proposal.ts'

const emails = z
  .string()
  .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
  .pipe(z.array(z.email('must be e-mail addresses, separated by commas')))

const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be an id such as 11111111-2222-3333-4444-555555555555')

const slackTeams = z
  .string()
  .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
  .pipe(
    z.array(z.string().regex(/^[TE][A-Z0-9]{2,}$/, 'must be ids such as T0123456789, separated by commas')).min(1, 'must name a workspace'),
  )

const addressOf = (typed: string): URL | undefined => (URL.canParse(typed) ? new URL(typed) : undefined)

/** Texts of agreements travel encrypted, or do not leave the machine. */
const isPrivateWay = (typed: string): boolean => {
  const address = addressOf(typed)
  return address?.protocol !== 'http:' || /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(address.hostname)
}

const holdsPassword = (typed: string): boolean => `${addressOf(typed)?.username ?? ''}${addressOf(typed)?.password ?? ''}` !== ''

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
    about: 'The Teams app. With neither Teams nor Slack set, the playground in a browser runs instead.',
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
  SLACK_BOT_TOKEN: {
    schema: z
      .string()
      .regex(/^xoxb-/, 'must begin with xoxb-')
      .optional(),
    example: 'xoxb-...',
    about: 'The bot of the Slack app. Slack and Teams may both be set; with neither, the playground in a browser runs instead.',
    from: 'api.slack.com/apps: your app, OAuth & Permissions, Bot User OAuth Token',
    secret: true,
  },
  SLACK_APP_TOKEN: {
    schema: z
      .string()
      .regex(/^xapp-/, 'must begin with xapp-')
      .optional(),
    example: 'xapp-...',
    about: 'Slack by Socket Mode, which needs no public address.',
    from: 'api.slack.com/apps: your app, Basic Information, App-Level Tokens, scope connections:write',
    secret: true,
  },
  SLACK_SIGNING_SECRET: {
    schema: z.string().min(8, 'must be the whole secret').optional(),
    example: 'the-signing-secret',
    about: 'Slack by HTTP at PUBLIC_URL/slack/events, when SLACK_APP_TOKEN is not set.',
    from: 'api.slack.com/apps: your app, Basic Information, App Credentials',
    secret: true,
  },
  SLACK_TEAM_IDS: {
    schema: slackTeams.optional(),
    example: 'T0123456789',
    about: 'The workspaces of the company; a delivery from any other is put aside.',
    from: 'the address of Slack in a browser: app.slack.com/client/T...',
  },
  SLACK_API_URL: {
    schema: z
      .string()
      .regex(/^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?(?:\/|$)/, 'must be an address on this machine: it is for emulators only')
      .optional(),
    example: 'http://127.0.0.1:4003/api/',
    about: "Where Slack's own interface is looked for. Unset: Slack.",
    from: 'an emulator of Slack on this machine',
  },
  MODEL_URL: {
    schema: z
      .url({ protocol: /^https?$/, error: 'must be an address such as https://models.acme.example/v1' })
      .refine(isPrivateWay, 'must begin with https://, or lead to this machine: agreements are not sent in the clear')
      .refine((typed) => !holdsPassword(typed), 'must hold no password: MODEL_API_KEY is for that')
      .optional(),
    example: 'https://models.acme.example/v1',
    about:
      'A language model that reads fields beside the rules; the text of uploaded agreements is sent there, but for restricted contracts. Unset: none.',
    from: 'any endpoint that speaks the OpenAI protocol: your own, or a provider your company trusts',
  },
  MODEL_NAME: {
    schema: z
      .string()
      .max(200)
      .refine((name) => name.toLowerCase() !== rulesReader, 'can not be "rules": that is what our own rules are called in the record')
      .optional(),
    example: 'llama-3.3-70b',
    about: 'The name of the model at MODEL_URL.',
    from: 'the list of models of the endpoint',
  },
  MODEL_API_KEY: {
    schema: z.string().min(1).optional(),
    example: 'sk-...',
    about: 'The key for MODEL_URL, where it wants one.',
    from: 'whoever runs the endpoint',
    secret: true,
  },
  MODEL_READS_RESTRICTED: {
    schema: z
      .enum(['yes', 'no'], 'must be yes or no')
      .transform((typed) => typed === 'yes')
      .default(false),
    example: 'yes',
    about: 'Whether the model is shown documents of restricted contracts too. Unset: no.',
    from: 'who answers for those contracts',
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

// The configuration by its front door: an environment in, a frozen whole or every problem at once out.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, environmentExample, problemTable, readConfig, variables } from '../src/config.ts'

const teams = {
  TEAMS_APP_ID: '11111111-2222-3333-4444-555555555555',
  TEAMS_APP_PASSWORD: 'a-secret',
  TEAMS_TENANT_ID: '66666666-7777-8888-9999-000000000000',
}

const slack = {
  SLACK_BOT_TOKEN: 'xoxb-a-token',
  SLACK_SIGNING_SECRET: 'a-signing-secret',
  SLACK_TEAM_IDS: 'T0AAA111, T0BBB222',
}

const problemsOf = (environment: Record<string, string>) => {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('readConfig', () => {
  it('works with nothing set', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      dataDirectory: '.data',
      port: 3978,
      publicUrl: 'http://127.0.0.1:3978',
      administrators: [],
      teams: undefined,
    })
    expect(Object.isFrozen(config)).toBe(true)
  })

  it('reads everything that is set', () => {
    const config = readConfig({
      ...teams,
      MONGODB_URI: 'mongodb://db.example/throughline',
      PORT: '8080',
      PUBLIC_URL: 'https://contracts.acme.example/',
      ADMINISTRATORS: 'Kim@acme.example, lee@acme.example',
      COMPANY_TIMEZONE: 'Europe/Berlin',
      LOG_LEVEL: 'debug',
    })
    expect(config).toMatchObject({
      mongodbUri: 'mongodb://db.example/throughline',
      port: 8080,
      publicUrl: 'https://contracts.acme.example',
      administrators: ['kim@acme.example', 'lee@acme.example'],
      zone: 'Europe/Berlin',
      teams: { appId: teams.TEAMS_APP_ID, appPassword: 'a-secret', tenantId: teams.TEAMS_TENANT_ID },
    })
  })

  it('takes Slack by HTTP, by sockets, and beside Teams', () => {
    const byHttp = { botToken: 'xoxb-a-token', appToken: undefined, signingSecret: 'a-signing-secret', apiUrl: 'https://slack.com/api/' }
    expect(readConfig(slack)).toMatchObject({ teams: undefined, slack: { ...byHttp, teams: ['T0AAA111', 'T0BBB222'] } })
    const { SLACK_SIGNING_SECRET: _left, ...rest } = slack
    const bySockets = readConfig({ ...teams, ...rest, SLACK_APP_TOKEN: 'xapp-a-token' })
    expect(bySockets.slack).toMatchObject({ appToken: 'xapp-a-token', signingSecret: undefined })
    expect(bySockets.teams).toMatchObject({ appId: teams.TEAMS_APP_ID })
    expect(readConfig({ ...slack, SLACK_API_URL: 'http://127.0.0.1:4003/api/' }).slack?.apiUrl).toBe('http://127.0.0.1:4003/api/')
  })

  it.each([
    [{ SLACK_BOT_TOKEN: slack.SLACK_BOT_TOKEN }, ['SLACK_TEAM_IDS', 'SLACK_APP_TOKEN']],
    [{ SLACK_APP_TOKEN: 'xapp-a-token' }, ['SLACK_BOT_TOKEN', 'SLACK_TEAM_IDS']],
    [{ ...slack, SLACK_BOT_TOKEN: 'xoxp-somebody' }, ['SLACK_BOT_TOKEN']],
    [{ ...slack, SLACK_TEAM_IDS: 'acme' }, ['SLACK_TEAM_IDS']],
    [{ ...slack, SLACK_API_URL: 'https://slack.evil.example/api/' }, ['SLACK_API_URL']],
    [{ ...slack, SLACK_API_URL: 'http://10.0.0.1/api/' }, ['SLACK_API_URL']],
  ])('refuses half of Slack, and an interface elsewhere: %j', (environment, variables) => {
    expect(problemsOf(environment).map(({ variable }) => variable)).toEqual(variables)
  })

  it('takes a model by https, and by plain http on this machine only; it is shown no restricted contract unless that is said', () => {
    const model = { MODEL_URL: 'https://models.acme.example/v1', MODEL_NAME: 'llama' }
    expect(readConfig({}).model).toBeUndefined()
    expect(readConfig(model).model).toEqual({ url: model.MODEL_URL, name: 'llama', key: undefined, seesRestricted: false })
    expect(readConfig({ ...model, MODEL_API_KEY: 'sk', MODEL_READS_RESTRICTED: 'yes' }).model).toMatchObject({
      key: 'sk',
      seesRestricted: true,
    })
    for (const url of ['http://127.0.0.1:11434/v1', 'http://127.8.8.8/v1', 'http://localhost:8080/v1', 'http://[::1]:1/v1'])
      expect(readConfig({ ...model, MODEL_URL: url }).model?.url).toBe(url)
  })

  it.each([
    [{ MODEL_NAME: 'llama' }, ['MODEL_URL']],
    [{ MODEL_URL: 'https://models.acme.example/v1' }, ['MODEL_NAME']],
    [{ MODEL_API_KEY: 'sk' }, ['MODEL_URL', 'MODEL_NAME']],
    [{ MODEL_URL: 'http://models.acme.example/v1', MODEL_NAME: 'llama' }, ['MODEL_URL']],
    [{ MODEL_URL: 'http://10.0.0.7:11434/v1', MODEL_NAME: 'llama' }, ['MODEL_URL']],
    [{ MODEL_URL: 'http://127.0.0.1.evil.example/v1', MODEL_NAME: 'llama' }, ['MODEL_URL']],
    [{ MODEL_URL: 'http://localhost.evil.example/v1', MODEL_NAME: 'llama' }, ['MODEL_URL']],
    [{ MODEL_URL: 'http://127.0.0.1@evil.example/v1', MODEL_NAME: 'llama' }, ['MODEL_URL', 'MODEL_URL']],
    [{ MODEL_URL: 'https://kim:hunter2@models.acme.example/v1', MODEL_NAME: 'llama' }, ['MODEL_URL']],
    [{ MODEL_URL: 'models.acme.example', MODEL_NAME: 'llama' }, ['MODEL_URL']],
    [{ MODEL_URL: 'file:///etc/passwd', MODEL_NAME: 'llama' }, ['MODEL_URL']],
    [{ MODEL_URL: 'https://models.acme.example/v1', MODEL_NAME: 'Rules' }, ['MODEL_NAME']],
    [{ MODEL_URL: 'https://models.acme.example/v1', MODEL_NAME: 'llama', MODEL_READS_RESTRICTED: 'perhaps' }, ['MODEL_READS_RESTRICTED']],
  ])('refuses half of a model, an open way to it, and the name of our rules: %j', (environment, wrong) => {
    const problems = problemsOf(environment)
    expect([...new Set(problems.map(({ variable }) => variable))]).toEqual([...new Set(wrong)])
    expect(JSON.stringify(problems)).not.toContain('hunter2')
  })

  it('takes a secret from the file that NAME_FILE names', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'throughline-config-')), 'secret')
    writeFileSync(file, 'from-a-file\n')
    const { TEAMS_APP_PASSWORD: _left, ...rest } = teams
    expect(readConfig({ ...rest, TEAMS_APP_PASSWORD_FILE: file }).teams?.appPassword).toBe('from-a-file')
    expect(problemsOf({ ...rest, TEAMS_APP_PASSWORD_FILE: `${file}.gone` })).toMatchObject([
      { problem: "TEAMS_APP_PASSWORD_FILE can't be read: ENOENT" },
    ])
  })

  it('tells every problem at once, each with an example and where to get it', () => {
    const problems = problemsOf({
      MONGODB_URI: 'postgres://x',
      PORT: '99999',
      COMPANY_TIMEZONE: 'Mars',
      LOG_LEVEL: 'loud',
      ADMINISTRATORS: 'kim',
    })
    expect(problems.map(({ variable }) => variable)).toEqual(['MONGODB_URI', 'PORT', 'ADMINISTRATORS', 'COMPANY_TIMEZONE', 'LOG_LEVEL'])
    const table = problemTable(problems)
    expect(table.split('\n')).toHaveLength(6)
    for (const { example, from } of problems) expect(table).toContain(`${example}`.trim() && from)
  })

  it.each(Object.keys(teams))('refuses Teams without %s: never half a configuration, never without authentication', (missing) => {
    const { [missing as keyof typeof teams]: _left, ...rest } = teams
    expect(problemsOf(rest)).toMatchObject([{ variable: missing }])
  })

  it('never shows a secret in its problems', () => {
    const problems = problemsOf({ ...teams, TEAMS_APP_ID: 'no-guid', MONGODB_URI: 'mongo://kim:hunter2@db' })
    expect(JSON.stringify(problems) + problemTable(problems)).not.toMatch(/hunter2|a-secret/)
  })
})

describe('environmentExample', () => {
  it('is what .env.example says', () => {
    expect(readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8')).toBe(environmentExample())
  })

  it('names every variable with an example that the schema takes', () => {
    for (const [name, { schema, example }] of Object.entries(variables)) {
      expect(environmentExample()).toContain(`#${name}=`)
      expect(schema.safeParse(example).success, name).toBe(true)
    }
  })
})

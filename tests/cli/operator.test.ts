// What an operator meets: a bad configuration, the doctor's lines, and what is written from the registry.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { teamsManifest } from '../../src/bot/teams/manifest.ts'
import { runDoctor, showCheck } from '../../src/cli/doctor.ts'
import { manifestIsCurrent } from '../../src/cli/manifest.ts'
import { askForModels } from '../../src/cli/model-check.ts'
import { writtenReadme } from '../../src/cli/readme.ts'
import { commands } from '../../src/commands/index.ts'
import { environmentExample, readConfig, variables } from '../../src/config.ts'
import { openModelEndpoint } from '../documents/model/model-endpoint.ts'
import { openCompany, type TestCompany } from '../setup/company.ts'
import { makePlace, type Place, runIn, startProgram } from './program.ts'

const house = join(import.meta.dirname, '..', '..')

describe('a bad configuration', () => {
  const bad = { PORT: 'many', MONGODB_URI: 'postgres://x', ADMINISTRATORS: 'kim', COMPANY_TIMEZONE: 'Mars/Base', TEAMS_APP_ID: 'x' }

  it.each([[['start']], [['ask', 'find acme']], [['verify']], [['doctor']]])(
    'is told whole, as a table, by %o; exit code 2',
    async (words) => {
      const { code, output, errors } = await startProgram(bad, ...words).ended
      expect({ code, output }).toEqual({ code: 2, output: '' })
      expect(errors).toMatch(/^The configuration can't be used:\n\nVariable +Problem +Example +Where to get it\n/)
      for (const name of [...Object.keys(bad), 'TEAMS_APP_PASSWORD', 'TEAMS_TENANT_ID'])
        expect(errors).toMatch(new RegExp(`^${name} +\\S`, 'm'))
      expect(errors).not.toContain('    at ')
    },
  )

  it('never tells a secret', async () => {
    const { errors } = await startProgram({ ...bad, MONGODB_URI: 'postgres://kim:hunter2@db', TEAMS_APP_PASSWORD: 'hunter3' }, 'verify')
      .ended
    expect(errors).not.toMatch(/hunter/)
  })
})

describe('the doctor', () => {
  let company: TestCompany
  beforeAll(async () => {
    company = await openCompany()
  })
  afterAll(() => company.close())

  const teams = {
    TEAMS_APP_ID: '11111111-2222-3333-4444-555555555555',
    TEAMS_APP_PASSWORD: 'x',
    TEAMS_TENANT_ID: '66666666-7777-8888-9999-000000000000',
  }
  type Told = { environment?: Record<string, string>; engine?: string; away?: string; token?: string | undefined; manifest?: boolean }
  const lines = async ({ environment = {}, engine = 'MongoDB at MONGODB_URI', away, token, manifest = true }: Told) => {
    const checks = await runDoctor({
      config: readConfig({ DATA_DIR: company.config.dataDirectory, ...environment }),
      open: async () => {
        if (away) throw new Error(away)
        return { store: company.store, engine, stop: async () => undefined }
      },
      manifestIsCurrent: async () => manifest,
      teamsToken: async () => token,
      askModels: askForModels,
    })
    return checks.map(showCheck)
  }

  it('has a line for each thing that is well', async () => {
    const all = await lines({ environment: { ...teams, ADMINISTRATORS: 'kim@home.example', PUBLIC_URL: 'https://contracts.home.example' } })
    expect(all).toEqual([
      expect.stringMatching(/^ok {7}Node: 24\./),
      expect.stringMatching(/^(ok|warning) .*Data directory: /),
      'ok       Storage: MongoDB at MONGODB_URI',
      'ok       Inbox: 0 waiting, 0 in the spool, 0 quarantined',
      'ok       Outbox: 0 waiting',
      'ok       Administrators: kim@home.example',
      'ok       Teams credentials: Microsoft gives a token for them',
      'ok       Public address: https://contracts.home.example',
      'ok       Slack: not configured',
      'ok       Model: none: the rules read alone, and no text leaves',
      'ok       Manifests: are what the commands say',
    ])
  })

  it.each([
    ['nobody administers', {}, /^warning {2}Administrators: nobody is named\n +Set ADMINISTRATORS/m],
    [
      'the database is a beta',
      { engine: 'embedded secantusd-rs 0.5' },
      /^warning {2}Storage: .*beta.*\n +For your own contracts set MONGODB_URI/m,
    ],
    ['the database is away', { away: 'connect ECONNREFUSED' }, /^failure {2}Storage: connect ECONNREFUSED\n +Check MONGODB_URI/m],
    [
      'Microsoft refuses',
      { environment: teams, token: 'invalid_client' },
      /^failure {2}Teams credentials: invalid_client\n +Azure portal/m,
    ],
    [
      'nobody outside reaches it',
      { environment: teams },
      /^failure {2}Public address: http:\/\/127\.0\.0\.1:3978 can't be reached by Teams\n +Set PUBLIC_URL/m,
    ],
    ['the manifest is old', { manifest: false }, /^warning {2}Manifests: differ from the commands\n +Run: npx throughline manifest/m],
    [
      'the data directory can not be written',
      { environment: { DATA_DIR: 'README.md/data' } },
      /^failure {2}Data directory: README\.md\/data can't be written.*\n +Set DATA_DIR/m,
    ],
  ] as const)('says what to do when %s', async (_title, told, line) => {
    expect((await lines(told)).join('\n')).toMatch(line)
  })

  it('says of a model where it is, what it is shown, whether it answers, and what waits for it', async () => {
    const endpoint = await openModelEndpoint()
    const model = { MODEL_URL: endpoint.url, MODEL_NAME: 'llama' }
    const told = async (environment: Record<string, string>) =>
      (await lines({ environment })).filter((line) => line.includes('Model')).join('\n')
    try {
      expect(await told(model)).toMatch(/^ok {7}Model: llama at 127\.0\.0\.1:\d+, which is shown no restricted contract, answers$/)
      expect(await told({ ...model, MODEL_READS_RESTRICTED: 'yes' })).toContain('which sees restricted contracts too, answers')
      expect(await told({ ...model, MODEL_API_KEY: 'wrong' })).toMatch(/^failure {2}Model: .*, refuses the key\n +Check MODEL_API_KEY/)
      expect(await told({ ...model, MODEL_NAME: 'lama' })).toMatch(
        /^warning {2}Model: .*, is not among its models: llama, qwen\n +Check MODEL_NAME/,
      )
      expect(endpoint.asked).toEqual([])
      const reading = { contract: 'C-1', document: 'a', name: 'a.txt', actor: 'P-1', source: 'test', today: '2026-11-24' }
      await company.store.modelReadings.schedule(reading)
      expect(await told(model)).toContain('ok       Model readings: 1 waiting')
      expect(await told({})).toContain('warning  Model readings: 1 document waiting for a model, and none is configured')
      const [claimed] = await company.store.modelReadings.claim('doctor', 1)
      await company.store.modelReadings.settle(claimed as never, { state: 'failed', reason: '500' })
      expect(await told(model)).toContain('warning  Model readings: 1 document given up; 0 waiting')
    } finally {
      await endpoint.close()
    }
    expect(await told(model)).toMatch(/^failure {2}Model: llama at 127\.0\.0\.1:\d+, which .*, can't be reached\n +Check MODEL_URL/m)
  })

  it('through the program: exit code 0 with warnings, 1 with a failure', async () => {
    const place = await makePlace()
    const well = await runIn(place, 'doctor')
    expect(well).toMatchObject({ code: 0, errors: '' })
    expect(well.output).toMatch(/^ok {7}Node: 24[\s\S]*warning {2}Administrators/)
    const ill = await startProgram({ MONGODB_URI: 'mongodb://127.0.0.1:9/x', DATA_DIR: place.dataDirectory }, 'doctor').ended
    expect(ill).toMatchObject({ code: 1, output: expect.stringMatching(/^failure {2}Storage: /m) })
    await place.remove()
  })
})

describe('what is written from the registry and the configuration', () => {
  it('is current: the Teams manifest, the tables of the README, .env.example', async () => {
    expect(await manifestIsCurrent()).toBe(true)
    expect(JSON.parse(await readFile(join(house, 'teams-manifest/manifest.json'), 'utf8'))).toEqual(teamsManifest(commands))
    const readme = await readFile(join(house, 'README.md'), 'utf8')
    expect(writtenReadme(readme, commands)).toBe(readme)
    for (const name of Object.keys(variables)) expect(readme).toContain(`| \`${name}\` |`)
    expect(await readFile(join(house, '.env.example'), 'utf8')).toBe(environmentExample())
  })

  it('is changed by a new command: the README has a line more', async () => {
    const readme = await readFile(join(house, 'README.md'), 'utf8')
    const more = [{ ...commands[0], name: 'contract juggle', summary: 'Juggle it.' } as (typeof commands)[number], ...commands]
    expect(writtenReadme(readme, more)).toContain('| `juggle` | Juggle it. |')
    expect(teamsManifest(more)).not.toEqual(teamsManifest(commands))
  })

  it('the command changes nothing that is current, and makes the package where Teams is configured', async () => {
    const files = ['teams-manifest/manifest.json', 'README.md'].map((name) => join(house, name))
    const before = await Promise.all(files.map((path) => readFile(path, 'utf8')))
    const directory = await mkdtemp(join(tmpdir(), 'throughline-manifest-'))
    const place: Pick<Place, 'dataDirectory'> = { dataDirectory: join(directory, 'not', 'there') }
    const teams = {
      TEAMS_APP_ID: '11111111-2222-3333-4444-555555555555',
      TEAMS_APP_PASSWORD: 'x',
      TEAMS_TENANT_ID: '66666666-7777-8888-9999-000000000000',
    }
    const { code, output, errors } = await startProgram(
      { DATA_DIR: place.dataDirectory, ...teams, PUBLIC_URL: 'https://contracts.home.example' },
      'manifest',
    ).ended
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(output).toContain(join(place.dataDirectory, 'throughline-teams.zip'))
    expect(await Promise.all(files.map((path) => readFile(path, 'utf8')))).toEqual(before)
    const { default: JSZip } = await import('jszip')
    const zip = await JSZip.loadAsync(await readFile(join(place.dataDirectory, 'throughline-teams.zip')))
    expect(Object.keys(zip.files).toSorted()).toEqual(['color.png', 'manifest.json', 'outline.png'])
    expect(await zip.file('manifest.json')?.async('string')).toContain('11111111-2222-3333-4444-555555555555')
    await rm(directory, { recursive: true })
  })

  it('help tells every command of the program', async () => {
    const { output } = await startProgram({}, '--help').ended
    for (const name of ['start', 'ask', 'import', 'people', 'verify', 'rebuild', 'doctor', 'manifest'])
      expect(output).toMatch(new RegExp(`^ +${name}\\b`, 'm'))
    const unknown = await startProgram({}, 'strat').ended
    expect(unknown.code).not.toBe(0)
    expect(unknown.errors).toMatch(/unknown command 'strat'[\s\S]*start/)
  })
})

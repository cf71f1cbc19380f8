// The main job in a browser, against the program as people start it: find, link, hear, edit, decide, and ask why.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../../src/store/engine/port.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { agreementText } from '../../commands/review/agreement.ts'
import { type TestDatabase, testDatabase } from '../../setup/database.ts'
import { type Hands, handsOn, openBrowser } from './browser.ts'

let database: TestDatabase
let directory: string
let program: ChildProcess
let browser: Browser
let hands: Hands
let address: string
let printed = ''

/** The page's person, and one contract of hers: with that there, the sample company is not made first. */
const prepare = async () => {
  const store = await openStore({
    uri: database.uri,
    databaseName: database.name,
    dataDirectory: directory,
    clock: () => new Date(),
    zone: 'Europe/Berlin',
  })
  const nadia = await store.people.ensure({ email: 'nadia@lindenmoor.example', name: 'Nadia Benali', standing: 'member' })
  const fields = { title: 'Penhallow Freight master services agreement', counterparty: 'Penhallow Freight Ltd', owner: nadia.id }
  await store.contracts.create({ fields, by: nadia.id, source: 'test', key: 'test:msa' })
  await store.close()
}

const start = async (): Promise<string> => {
  const uri = new URL(database.uri)
  uri.pathname = `/${database.name}`
  const port = await freePort(39_900)
  const root = join(import.meta.dirname, '../../..')
  // It ends with us, should somebody kill the tests.
  program = spawn(process.execPath, ['--import', join(root, 'bin/under-parent.mjs'), join(root, 'src/cli.ts'), 'start'], {
    env: {
      PATH: process.env.PATH,
      MONGODB_URI: uri.href,
      DATA_DIR: directory,
      PORT: String(port),
      LOG_LEVEL: 'warn',
      THROUGHLINE_PARENT: String(process.pid),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  for (const stream of [program.stdout, program.stderr]) {
    stream?.on('data', (data) => {
      printed += data
    })
  }
  for (let tries = 0; tries < 600; tries += 1) {
    const address = /Open (http:\/\/127\.0\.0\.1:\d+)/.exec(printed)?.[1]
    if (address) return address
    if (program.exitCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the program did not come up: ${printed}`)
}

beforeAll(async () => {
  database = await testDatabase()
  directory = await mkdtemp(join(tmpdir(), 'throughline-browser-'))
  await prepare()
  address = await start()
  browser = await openBrowser()
  const page = await browser.newPage({ viewport: { width: 1500, height: 1400 } })
  page.setDefaultTimeout(30_000)
  hands = handsOn(page, process.env.BROWSER_PICTURES ?? directory)
  await page.goto(address)
  await page.getByText('Throughline').first().waitFor()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  if (program && program.exitCode === null) {
    program.kill('SIGTERM')
    const late = setTimeout(() => program.kill('SIGKILL'), 20_000)
    await once(program, 'exit')
    clearTimeout(late)
  }
  await database?.drop()
  await rm(directory, { recursive: true, force: true })
})

describe('in a browser', () => {
  it('the program says where, and five things to try', () => {
    expect(printed).toMatch(/You are Nadia Benali\. Five things to try:\n(?: {2}\d\. .+\n){5}/)
  })

  it('a contract is found and shown in the personal chat', async () => {
    await hands.open('Personal Chat')
    await hands.say('find penhallow')
    await hands.sees(/C-1.*Penhallow Freight/)
    await hands.picture('find')
    await hands.say('show C-1')
    await hands.sees('Penhallow Freight Ltd')
    await hands.picture('show')
  })

  it('a thread of the channel is linked', async () => {
    await hands.open('Customer Success - Penhallow')
    await hands.post('find penhallow')
    await hands.sees(/C-1.*Penhallow Freight/)
    await hands.picture('channel')
    await hands.reply('link C-1')
    await hands.sees(/Linked to C-1/)
    await hands.sees('Say something as')
    await hands.picture('linked')
  })

  it('somebody else replies by the form, and edits it', async () => {
    await hands.choose('Say something as', 'Lee Carmody')
    await hands.page.getByLabel('What they say').last().fill('Twelve months of fees is our cap.')
    await hands.press('Say it')
    await hands.sees('Lee Carmody: Twelve months of fees is our cap.')
    await hands.picture('said')
    await hands.press('Edit it')
    await hands.page.getByLabel('New text').last().fill('Eighteen months of fees is our cap.')
    await hands.picture('edit-form')
    await hands.press('Change it')
    await hands.sees('Lee Carmody: Eighteen months of fees is our cap. (edited)')
    await hands.picture('edited')
  })

  it('both versions are told', async () => {
    await hands.reply('talk --history')
    await hands.sees(/edited: Eighteen months of fees is our cap\./)
    await hands.sees(/first written: Twelve months of fees is our cap\./)
    await hands.picture('talk')
  })

  it('why gives the decision and who said what', async () => {
    await hands.reply('decide "Liability cap of eighteen months of fees" clause:liability')
    await hands.sees(/D-1/)
    await hands.picture('decided')
    await hands.reply('why liability')
    await hands.sees(/^Why: liability in C-1/)
    await hands.sees(/by Nadia Benali on .*cites 1 message/)
    await hands.picture('why')
  })

  it('an agreement is uploaded on our page and read; some of it is confirmed there, one value changed in the chat, and shown', async () => {
    await hands.open('Personal Chat')
    await hands.say('upload C-1')
    await hands.sees('Upload to C-1')
    const [page] = await Promise.all([hands.page.waitForEvent('popup'), hands.page.getByText('Upload to C-1').last().click()])
    await page.setInputFiles('input[type=file]', { name: 'penhallow.txt', mimeType: 'text/plain', buffer: Buffer.from(agreementText) })
    await page.getByRole('button', { name: 'Upload' }).click()
    const law = page.getByRole('group', { name: 'Governing law', exact: true })
    expect(await law.locator('blockquote').textContent()).toMatch(/laws of England and Wales/)
    await law.getByLabel('Record this value').check()
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByRole('status').getByText('Recorded in C-1: Governing law England; Wales.').waitFor()
    await page.close()
    await hands.say('review next C-1')
    await hands.sees(/is entered into as of March 1, 2026/)
    await hands.picture('review')
    await hands.press('Confirm')
    await hands.sees(/Recorded in C-1: Agreement date 1 Mar 2026/)
    await hands.say('review change C-1 notice "60 days"')
    await hands.sees(/Recorded in C-1: Notice to stop renewal 60 days/)
    await hands.say('show C-1 --all')
    await hands.sees(/60 days/)
    await hands.picture('shown')
  }, 120_000)

  it('somebody else speaks after "as"', async () => {
    await hands.open('Personal Chat')
    await hands.say('as kim')
    await hands.sees('You are Kim Sørensen')
    await hands.picture('as')
  })

  it('the program ends when it is told to, soon, and the page with it', async () => {
    const started = performance.now()
    program.kill('SIGTERM')
    const [code] = await once(program, 'exit')
    expect([code, printed.trim().split('\n').at(-1)]).toEqual([0, 'Stopped.'])
    expect(performance.now() - started).toBeLessThan(20_000)
    await expect(fetch(address)).rejects.toThrow()
  }, 60_000)
})

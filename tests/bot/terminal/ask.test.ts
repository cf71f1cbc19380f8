// A line asked in the terminal: the same dispatch, the card as text or JSON, files saved, exit codes for scripts.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { card, text } from '../../../src/bot/card.ts'
import { defineCommand } from '../../../src/bot/command.ts'
import { ask } from '../../../src/bot/terminal/ask.ts'
import { saveFile } from '../../../src/bot/terminal/save-file.ts'
import { commands } from '../../../src/commands/index.ts'
import { type Company, openCompany } from '../world.ts'

const shared = { summary: 'For tests.', requires: 'member', contract: 'none', args: z.object({}) } as const
let sha256 = ''
const paper = defineCommand({
  ...shared,
  name: 'contract paper',
  examples: ['paper'],
  run: async () => ({ card: card('The paper.', text('The paper.')), files: [{ sha256, name: '../MSA: signed.docx' }] }),
})
const fail = defineCommand({ ...shared, name: 'contract fail', examples: ['fail'], run: async () => Promise.reject(new Error('broken')) })

let company: Company
let directory = ''
beforeAll(async () => {
  company = await openCompany({ commands: [...commands, paper, fail] })
  sha256 = (await company.store.files.keep(new TextEncoder().encode('the paper'))).sha256
  directory = await mkdtemp(join(tmpdir(), 'throughline-ask-'))
})
afterAll(async () => {
  await company.close()
  await rm(directory, { recursive: true })
})

const run = async (line: string, more: { json?: boolean; as?: string; width?: number } = {}) => {
  const written: string[] = []
  const { dispatch, store } = company
  const options = {
    dispatch,
    store,
    line,
    as: more.as ?? 'ana@lindenmoor.example',
    json: more.json ?? false,
    directory,
    write: (words: string) => written.push(words),
  }
  const code = await ask({ ...options, ...(more.width && { width: more.width }) })
  return { code, out: written.join('') }
}

describe('exit code and text', () => {
  test.each([
    ['show C-1', 0, 'C-1 Acme MSA'],
    ['', 0, 'Throughline'],
    ['show C-99', 1, 'There is no contract C-99 that you can see.'],
    ['shwo C-1', 1, 'Did you mean "show"?'],
    ['fail', 2, 'Something went wrong here'],
  ])('%j ends with %i', async (line, code, words) => {
    const answer = await run(line)
    expect(answer).toMatchObject({ code, out: expect.stringContaining(words) })
    const json = JSON.parse((await run(line, { json: true })).out)
    expect(Object.keys(json)).toEqual(['ok', 'text', 'card', 'refusal', 'files'])
    expect(json).toMatchObject({ ok: code === 0, text: expect.stringContaining(words), files: [], card: { summary: expect.any(String) } })
    expect(json.refusal === null).toBe(code !== 1)
  })

  test('a refusal in JSON has its kind and its sentence', async () => {
    const { out } = await run('show C-99', { json: true })
    expect(JSON.parse(out).refusal).toEqual({ kind: 'not-found', message: 'There is no contract C-99 that you can see.' })
  })

  test('somebody whom nobody knows is refused', async () => {
    expect(await run('whoami', { as: 'nobody@lindenmoor.example' })).toMatchObject({
      code: 1,
      out: expect.stringContaining('nobody@lindenmoor.example'),
    })
  })

  test('the width is kept', async () => {
    const { out } = await run('help show', { width: 40 })
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40)
  })
})

describe('files', () => {
  test('are saved under a safe name and told', async () => {
    const { code, out } = await run('paper', { json: true })
    const [path] = JSON.parse(out).files
    expect([code, path]).toEqual([0, join(directory, 'MSA_ signed.docx')])
    expect(await readFile(path, 'utf8')).toBe('the paper')
    expect((await run('paper')).out).toContain(`Saved: ${join(directory, 'MSA_ signed-2.docx')}`)
  })

  test('never over another file, and nowhere but where they were asked for', async () => {
    const bytes = new Uint8Array([1])
    const paths = [
      await saveFile(join(directory, 'new'), 'a.pdf', bytes),
      await saveFile(join(directory, 'new'), '/x/../a.pdf', bytes),
      await saveFile(join(directory, 'new'), '..', bytes),
    ]
    expect(paths.map((path) => path.slice(directory.length))).toEqual(['/new/a.pdf', '/new/a-2.pdf', '/new/unnamed'])
    await expect(saveFile(join(directory, 'new', 'a.pdf'), 'b', bytes)).rejects.toThrow(/EEXIST|ENOTDIR/)
  })
})

// `throughline ask` through the real program: what a person reads, what a script gets, and the exit codes of both.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePlace, type Place, runIn, startProgram } from './program.ts'

let place: Place
beforeAll(async () => {
  place = await makePlace()
  await runIn(place, 'ask', 'contract', 'new', '"Acme MSA"', 'counterparty:"Acme Ltd"')
  await writeFile(join(place.dataDirectory, 'fields.csv'), 'file\n')
})
afterAll(() => place.remove())

describe('ask', () => {
  it('0: prints the answer, words together or apart', async () => {
    for (const words of [['find acme'], ['find', 'acme']]) {
      const { code, output, errors } = await runIn(place, 'ask', ...words)
      expect({ code, errors }).toEqual({ code: 0, errors: '' })
      expect(output).toBe('1 contract\nC-1:  Acme MSA, Acme Ltd, draft, owner Operator\n\nNext: show C-1\n')
    }
  })

  it('1: a refusal is printed as an answer, with the next step', async () => {
    const { code, output, errors } = await runIn(place, 'ask', 'shwo C-1')
    expect({ code, errors }).toEqual({ code: 1, errors: '' })
    expect(output).toMatch(/I don't know "shwo". Did you mean "show"\?[\s\S]*show C-1/)
  })

  it('2: storage that is away is a failure', async () => {
    const { code, output, errors } = await startProgram(
      { MONGODB_URI: 'mongodb://127.0.0.1:9/x', DATA_DIR: place.dataDirectory },
      'ask',
      'find acme',
    ).ended
    expect({ code, output, errors }).toEqual({
      code: 2,
      output: 'Problem: Storage is unavailable. Nothing was recorded. Try again.\n',
      errors: '',
    })
  })

  it('--json is one object for scripts, the text in it what the terminal shows', async () => {
    const plain = await runIn(place, 'ask', 'show C-1')
    const { code, output, errors } = await runIn(place, 'ask', 'show C-1', '--json')
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    const answer = JSON.parse(output)
    expect(Object.keys(answer)).toEqual(['ok', 'text', 'card', 'refusal', 'files'])
    expect(answer).toMatchObject({ ok: true, refusal: null, files: [], card: { summary: expect.stringContaining('C-1 Acme MSA') } })
    expect(`${answer.text}\n`).toBe(plain.output)
  })

  it('--json of a refusal has its kind and its sentence, whoever refuses', async () => {
    const refused = await runIn(place, 'ask', 'show C-9', '--json')
    expect(refused.code).toBe(1)
    expect(JSON.parse(refused.output)).toMatchObject({
      ok: false,
      refusal: { kind: 'not-found', message: 'There is no contract C-9 that you can see.' },
    })
    const played = await runIn(place, 'ask', 'whoami', '--json', '--as', 'ana@home.example')
    expect(played.code).toBe(1)
    expect(JSON.parse(played.output)).toMatchObject({ ok: false, refusal: { kind: 'not-allowed' }, files: [] })
  })

  it('--as plays nobody on data that is not the sample', async () => {
    const { code, output, errors } = await runIn(place, 'ask', 'whoami', '--as', 'operator@localhost.example')
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(errors).toBe('--as plays people of the sample data, and this is not the sample. Leave --as out.\n')
  })

  it('speaks for the first administrator that is configured', async () => {
    const { output } = await startProgram(
      { MONGODB_URI: place.uri, DATA_DIR: place.dataDirectory, ADMINISTRATORS: 'kim@home.example' },
      'ask',
      'whoami',
    ).ended
    expect(output).toMatch(/E-mail: +kim@home\.example[\s\S]*Roles: +administrator/)
  })

  it('saves the file of an answer, never over another', async () => {
    const folder = join(place.dataDirectory, 'folder')
    await import('node:fs/promises').then(({ mkdir }) => mkdir(folder))
    await writeFile(join(folder, 'terms.txt'), 'TERMS AGREEMENT\n\nAll terms.')
    await runIn(place, 'import', folder)
    for (const name of ['terms.txt', 'terms-2.txt']) {
      const { files } = JSON.parse((await runIn(place, 'ask', 'file "terms agreement"', '--json')).output)
      expect(files).toEqual([join(place.dataDirectory, 'files', name)])
      expect(await readFile(files[0], 'utf8')).toBe('TERMS AGREEMENT\n\nAll terms.')
    }
  })

  it('ends in peace where no line was given and none comes', async () => {
    const { code, output } = await runIn(place, 'ask')
    expect([code, output.trim()]).toEqual([0, ''])
  })
})

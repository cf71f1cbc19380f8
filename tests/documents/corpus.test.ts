// Real and hostile files that lie beside the project, when they do: each gets a verdict in time, within its memory, without stopping us.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { createReader, type Reading, type Revision } from '../../src/documents/read-document.ts'
import { watchChildMemory } from './child-memory.ts'
import { watchOwnWork } from './own-work.ts'

const corpus = new URL('../../../shared/corpus/', import.meta.url)
const isThere = existsSync(corpus)
if (!isThere) console.log('Skipped: the corpus of real files does not lie beside the project.')

const reader = createReader()
afterAll(() => reader.close())

type Verdict = { name: string; reading: Reading; milliseconds: number }

async function readFolder(folder: string): Promise<Verdict[]> {
  return Promise.all(filesOf(folder).map(([name, bytes]) => readTimed(name, bytes)))
}

function filesOf(folder: string): [string, Uint8Array][] {
  const address = new URL(`${folder}/`, corpus)
  return readdirSync(address).map((name) => [name, readFileSync(new URL(name, address))])
}

/** As many at a time as there are children, so that a file's time is its own and not that of those before it. */
async function readInLanes(files: [string, Uint8Array][]): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  const queue = [...files]
  const lane = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) verdicts.push(await readTimed(...file))
  }
  await Promise.all([lane(), lane()])
  return verdicts
}

async function readTimed(name: string, bytes: Uint8Array): Promise<Verdict> {
  const started = performance.now()
  return { name, reading: await reader.read(bytes, name), milliseconds: performance.now() - started }
}

describe.runIf(isThere)('hostile files', () => {
  test('each has a verdict within 15 s, children stay within 512 MB, the parent is never held up', { timeout: 60_000 }, async () => {
    const files = ['hostile/pdf', 'hostile/odd-pdf', 'hostile/docx'].flatMap(filesOf)
    const peak = watchChildMemory()
    const work = watchOwnWork()
    const verdicts = await readInLanes(files)
    const held = work()
    expect(verdicts.length).toBeGreaterThan(100)
    expect(verdicts.filter(({ milliseconds }) => milliseconds > 15_000)).toEqual([])
    expect(verdicts.filter(({ reading }) => !reading.ok && !/^it(s)? /.test(reading.reason))).toEqual([])
    expect(peak()).toBeLessThan(512)
    expect(held).toBeLessThan(150)
    const reasons = Object.fromEntries(verdicts.map(({ name, reading }) => [name, reading.ok ? 'read' : reading.reason]))
    expect(reasons).toMatchObject({
      'bomb_giant.pdf': 'read',
      'encrypted-attachment.pdf': 'read',
      'print_protection.pdf': 'it is protected by a password',
      'REDHAT-1531897-0.pdf': 'it is damaged or cut off',
      'bug1001080.pdf': 'read',
      'empty.pdf': 'it has no text layer (a scan or a picture)',
      'bug53475-password-is-pass.docx': 'it is protected by a password',
      'bug59058.docx': 'read',
      'attachment.pdf': 'read',
    })
  })
})

describe.runIf(isThere)('agreements', () => {
  test('every contract as PDF is read, and its words stand in its text file too', { timeout: 30_000 }, async () => {
    for (const { name, reading } of await readFolder('contracts/pdf')) {
      const text = readFileSync(new URL(`contracts/text/${name.replace('.pdf', '.txt')}`, corpus), 'utf8')
      expect(reading.ok && sharedWords(reading.document.text, text), name).toBeGreaterThan(0.9)
    }
  })

  test.each(['word/templates', 'word/pairs'])('every file of %s is read', { timeout: 30_000 }, async (folder) => {
    const verdicts = await readFolder(folder)
    expect(verdicts.filter(({ reading }) => !reading.ok)).toEqual([])
    const silent = verdicts.filter(({ reading }) => reading.ok && reading.document.text === '').map(({ name }) => name)
    expect(silent.filter((name) => !/Image/.test(name))).toEqual([])
  })

  function sharedWords(one: string, other: string): number {
    const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[a-z]{4,}/g))
    const [ours, theirs] = [words(one), words(other)]
    return [...theirs].filter((word) => ours.has(word)).length / theirs.size
  }
})

describe.runIf(isThere)('tracked changes', () => {
  const kinds: [RegExp, Revision['kind']][] = [
    [/^004/, 'formatting'],
    [/-Inserted/, 'inserted'],
    [/-Deleted/, 'deleted'],
    [/-Moved/, 'moved'],
    [/Change\./, 'formatting'],
  ]

  test('every file reports its kind of change, with its author', async () => {
    const verdicts = await readFolder('word/revisions')
    expect(verdicts).toHaveLength(24)
    for (const { name, reading } of verdicts) {
      const kind = kinds.find(([form]) => form.test(name))?.[1]
      const told = reading.ok ? reading.document.revisions : []
      expect(
        told.map((revision) => revision.kind),
        name,
      ).toContain(kind)
      if (!name.includes('Numbered')) expect(new Set(told.map((revision) => revision.kind)), name).toEqual(new Set([kind]))
      expect(new Set(told.map((revision) => revision.author)), name).toEqual(new Set(['e']))
      expect(reading.ok && reading.document.warnings.join(), name).toContain('Tracked changes by e')
    }
  })
})

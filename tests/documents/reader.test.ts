// The pool of reader processes: limits, recycling, death, and a parent that never waits.
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createReader, type Reader, type ReaderLimits } from '../../src/documents/read-document.ts'
import { allowedCharacters, allowedMilliseconds, defaultReaderLimits } from '../../src/documents/reader/reader-limits.ts'
import { formBomb, streamBomb } from './bombs.ts'
import { makeMail, makePdf, makeWord, paragraph, run } from './make-files.ts'
import { watchOwnWork } from './own-work.ts'

const folder = mkdtempSync(join(tmpdir(), 'reader-'))
afterAll(() => rmSync(folder, { recursive: true }))

const readers: Reader[] = []
afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.close()))
})

function newReader(limits: Partial<ReaderLimits> = {}): Reader {
  const reader = createReader({ children: 1, ...limits })
  readers.push(reader)
  return reader
}

/** Process ids of the readers that a process has started. */
function childrenOf(parent: number): number[] {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return processes.map(Number).filter((id) => parentOf(id) === parent && commandOf(id).includes('reader-process'))
}

function parentOf(id: number): number {
  return Number(/^PPid:\s*(\d+)/m.exec(readProcess(id, 'status'))?.[1] ?? 0)
}

function commandOf(id: number): string {
  return readProcess(id, 'cmdline')
}

function readProcess(id: number, file: string): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

async function until(holds: () => boolean, milliseconds = 5_000): Promise<void> {
  const end = performance.now() + milliseconds
  while (!holds() && performance.now() < end) await wait(20)
  expect(holds()).toBe(true)
}

const text = Buffer.from('Some words')
const onLinux = process.platform === 'linux'

describe('limits', () => {
  test('grow in proportion beyond 100 pages and never below', () => {
    expect([0, 50, 100, 150, 2_000].map((pages) => allowedMilliseconds(defaultReaderLimits, pages))).toEqual([
      10_000, 10_000, 10_000, 15_000, 200_000,
    ])
    expect([1, 100, 250].map((pages) => allowedCharacters(defaultReaderLimits, pages))).toEqual([1_000_000, 1_000_000, 2_500_000])
  })

  test('are those of the house unless somebody says otherwise', () => {
    expect(defaultReaderLimits).toMatchObject({
      children: 2,
      filesPerChild: 500,
      heapMegabytes: 256,
      residentMegabytes: 384,
      secondsPerHundredPages: 10,
    })
  })

  test('time: a form that draws itself ten-fold is ended', async () => {
    const started = performance.now()
    const reading = await newReader({ secondsPerHundredPages: 1 }).read(formBomb(12), 'a.pdf')
    expect(reading).toEqual({ ok: false, reason: expect.stringMatching(/longer than a document may take|more memory than/) })
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  test('memory: a page that unpacks to 30 MB of words is ended', async () => {
    const reading = await newReader({ residentMegabytes: 140, secondsPerHundredPages: 60 }).read(streamBomb(30), 'a.pdf')
    expect(reading).toEqual({ ok: false, reason: 'it needs more memory than a document may use' })
  })

  test('memory: a full heap is the same answer', async () => {
    const reading = await newReader({ heapMegabytes: 30, residentMegabytes: 3_000, secondsPerHundredPages: 60 }).read(
      makeMail({ 'Content-Type': 'text/html' }, '<b>x'.repeat(5_000_000)),
      'a.eml',
    )
    expect(reading).toEqual({ ok: false, reason: 'it needs more memory than a document may use' })
  })

  test('pages and characters', async () => {
    const reader = newReader({ mostPages: 3, charactersPerHundredPages: 100, mostCharacters: 50 })
    expect(await reader.read(makePdf(['a', 'b', 'c', 'd']), 'a.pdf')).toEqual({ ok: false, reason: 'it has more than 3 pages' })
    expect(await reader.read(makePdf(['a'.repeat(101)]), 'a.pdf')).toEqual({ ok: false, reason: 'it holds more text than its pages can' })
    expect(await reader.read(await makeWord(paragraph(run('a'.repeat(51)))), 'a.docx')).toEqual({
      ok: false,
      reason: 'it holds more than 50 characters of text',
    })
  })

  test('size of the file', async () => {
    expect(await newReader({ mostBytes: 5 }).read(text, 'a.txt')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('larger than'),
    })
  })
})

describe('children', () => {
  test.runIf(onLinux)('start when they are needed, are kept, and are replaced after so many files', async () => {
    const reader = newReader({ filesPerChild: 3 })
    const before = childrenOf(process.pid)
    const started = (): number[] => childrenOf(process.pid).filter((id) => !before.includes(id))
    expect(started()).toEqual([])
    const seen = new Set<number>()
    for (let file = 0; file < 7; file++) {
      expect((await reader.read(text, 'a.txt')).ok).toBe(true)
      for (const id of started()) seen.add(id)
    }
    expect(seen.size).toBe(3)
    await reader.close()
    expect(started()).toEqual([])
  })

  test('end themselves at their limit where no parent can look', async () => {
    const child = fork(fileURLToPath(new URL('../../src/documents/reader/reader-process.ts', import.meta.url)), ['20'], {
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
  })

  test.runIf(onLinux)('know nothing of our environment and may write and start nothing', async () => {
    const reader = newReader()
    await reader.read(text, 'a.txt')
    const [id = 0] = childrenOf(process.pid)
    const names = readProcess(id, 'environ')
      .split('\0')
      .filter((entry) => entry !== '')
      .map((entry) => entry.split('=')[0])
    expect(names.filter((name) => !name?.startsWith('NODE_CHANNEL'))).toEqual([])
    expect(commandOf(id)).toContain('--permission')
    expect(commandOf(id)).not.toMatch(/--allow-(fs-write|child-process|addons)/)
  })

  test.runIf(onLinux)('go behind us where processors are scarce', async () => {
    const reader = newReader()
    await reader.read(text, 'a.txt')
    const [id = 0] = childrenOf(process.pid)
    expect(getPriority(id)).toBeGreaterThan(getPriority())
  })

  test('work side by side, each file with its own answer, in any order', async () => {
    const reader = newReader({ children: 2 })
    const word = await makeWord(paragraph(run('word')))
    const files = Array.from(
      { length: 30 },
      (_file, index) => [Buffer.from(`text ${index}`), word, makeMail({}, `mail ${index}`), makePdf([`page ${index}`])][index % 4]!,
    )
    const names = ['a.txt', 'a.docx', 'a.eml', 'a.pdf']
    const readings = await Promise.all(files.map((bytes, index) => reader.read(bytes, names[index % 4]!)))
    const expected = files.map((_bytes, index) => [`text ${index}`, 'word', `mail ${index}`, `page ${index}`][index % 4])
    expect(readings.map((reading) => (reading.ok ? reading.document.text : reading.reason))).toEqual(expected)
  })

  test('one that is killed from outside gives an answer, and the next file a new child', async () => {
    const reader = newReader({ residentMegabytes: 3_000, heapMegabytes: 2_000, secondsPerHundredPages: 60 })
    await reader.read(text, 'a.txt')
    const reading = reader.read(formBomb(12), 'a.pdf')
    await wait(300)
    process.kill(childrenOf(process.pid)[0] ?? 0, 'SIGTERM')
    expect(await reading).toEqual({ ok: false, reason: 'it is damaged in a way that stops the reader' })
    expect((await reader.read(text, 'a.txt')).ok).toBe(true)
  })

  test.each([0, 200])('one that dies while it waits is replaced, noticed or not (%i ms)', async (milliseconds) => {
    const reader = newReader()
    await reader.read(text, 'a.txt')
    const [id = 0] = childrenOf(process.pid)
    process.kill(id, 'SIGKILL')
    await wait(milliseconds)
    expect((await reader.read(text, 'a.txt')).ok).toBe(true)
  })

  test('memory that earlier files left behind is not held against a file', async () => {
    const reader = newReader({ residentMegabytes: 260 })
    const files = Array.from({ length: 12 }, () => makePdf(Array.from({ length: 40 }, (_page, number) => `Clause ${number} `.repeat(200))))
    for (const file of files) expect((await reader.read(file, 'a.pdf')).ok).toBe(true)
  })

  test('closing answers those who wait and those who are being read, and leaves no process', async () => {
    const reader = newReader({ secondsPerHundredPages: 60, residentMegabytes: 3_000 })
    const readings = [formBomb(12), text, text].map((bytes, index) => reader.read(bytes, index === 0 ? 'a.pdf' : 'a.txt'))
    await wait(400)
    await reader.close()
    for (const reading of await Promise.all(readings)) expect(reading).toEqual({ ok: false, reason: 'the reader was stopped' })
    expect(await reader.read(text, 'a.txt')).toEqual({ ok: false, reason: 'the reader was stopped' })
  })
})

describe('the parent', () => {
  test('never waits: its loop turns while two children choke', async () => {
    const reader = newReader({ children: 2, secondsPerHundredPages: 2 })
    const bombs = [formBomb(12), formBomb(12), formBomb(12)]
    const work = watchOwnWork()
    await Promise.all(bombs.map((bytes) => reader.read(bytes, 'a.pdf')))
    expect(work()).toBeLessThan(50)
  })

  test('takes a large mail with its attachment without a long stop', async () => {
    const reader = newReader()
    const content = Buffer.alloc(15_000_000, 7)
    const headers = {
      'Content-Type': 'application/octet-stream; name="a.bin"',
      'Content-Transfer-Encoding': 'base64',
      'Content-Disposition': 'attachment',
    }
    const reading = await reader.read(makeMail(headers, content.toString('base64').replace(/.{76}/g, '$&\r\n')), 'a.eml')
    expect(reading.ok && Buffer.from(reading.document.attachments?.[0]?.bytes ?? []).equals(content)).toBe(true)
  })

  function startProgram(bytes: Uint8Array, name: string, ...more: string[]): ChildProcess {
    const file = join(folder, name)
    writeFileSync(file, bytes)
    const program = fileURLToPath(new URL('./waiting-reader.ts', import.meta.url))
    return spawn(process.execPath, [program, file, ...more], { stdio: ['ignore', 'pipe', 'inherit'] })
  }

  test('ends by itself when nothing is being read, though nobody closed the reader', async () => {
    const [code] = await once(startProgram(text, 'plain.txt'), 'exit')
    expect(code).toBe(0)
  })

  test.runIf(onLinux)('killed, takes its busy child with it', async () => {
    const parent = startProgram(formBomb(12), 'bomb.pdf')
    await until(() => childrenOf(parent.pid ?? 0).length === 1)
    const [id = 0] = childrenOf(parent.pid ?? 0)
    await wait(500)
    parent.kill('SIGKILL')
    await until(() => commandOf(id) === '')
  })
})

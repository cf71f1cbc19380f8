// kill -9 anywhere on the way from an append to what is found: nothing is lost, nothing is there twice, and what was left undone is done by
// whoever comes next.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { useStore } from './fresh-store.ts'
import { keysOfLife, play } from './scenario.ts'

const opened = useStore()
const projections = ['contracts', 'talk', 'links', 'past_rosters', 'search']
const child = join(import.meta.dirname, 'crash-child.ts')

/** Runs the child to its end; a moment after so many lines of it, however long they take, it is killed by its own pid. */
const run = (name: string, point: string, nth = 1, killAfter?: number): Promise<{ signal: string | null; lines: string[] }> =>
  new Promise((resolve, reject) => {
    const process_ = spawn(process.execPath, [child, opened.place.uri, name, opened.directory, point, String(nth)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    process_.stdout.on('data', (part) => {
      output += part
      if (killAfter !== undefined && output.split('\n').length > killAfter) setTimeout(() => process_.kill('SIGKILL'), Math.random() * 30)
    })
    process_.on('error', reject)
    process_.on('close', (_, signal) => resolve({ signal, lines: output.split('\n').slice(0, -1) }))
  })

const rowsOfAll = async () =>
  Object.fromEntries(await Promise.all(projections.map(async (name) => [name, await opened.rows(name)] as const)))
const faults = async () => (await Array.fromAsync(opened.store.record.verify())).flatMap((report) => report.faults)

const points: [string, number][] = [
  ['insert entries', 1],
  ['insert search', 1],
  ['insert contracts', 1],
  ['insert entries', 2],
  ['insert links', 1],
  ['update contracts', 1],
  ['insert talk', 1],
  ['update talk', 1],
  ['update search', 1],
]

describe('killed before', () => {
  test.each(points)('%s, number %i: played again it is whole, and what is found is as if made afresh', async (point, nth) => {
    for (const collection of [...projections, 'entries', 'reservations', 'texts', 'fs.files', 'fs.chunks']) {
      await opened.tamper(collection, (rows) => rows.deleteMany({}))
    }
    expect(await run(opened.place.name, point, nth)).toEqual({ signal: 'SIGKILL', lines: [] })
    expect(await faults()).toEqual([])
    const other = await opened.open()
    const id = await play(other)
    expect((await other.record.entries(id)).map(({ key }) => key).sort()).toEqual(keysOfLife())
    await other.anchors.write(new Date().toISOString())
    const before = await rowsOfAll()
    await other.record.rebuild(() => {})
    expect(await rowsOfAll()).toEqual(before)
    expect(await faults()).toEqual([])
    expect(before.contracts).toHaveLength(1)
    expect(before.talk).toHaveLength(3)
  })
})

test('killed while it writes without pause: all that was acknowledged is there, once, and the next goes on', async () => {
  const acknowledged = new Set<string>()
  for (const killAfter of [3, 24]) {
    const { signal, lines } = await run(opened.place.name, 'until killed', 1, killAfter)
    expect(signal).toBe('SIGKILL')
    for (const line of lines) for (const id of line.split(' ')) acknowledged.add(`m:${id}`)
  }
  const store = await opened.open()
  const kept = (await Promise.all(['C-1', 'C-2', 'C-3'].map((contract) => store.record.entries(contract)))).flat().map(({ key }) => key)
  const messages = kept.filter((key) => key.startsWith('m:'))
  expect(acknowledged.size).toBeGreaterThan(20)
  expect([...acknowledged].filter((key) => !messages.includes(key))).toEqual([])
  expect(new Set(messages).size).toBe(messages.length)
  expect(await faults()).toEqual([])
})

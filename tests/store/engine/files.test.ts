// The small files around the database: private, whole, and unharmed by what a crash leaves.
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findOnPath } from '../../../src/store/engine/find-program.ts'
import { isFilled, layoutOf, makePrivateDirectory } from '../../../src/store/engine/layout.ts'
import { eraseDatabase, readMarker, writeMarker } from '../../../src/store/engine/marker.ts'
import { makePassword, readPassword } from '../../../src/store/engine/password.ts'
import { readIfThere, writePrivately } from '../../../src/store/engine/private-file.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'throughline-files-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const rightsOf = async (file: string): Promise<string> => ((await stat(file)).mode & 0o777).toString(8)

test('a private file is its owner’s alone, is replaced whole, and leaves nothing beside it', async () => {
  const file = join(directory, 'secret')
  expect(await readIfThere(file)).toBe(undefined)
  await writePrivately(file, 'first')
  await writePrivately(file, 'second')
  expect(await readIfThere(file)).toBe('second')
  expect(await rightsOf(file)).toBe('600')
  expect(await readdir(directory)).toEqual(['secret'])
})

test('a file that cannot be read is a failure, not an absence', async () => {
  await expect(readIfThere(directory)).rejects.toThrow(/EISDIR/)
})

test('a directory becomes private also when it was open before', async () => {
  const open = join(directory, 'open')
  await mkdir(open, { mode: 0o755 })
  await makePrivateDirectory(open)
  expect(await rightsOf(open)).toBe('700')
})

test('passwords are long, differ, need no escaping, and are kept privately', async () => {
  const file = join(directory, 'password')
  expect(await readPassword(file)).toBe(undefined)
  const first = await makePassword(file)
  expect(await readPassword(file)).toBe(first)
  expect(await makePassword(file)).not.toBe(first)
  expect(first).toMatch(/^[\w-]{43}$/)
  expect(encodeURIComponent(first)).toBe(first)
  expect(await rightsOf(file)).toBe('600')
})

test('the paths are whole ones, and engines may lie elsewhere', () => {
  const layout = layoutOf('.data', 'shared/engines')
  expect(layout.database).toBe(join(process.cwd(), '.data', 'database'))
  expect(layout.engines).toBe(join(process.cwd(), 'shared', 'engines'))
  expect(layoutOf('/somewhere').engines).toBe('/somewhere/engine')
  expect(new Set(Object.values(layout)).size).toBe(Object.values(layout).length)
})

test('the marker is kept, and a damaged one is a failure, not a fresh beginning', async () => {
  const layout = layoutOf(directory)
  const marker = { engine: 'secantus-rust', version: '1', port: 4000, isReady: true } as const
  expect(await readMarker(layout)).toBe(undefined)
  await writeMarker(layout, marker)
  expect(await readMarker(layout)).toEqual(marker)
  await writeFile(layout.marker, '{"engine":"another"}')
  await expect(readMarker(layout)).rejects.toThrow()
})

test('erasing takes the database with its account, and leaves fetched engines', async () => {
  const layout = layoutOf(directory)
  await makePrivateDirectory(layout.database)
  await mkdir(layout.engines)
  for (const file of [join(layout.database, 'a.wt'), join(layout.engines, 'mongod'), layout.password, layout.keyFile, layout.marker]) {
    await writeFile(file, 'x')
  }
  expect(await isFilled(layout.database)).toBe(true)
  await eraseDatabase(layout)
  expect(await isFilled(layout.database)).toBe(false)
  expect(await readdir(directory)).toEqual(['engine'])
  await eraseDatabase(layout)
})

test('a program is found in the order of PATH, if it may be run', async () => {
  const [first, second] = [join(directory, 'first'), join(directory, 'second')]
  for (const folder of [first, second]) await mkdir(folder)
  await writeFile(join(first, 'mongod'), 'text', { mode: 0o644 })
  await writeFile(join(second, 'mongod'), '#!/bin/sh\n', { mode: 0o755 })
  expect(await findOnPath('mongod', [first, '', '/not/there', second].join(':'))).toBe(join(second, 'mongod'))
  expect(await findOnPath('mongod', first)).toBe(undefined)
  expect(await findOnPath('mongod', '')).toBe(undefined)
  expect(await readFile(join(first, 'mongod'), 'utf8')).toBe('text')
})

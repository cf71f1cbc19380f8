// What is fetched or installed: found again when whole, done anew when broken off, and each "no" with its reason.
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fetchedMongod, fetchMongod, mongodFolder } from '../../../src/store/engine/fetch-mongod.ts'
import { installedPythonEngine, installPythonEngine } from '../../../src/store/engine/install-python-engine.ts'

let base: string
let lines: string[]
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'throughline-fetch-'))
  lines = []
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(base, { recursive: true, force: true })
})

const report = (line: string) => lines.push(line)

test('a download site whose name does not resolve is passed over at once', async () => {
  vi.stubEnv('MONGOMS_DOWNLOAD_MIRROR', 'https://downloads.invalid')
  const began = Date.now()
  await expect(fetchMongod(base, report)).rejects.toThrow('the name downloads.invalid does not resolve from here')
  expect(Date.now() - began).toBeLessThan(4000)
  expect(lines).toEqual([])
})

test('a fetched mongod counts only with its checksum beside it, and the newest is taken', async () => {
  expect(await fetchedMongod(base)).toBe(undefined)
  await mkdir(mongodFolder(base))
  const lay = (name: string) => writeFile(join(mongodFolder(base), name), '')
  await lay('mongod-x64-debian-9.0.0')
  await lay('mongodb-linux-x86_64-debian12-9.0.0.tgz.downloading')
  expect(await fetchedMongod(base)).toBe(undefined)
  for (const name of [
    'mongod-x64-debian-7.0.14',
    'mongod-x64-debian-7.0.14.md5',
    'mongod-x64-debian-8.2.6',
    'mongod-x64-debian-8.2.6.md5',
  ]) {
    await lay(name)
  }
  expect(await fetchedMongod(base)).toBe(join(mongodFolder(base), 'mongod-x64-debian-8.2.6'))
})

// A Python that notes what it was asked to do, has the version of $FAKE_VERSION, and fails at what $FAKE_FAILS names.
const python = `#!/bin/sh
case "$1 $2" in
  "-c "*) echo "$FAKE_VERSION"; exit 0 ;;
esac
echo "$2 $3" >> "$FAKE_NOTES"
case "$FAKE_FAILS" in *"$2"*) echo "No module named $2" >&2; exit 1 ;; esac
if [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; fi
`
const notes = async () => (await readFile(join(base, 'notes'), 'utf8')).trim().split('\n')
const engines = () => join(base, 'engines')

async function pathWithPython(version: string, fails = ''): Promise<string> {
  const bin = join(base, 'bin')
  await mkdir(bin, { recursive: true })
  await writeFile(join(bin, 'python3'), python)
  await chmod(join(bin, 'python3'), 0o755)
  vi.stubEnv('FAKE_VERSION', version)
  vi.stubEnv('FAKE_FAILS', fails)
  vi.stubEnv('FAKE_NOTES', join(base, 'notes'))
  return bin
}

const install = (path: string) => installPythonEngine(engines(), path, report)

test('is installed into an environment of its own, once, and found again', async () => {
  const path = await pathWithPython('3 12')
  expect(await installedPythonEngine(engines())).toBe(undefined)
  const engine = await install(path)
  expect(engine.program).toBe(join(engines(), 'python', 'environment', 'bin', 'python'))
  expect(lines).toEqual([expect.stringMatching(/^Database: installing secantusdb==\S+ with .*python3, once/)])
  expect((await installedPythonEngine(engines()))?.program).toBe(engine.program)
  await install(path)
  expect(await notes()).toEqual([`venv ${join(engines(), 'python', 'environment')}`, 'pip install'])
})

test('where venv is missing it goes into a plain folder, with the machine’s Python', async () => {
  const path = await pathWithPython('3 11', 'venv')
  const engine = await install(path)
  expect(engine.program).toBe(join(path, 'python3'))
  expect(engine.args({ port: 1, layout: {} as never, asksForPassword: false })[1]).toContain(
    JSON.stringify(join(engines(), 'python', 'packages')),
  )
  expect(lines[1]).toContain('No module named venv')
  expect(await notes()).toEqual([`venv ${join(engines(), 'python', 'environment')}`, 'pip install'])
})

test('without pip it says so, and leaves nothing that looks installed', async () => {
  const path = await pathWithPython('3 11', 'venv pip')
  await expect(install(path)).rejects.toThrow('No module named pip')
  expect(await installedPythonEngine(engines())).toBe(undefined)
})

test.each([
  ['no Python at all', undefined],
  ['a Python too old', '3 9'],
  ['a Python of the last century', '2 7'],
  ['a program of that name that is none', 'Python was not found'],
])('%s is refused with the version wanted', async (_title, version) => {
  const path = version === undefined ? dirname(base) : await pathWithPython(version)
  await expect(install(path)).rejects.toThrow('no Python 3.10 or newer is on PATH')
})

test('what was broken off, is of another version, or lost its Python is installed anew', async () => {
  const path = await pathWithPython('4 0')
  await mkdir(join(engines(), 'python', 'environment', 'lib'), { recursive: true })
  const engine = await install(path)
  await rm(engine.program)
  expect(await installedPythonEngine(engines())).toBe(undefined)
  await install(path)
  const note = join(engines(), 'python', 'installed.json')
  await writeFile(note, (await readFile(note, 'utf8')).replace(/secantusdb==[^"]+/, 'secantusdb==0.1'))
  expect(await installedPythonEngine(engines())).toBe(undefined)
  await install(path)
  expect((await notes()).filter((line) => line === 'pip install')).toHaveLength(3)
})

test('two that want it at once install it once', async () => {
  const path = await pathWithPython('3 10')
  const [first, second] = await Promise.all([install(path), install(path)])
  expect(first.program).toBe(second.program)
  expect((await notes()).filter((line) => line === 'pip install')).toHaveLength(1)
})

// What the engines are started with, and what is read from their words.
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { layoutOf } from '../../../src/store/engine/layout.ts'
import { mongodArguments, mongodVersion, movedConfiguration } from '../../../src/store/engine/mongod.ts'
import { freePort } from '../../../src/store/engine/port.ts'
import { pythonServer, secantusArguments, secantusPython, secantusRust } from '../../../src/store/engine/secantus.ts'

const layout = layoutOf('/d')
const start = { port: 4000, layout, asksForPassword: true }

test('mongod is a replica set on this machine alone, with a password and no option that newer versions refuse', () => {
  expect(mongodArguments(start).join(' ')).toBe(
    '--dbpath /d/database --bind_ip 127.0.0.1 --port 4000 --replSet throughline --wiredTigerCacheSizeGB 1 --quiet --auth --keyFile /d/database-key',
  )
  expect(mongodArguments({ ...start, asksForPassword: false }).join(' ')).not.toMatch(/auth|keyFile|journal/)
})

test('SecantusDB syncs at every commit, on this machine alone, with a password and settings of ours', () => {
  const args = secantusArguments(start).join(' ')
  expect(args).toBe(
    '--config /d/database-settings.toml --host 127.0.0.1 --port 4000 --storage-path /d/database --sync-on-commit --cache-size 1G --log-level WARNING --auth',
  )
  expect(secantusArguments({ ...start, asksForPassword: false }).join(' ')).toBe(args.replace(' --auth', ''))
  expect(secantusRust('/bin/secantusd-rs', '1').args(start).join(' ')).toBe(args)
})

test('the Python server is looked for where it was installed', () => {
  const own = secantusPython('/e/bin/python')
  expect(own.version).toBe(pythonServer.version)
  expect(own.args(start).slice(0, 2)).toEqual(['-c', 'import sys; from secantus.cli import main; sys.exit(main())'])
  const beside = secantusPython('/usr/bin/python3', '/it\'s "here"')
  expect(beside.args(start)[1]).toBe('import sys; sys.path.insert(0, "/it\'s \\"here\\""); from secantus.cli import main; sys.exit(main())')
})

test.each([
  ['db version v8.2.6\nBuild Info: {}', '8.2.6'],
  ['db version v6.0.0-rc3', '6.0.0'],
  ['db version v10.0.1', '10.0.1'],
])('the version in %j', (printed, version) => {
  expect(mongodVersion(printed)).toBe(version)
})

test.each([
  ['db version v5.0.31', 'it is version 5.0.31, and 6 or newer is needed'],
  ['', 'it does not tell its version'],
])('%j is refused', (printed, why) => {
  expect(() => mongodVersion(printed)).toThrow(why)
})

test('the only member is moved to the port of today, and stays where that is the same', () => {
  const config = { _id: 'throughline', version: 3, term: 2, members: [{ _id: 0, host: '127.0.0.1:4000', votes: 1 }], settings: { a: 1 } }
  expect(movedConfiguration(config, 4000)).toBe(undefined)
  expect(movedConfiguration(config, 4001)).toEqual({
    ...config,
    version: 4,
    members: [{ _id: 0, host: '127.0.0.1:4001', votes: 1 }],
  })
})

test('a port is given as wanted when free, another one when somebody listens there', async () => {
  const port = await freePort()
  expect(await freePort(port)).toBe(port)
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  expect(await freePort(port)).not.toBe(port)
  await new Promise((resolve) => server.close(resolve))
})

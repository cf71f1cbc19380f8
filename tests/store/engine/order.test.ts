// The order in which engines are tried, and what is said when none works.
import { expect, test } from 'vitest'
import type { Refusal } from '../../../src/contracts/refusal.ts'
import type { Engine, EngineName } from '../../../src/store/engine/engine.ts'
import { firstThatWorks, type Step, stepsOf } from '../../../src/store/engine/order.ts'

const search = { engines: '/not/there', path: '', report: () => {} }

test('mongod first, then the Rust server where it is named or found, then the Python server', () => {
  const places = (engineOverride?: string) => stepsOf({ ...search, engineOverride }).map(({ place }) => place)
  const mongod = ['mongod on PATH', 'mongod fetched earlier', "mongod from its makers' site"]
  const last = ['secantusd-rs on PATH', "SecantusDB's Python server"]
  expect(places()).toEqual([...mongod, ...last])
  expect(places('bin/secantusd-rs')).toEqual([...mongod, 'secantusd-rs at THROUGHLINE_ENGINE', ...last])
})

test.each([
  ['/not/there/secantusd-rs', 'is not a program that may be run'],
  [process.execPath, 'is not secantusd-rs'],
])('an engine named as %s says why it is none', async (engineOverride, why) => {
  const step = stepsOf({ ...search, engineOverride }).find(({ place }) => place.includes('THROUGHLINE_ENGINE'))
  await expect(step?.find()).rejects.toThrow(why)
})

const engine = (name: EngineName): Engine => ({
  name,
  version: '1',
  program: name,
  writeFiles: async () => {},
  args: () => [],
  prepare: async () => {},
})
const there = (name: EngineName, place: string): Step => ({ engine: name, place, find: async () => engine(name) })
const missing = (name: EngineName, place: string): Step => ({
  engine: name,
  place,
  find: async () => {
    throw new Error('not there')
  },
})
const steps = [missing('mongod', 'A'), there('mongod', 'B'), there('secantus-rust', 'C'), there('secantus-python', 'D')]
const markerOf = (name: EngineName) => ({ engine: name, version: '1', port: 1, isReady: true })

test.each([
  ['the first that is there', undefined, [], 'B', ['A: not there']],
  ['the next where one does not start', undefined, ['B', 'C'], 'D', ['A: not there', 'B: no', 'C: no']],
  ['the engine of the marker alone', 'secantus-rust', [], 'C', []],
  ['the engine of the marker at its second place', 'mongod', [], 'B', ['A: not there']],
] as const)('takes %s', async (_title, marker, broken, taken, said) => {
  const lines: string[] = []
  const attempt = async (_engine: Engine, place: string) => {
    if ((broken as readonly string[]).includes(place)) throw new Error('no')
    return place
  }
  expect(await firstThatWorks(steps, marker && markerOf(marker), attempt, (line) => lines.push(line))).toBe(taken)
  expect(lines).toEqual(said.map((each) => `Database: ${each}.`))
})

test('with a marker no other engine is tried, though one is there', async () => {
  const attempt = async () => {
    throw new Error('no')
  }
  const refused: Refusal = await firstThatWorks(steps, markerOf('secantus-python'), attempt, () => {}).catch((error) => error)
  expect(refused.message).toBe("This database was written by SecantusDB's Python server 1, which could not be started. Tried:\n  - D: no")
})

test('nothing works: one refusal lists what was tried and the three ways out', async () => {
  const none = [missing('mongod', 'A'), missing('secantus-python', 'D')]
  const refused: Refusal = await firstThatWorks(
    none,
    undefined,
    async () => 1,
    () => {},
  ).catch((error) => error)
  expect(refused.kind).toBe('not-found')
  expect(refused.message).toBe('No database server could be found or fetched. Tried:\n  - A: not there\n  - D: not there')
  expect(refused.next?.match(/^ {2}\d\. .+/gm)).toHaveLength(3)
  for (const word of ['MONGODB_URI', 'mongod', 'Python 3.10']) expect(refused.next).toContain(word)
})

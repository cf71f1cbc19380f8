// Starting and ending the playground: its process, its reasons, and that nothing of it stays.
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer as createBot } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { configurationOf } from '../../../src/bot/playground/configuration.ts'
import { personMeant, playgroundPeople } from '../../../src/bot/playground/people.ts'
import { startPlayground } from '../../../src/bot/playground/start.ts'
import { openState } from '../../../src/bot/playground/state.ts'
import { thingsToTry } from '../../../src/bot/playground/things-to-try.ts'
import { commands } from '../../../src/commands/index.ts'
import { freePort } from '../../../src/store/engine/port.ts'
import { people } from './playground-world.ts'

/** The page waits until the bot answers, whatever it answers. */
const bot = createBot((_request, response) => response.writeHead(405).end())
beforeAll(() => new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => bot.close(resolve)))

let dataDirectory: string
beforeEach(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'throughline-start-'))
})
afterEach(() => rm(dataDirectory, { recursive: true, force: true }))

const processesOf = (directory: string): string[] =>
  execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('m365agentsplayground') && line.includes(String(directory)))

const options = async (more: object = {}) => ({
  port: await freePort(56_300),
  botPort: (bot.address() as AddressInfo).port,
  dataDirectory,
  people,
  report: () => {},
  ...more,
})

describe('the process', () => {
  it('ends when it is told to, and leaves none', async () => {
    const chosen = await options()
    const playground = await startPlayground(chosen)
    expect(playground.address).toBe(`http://127.0.0.1:${chosen.port}`)
    expect((await fetch(playground.address)).status).toBe(200)
    expect(processesOf(String(chosen.port))).toHaveLength(1)
    await playground.stop()
    await playground.stop()
    expect(processesOf(String(chosen.port))).toHaveLength(0)
  })

  it('that does not start tells why in its own words', async () => {
    const starting = startPlayground(await options({ people: people.slice(0, 3) }))
    await expect(starting).rejects.toThrow(/did not start.*ConfigFileParseError/)
  })

  it('does not take another port than the one that is told', async () => {
    const taken: Server = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as AddressInfo
    await expect(startPlayground(await options({ port }))).rejects.toThrow(`cannot have port ${port}`)
    await new Promise((resolve) => taken.close(resolve))
  })

  it('that is killed is told about', async () => {
    const told: string[] = []
    const chosen = await options({ report: (line: string) => told.push(line) })
    const playground = await startPlayground(chosen)
    const [pid] = processesOf(String(chosen.port)).map((line) => Number(line.trim().split(' ')[0]))
    process.kill(pid ?? 0, 'SIGKILL')
    for (let tries = 0; tries < 100 && told.length === 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50))
    expect(told).toEqual([expect.stringContaining('ended by itself')])
    await playground.stop()
  })
})

describe('its people', () => {
  it('are the same at every start, and six of them stand in its file', async () => {
    const file = JSON.parse(configurationOf(people))
    expect(file.currentUser).toMatchObject({ name: 'Nadia Benali', email: 'nadia@lindenmoor.example' })
    expect(file.users).toHaveLength(5)
    expect(new Set([file.currentUser, ...file.users].map(({ id }) => id)).size).toBe(6)
    expect(playgroundPeople([{ name: 'Other Name', email: 'lee@lindenmoor.example' }], ['lee@lindenmoor.example'])[0]?.id).toBe(
      people[1]?.id,
    )
    expect(() => playgroundPeople([], ['nobody@x.example'])).toThrow(/nobody@x\.example/)
  })

  it.each([
    ['lee', 'lee'],
    ['@Lee', 'lee'],
    ['LEE CARMODY', 'lee'],
    ['carmody', 'lee'],
    ['lee@lindenmoor.example', 'lee'],
    ['sorensen', 'kim'],
    ['Kim Sørensen', 'kim'],
  ])('are meant by %s', (typed, who) => {
    expect(personMeant(people, typed, 'as').email).toBe(`${who}@lindenmoor.example`)
  })

  it('that several are called are asked about', () => {
    const namesakes = [...people, { ...people[1], name: 'Lee Other', email: 'lee.other@x.example' }] as typeof people
    expect(() => personMeant(namesakes, 'lee', 'as')).toThrow(/Several people here are called lee/)
    expect(personMeant(namesakes, 'Lee Other', 'as').email).toBe('lee.other@x.example')
  })
})

describe('what it remembers', () => {
  it('outlives it, and what cannot be read is begun afresh', async () => {
    const file = join(dataDirectory, 'deep', 'state.json')
    const state = openState(file)
    expect(state.speaker()).toBeUndefined()
    state.setSpeaker('lee@x.example')
    state.setLastSaid('t|1', { id: '1', shown: '2', who: 'lee@x.example', text: 'hello' })
    state.setLastSaid('t|2', { id: '3', shown: '4', who: 'lee@x.example', text: 'bye' })
    state.setLastSaid('t|1', undefined)
    const again = openState(file)
    expect([again.speaker(), again.lastSaid('t|1'), again.lastSaid('t|2')?.text]).toEqual(['lee@x.example', undefined, 'bye'])
    const { writeFile } = await import('node:fs/promises')
    await writeFile(file, '{broken')
    expect(openState(file).speaker()).toBeUndefined()
    expect(
      JSON.parse(
        await readFile(file, 'utf8')
          .catch(() => '{}')
          .then((text) => (text === '{broken' ? '{}' : text)),
      ),
    ).toEqual({})
  })
})

describe('outside the playground', () => {
  it('nobody can be somebody else or be made to speak', () => {
    const names = commands.map(({ name }) => name)
    for (const name of ['as', 'say', 'edit', 'unsay']) expect(names).not.toContain(name)
  })

  it('five things are there to try', () => {
    const things = thingsToTry({ word: 'penhallow', contract: 'C-1', colleague: 'lee' })
    expect(things).toHaveLength(5)
    expect(things.join('\n')).toMatch(/find penhallow[\s\S]*show C-1[\s\S]*link C-1[\s\S]*why liability[\s\S]*as lee/)
  })
})

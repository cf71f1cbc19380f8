// In which order engines are tried: the first that works is taken, each failure says why and falls to the next.
import { resolve } from 'node:path'
import { Refusal } from '../../contracts/refusal.ts'
import { type Engine, type EngineName, engineTitle, type Report } from './engine.ts'
import { fetchedMongod, fetchMongod } from './fetch-mongod.ts'
import { findOnPath, isProgram, runProgram } from './find-program.ts'
import { installedPythonEngine, installPythonEngine } from './install-python-engine.ts'
import type { Marker } from './marker.ts'
import { mongodEngine } from './mongod.ts'
import { pythonServer, rustServer, secantusRust } from './secantus.ts'

export type Search = {
  /** Where fetched engines are kept. */
  engines: string
  /** The text of PATH. */
  path: string
  /** The value of THROUGHLINE_ENGINE: where secantusd-rs is. */
  engineOverride?: string | undefined
  report: Report
}

export type Step = {
  engine: EngineName
  place: string
  /** The engine, or an error that says why it is not to be had. */
  find(): Promise<Engine>
}

async function rustEngine(program: string): Promise<Engine> {
  if (!(await isProgram(program))) throw new Error(`${program} is not a program that may be run`)
  const version = /secantusd-rs (\S+)/.exec(await runProgram(program, ['--version']))?.[1]
  if (version === undefined) throw new Error(`${program} is not secantusd-rs`)
  return secantusRust(program, version)
}

async function orNone<Found>(found: Promise<Found | undefined>): Promise<Found> {
  const value = await found
  if (value === undefined) throw new Error('not there')
  return value
}

/** Every place where an engine may come from, best first. */
export function stepsOf({ engines, path, engineOverride, report }: Search): Step[] {
  const python = async () => (await installedPythonEngine(engines)) ?? (await installPythonEngine(engines, path, report))
  const steps: Step[] = [
    { engine: 'mongod', place: 'mongod on PATH', find: async () => mongodEngine(await orNone(findOnPath('mongod', path))) },
    { engine: 'mongod', place: 'mongod fetched earlier', find: async () => mongodEngine(await orNone(fetchedMongod(engines))) },
    { engine: 'mongod', place: "mongod from its makers' site", find: async () => mongodEngine(await fetchMongod(engines, report)) },
    {
      engine: 'secantus-rust',
      place: 'secantusd-rs on PATH',
      find: async () => rustEngine(await orNone(findOnPath('secantusd-rs', path))),
    },
    { engine: 'secantus-python', place: engineTitle['secantus-python'], find: python },
  ]
  const named = engineOverride === undefined ? [] : [rustStep(engineOverride)]
  return steps.flatMap((step) => (step.place === 'secantusd-rs on PATH' ? [...named, step] : [step]))
}

const rustStep = (program: string): Step => ({
  engine: 'secantus-rust',
  place: 'secantusd-rs at THROUGHLINE_ENGINE',
  find: () => rustEngine(resolve(program)),
})

const howToGet: Record<EngineName, string> = {
  mongod: 'install MongoDB 6 or newer, so that mongod is on PATH (https://www.mongodb.com/docs/manual/installation)',
  'secantus-rust': `cargo install ${rustServer.crate} --version ${rustServer.version}, or name the program in THROUGHLINE_ENGINE`,
  'secantus-python': `install Python 3.10 or newer with its venv (on Debian: apt install python3-venv); ${pythonServer.package} ${pythonServer.version} is then installed by itself`,
}

/** What is said when nothing works: what was tried, and the ways out. */
function noEngine(tried: string[], marker: Marker | undefined): Refusal {
  const list = tried.map((each) => `\n  - ${each}`).join('')
  if (marker !== undefined) {
    const written = `${engineTitle[marker.engine]} ${marker.version}`
    return new Refusal('conflict', `This database was written by ${written}, which could not be started. Tried:${list}`, {
      next: `To get it: ${howToGet[marker.engine]}.`,
    })
  }
  return new Refusal('not-found', `No database server could be found or fetched. Tried:${list}`, {
    next: [
      'Three ways out:',
      '  1. Set MONGODB_URI to a MongoDB of yours, 6 or newer, a replica set.',
      `  2. ${howToGet.mongod[0]?.toUpperCase()}${howToGet.mongod.slice(1)}.`,
      `  3. ${howToGet['secantus-python'][0]?.toUpperCase()}${howToGet['secantus-python'].slice(1)}.`,
    ].join('\n'),
  })
}

/**
 * Tries the steps in turn, those of the marker's engine alone where data are there already.
 * @param attempt starts the engine, or throws with the reason why it does not work
 * @throws Refusal that lists what was tried and what to do
 */
export async function firstThatWorks<Started>(
  steps: Step[],
  marker: Marker | undefined,
  attempt: (engine: Engine, place: string) => Promise<Started>,
  report: Report,
): Promise<Started> {
  const tried: string[] = []
  for (const step of steps.filter(({ engine }) => marker === undefined || engine === marker.engine)) {
    try {
      return await attempt(await step.find(), step.place)
    } catch (error) {
      const why = `${step.place}: ${(error as Error).message}`
      report(`Database: ${why}.`)
      tried.push(why)
    }
  }
  throw noEngine(tried, marker)
}

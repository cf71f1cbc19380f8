// Opening the playground: its people, its commands, the sample it plays on, and the page in the browser.
import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Assembly } from './assemble.ts'
import type { AnyCommand } from './bot/command.ts'
import { playgroundCommands } from './bot/playground/commands.ts'
import { accountOfPerson, type PlaygroundPerson, playgroundPeople } from './bot/playground/people.ts'
import { startPlayground } from './bot/playground/start.ts'
import { thingsToTry } from './bot/playground/things-to-try.ts'
import { createWorld, type PlaygroundWorld } from './bot/playground/world.ts'
import { isSample, playgroundCast, samplePeople } from './cli/sample.ts'
import { seedSample } from './cli/seed.ts'
import type { Config } from './config.ts'
import { holdPort } from './store/engine/port.ts'
import type { Store } from './store/store.ts'

export type OpenPlayground = {
  world: PlaygroundWorld
  /** Where its page is served. */
  port: number
  commands: readonly AnyCommand[]
  /** On the first start. */
  seed(parts: { store: Store; assembly: Assembly; setClock: (at: string | undefined) => void }): Promise<void>
  /** Starts the page once the bot listens; what it gives stops it. */
  run(store: Store): Promise<() => Promise<void>>
}

const usualPort = 56150

export const openPlayground = async ({
  config,
  clock,
  write,
}: {
  config: Config
  clock: () => Date
  write: (line: string) => void
}): Promise<OpenPlayground> => {
  const { dataDirectory } = config
  const people = playgroundPeople(await samplePeople(), playgroundCast)
  // Held while the sample is made: another that starts meanwhile finds a port of its own.
  const { port, release } = await holdPort(usualPort)
  const world = createWorld({ people, dataDirectory, port, clock })
  return {
    world,
    port,
    commands: playgroundCommands(world),
    async seed({ store, assembly, setClock }) {
      // There from the first word of the sample to its last, so that one that was stopped in between goes on.
      const unfinished = join(dataDirectory, 'sample-unfinished')
      if (!existsSync(unfinished) && ((await isSample(store)) || (await store.contracts.state('C-1')))) return
      await writeFile(unfinished, '')
      await seedSample({ store, assembly, setClock, write, accountOf: accountOfPerson })
      await rm(unfinished)
    },
    async run() {
      await release()
      const page = await startPlayground({ port, botPort: config.port, dataDirectory, people, report: write })
      write(welcome(page.address, people))
      return () => page.stop()
    },
  }
}

const welcome = (address: string, [first, second]: readonly PlaygroundPerson[]): string => {
  const things = thingsToTry({ word: 'penhallow', contract: 'C-1', colleague: second?.name.split(' ')[0]?.toLowerCase() ?? '' })
  const list = things.map((thing, index) => `  ${index + 1}. ${thing}`).join('\n')
  return `\nThroughline is ready. Open ${address}\nYou are ${first?.name}. Five things to try:\n${list}\n\nCtrl-C stops it.\n`
}

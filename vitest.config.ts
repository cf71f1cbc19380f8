// How the tests run: few processes, each with a database server of its own.
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Those that take longest come first, so that none of them is waited for at the end. */
const longest = [
  'capture/storm',
  'tests/main',
  'engine/embedded',
  'cli/corpus',
  'store/crash',
  'cli/verify',
  'cli/import',
  'playground/browser',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const index = longest.findIndex((name) => moduleId.includes(`${name}.test`))
      return index < 0 ? longest.length : index
    }
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/setup/engine.ts'],
    setupFiles: ['tests/setup/seed.ts'],
    sequence: { sequencer: LongestFirst },
    pool: 'forks',
    // Loading the program anew for each of so many files costs minutes; each test has a database of its own instead.
    isolate: false,
    // As many as there are servers: with more, a server is busy for longer than a delivery is waited for.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})

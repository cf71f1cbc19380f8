// How the tests run: few processes, one database server for all of them.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/setup/engine.ts'],
    setupFiles: ['tests/setup/seed.ts'],
    pool: 'forks',
    // Loading the program anew for each of so many files costs minutes; each test has a database of its own instead.
    isolate: false,
    // One more than there are servers: many tests wait for programs that they started.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})

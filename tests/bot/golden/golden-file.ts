// Compares a drawing with the file that is kept of it; UPDATE_GOLDEN=1 writes the file instead, for a person to look at the difference.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'

export const expectGolden = (name: string, drawn: string): void => {
  const path = join(import.meta.dirname, name)
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, drawn)
  }
  expect(drawn).toBe(readFileSync(path, 'utf8'))
}

export const asJson = (drawn: unknown): string => `${JSON.stringify(drawn, undefined, 2)}\n`

// What every embedded engine is to us: a program, how it is started, and what it needs before it takes our data.
import type { MongoClient } from 'mongodb'
import { z } from 'zod'
import type { Layout } from './layout.ts'

export const EngineName = z.enum(['mongod', 'secantus-rust', 'secantus-python'])
export type EngineName = z.infer<typeof EngineName>

/** How people know it. */
export const engineTitle: Record<EngineName, string> = {
  mongod: 'mongod',
  'secantus-rust': "SecantusDB's Rust server",
  'secantus-python': "SecantusDB's Python server",
}

export type Start = {
  port: number
  layout: Layout
  /** Does it ask for a password? Only the very first start does not, to make the account. */
  asksForPassword: boolean
}

export type Engine = {
  name: EngineName
  version: string
  program: string
  /** Writes the files that its arguments name. */
  writeFiles(layout: Layout): Promise<void>
  args(start: Start): string[]
  /** Brings a started server to where it accepts writes; may be called at every start. */
  prepare(client: MongoClient, port: number): Promise<void>
}

/** Says, a line each, what is being done. */
export type Report = (line: string) => void

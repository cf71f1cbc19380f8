// Which engine wrote a database: kept beside the data, because two engines never share one.
import { rm } from 'node:fs/promises'
import { z } from 'zod'
import { EngineName } from './engine.ts'
import type { Layout } from './layout.ts'
import { readIfThere, writePrivately } from './private-file.ts'

const Marker = z.object({
  engine: EngineName,
  version: z.string(),
  /** The port of last time: a replica set remembers where its member was. */
  port: z.number().int(),
  /** False until the account was made: until then nothing of ours is in the database. */
  isReady: z.boolean(),
})
export type Marker = z.infer<typeof Marker>

/** The marker of the database there; undefined where none was begun. */
export async function readMarker(layout: Layout): Promise<Marker | undefined> {
  const text = await readIfThere(layout.marker)
  return text === undefined ? undefined : Marker.parse(JSON.parse(text))
}

export const writeMarker = (layout: Layout, marker: Marker): Promise<void> => writePrivately(layout.marker, JSON.stringify(marker))

/**
 * Takes away the database, its marker and its account; fetched engines stay. For data that were never ready, and for a fresh
 * beginning that a person asked for. No server may be running on it.
 */
export async function eraseDatabase(layout: Layout): Promise<void> {
  const files = [layout.database, layout.password, layout.keyFile, layout.settings, layout.log, layout.running]
  for (const file of files) await rm(file, { recursive: true, force: true })
  // Last, so that after being broken off the next start knows that these are remains.
  await rm(layout.marker, { force: true })
}

// The bytes of files that came with a message: kept at once where they come fast, else later, or told why they cannot be had.
import PQueue from 'p-queue'
import { Refusal } from '../../contracts/refusal.ts'
import type { FileStore } from '../../store/store.ts'
import { within } from '../../store/within.ts'
import type { HeardFile } from '../platform.ts'
import type { FileOutcome } from './drafts.ts'

export type Fetched = FileOutcome & { later?: string }

const atOnce = 8

/** Files of one message under one name each: the second `a.pdf` is `a (2).pdf`. */
export const underOwnNames = (files: readonly HeardFile[]): HeardFile[] => {
  const taken = new Set<string>()
  return files.map((file) => {
    let name = file.name
    for (let number = 2; taken.has(name); number += 1) name = file.name.replace(/(\.[^./\\]*)?$/, ` (${number})$1`)
    taken.add(name)
    return { ...file, name }
  })
}

/** Fetches and keeps one file. A Refusal of the platform is final; whatever else fails may come right later. */
export const fetchFile = async (files: FileStore, file: HeardFile, milliseconds: number): Promise<Fetched> => {
  const { name, size, picture } = file
  const told = { name, ...(picture && { picture }), ...(size !== undefined && { size }) }
  if (file.sha256 !== undefined) return { ...told, sha256: file.sha256 }
  if (file.missing !== undefined || !file.fetch) return { ...told, missing: file.missing ?? 'The platform gave no way to fetch it.' }
  if (milliseconds <= 0) return { ...told, later: 'There was no time to fetch it yet.' }
  try {
    return { ...told, ...(await files.keep(await within(milliseconds, file.fetch()))) }
  } catch (error) {
    if (error instanceof Refusal) return { ...told, missing: error.message }
    return { ...told, later: error instanceof Error ? error.message : String(error) }
  }
}

type Limits = { eachMs: number; allMs: number }

/** Fetches the files of many messages side by side within one limit for all; the answers are in the order of the questions. */
export const fetchAll = async (
  files: FileStore,
  wanted: readonly (readonly HeardFile[])[],
  { eachMs, allMs }: Limits,
): Promise<Fetched[][]> => {
  const queue = new PQueue({ concurrency: atOnce })
  const end = performance.now() + allMs
  const fetched = (file: HeardFile) => queue.add(() => fetchFile(files, file, Math.min(eachMs, end - performance.now())))
  return Promise.all(wanted.map((list) => Promise.all(underOwnNames(list).map(fetched))))
}

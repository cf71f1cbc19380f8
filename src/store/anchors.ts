// Anchoring the record: its heads signed and kept in a file, and the record held against that file.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type AnchoredHead, checkAnchor, noAnchor, readHead, signAnchor, writeHead } from '../contracts/record/anchor.ts'
import type { Fault } from '../contracts/record/verify.ts'
import { makeAnchorKey, readAnchorKey } from './anchor-key.ts'
import { addAnchor, anchorLines, isThere } from './anchors-file.ts'
import { waitForLock } from './engine/process-lock.ts'
import { type Entries, placeOf } from './entries.ts'
import type { AnchorStore } from './store.ts'

type Parts = { entries: Entries; heads: () => AsyncIterable<AnchoredHead>; dataDirectory: string }

export const createAnchors = ({ entries, heads, dataDirectory }: Parts): AnchorStore => {
  const own = join(dataDirectory, 'anchors.jsonl')
  return {
    async write(now) {
      await mkdir(dataDirectory, { recursive: true })
      const lock = await waitForLock(join(dataDirectory, 'anchors.lock'), 'anchoring the record')
      try {
        const { held, previous } = await lastAnchored(own)
        const moved: AnchoredHead[] = []
        for await (const head of heads()) if (held.get(head.contract) !== writeHead(head)) moved.push(head)
        if (moved.length === 0) return undefined
        const { privateKey } = (await readAnchorKey(dataDirectory)) ?? (await makeAnchorKey(dataDirectory))
        const anchor = signAnchor({ at: now, previous, heads: moved }, privateKey)
        await addAnchor(own, anchor)
        return anchor
      } finally {
        await lock.release()
      }
    },
    async check(file = own) {
      const key = await readAnchorKey(dataDirectory)
      // Nothing was ever anchored here.
      if (!key && file === own && !(await isThere(own))) return { anchors: 0, faults: [] }
      if (!key) return { anchors: 0, faults: [unreadable('the key that anchors are checked with is not there')] }
      const faults: Fault[] = []
      let [anchors, previous] = [0, noAnchor]
      try {
        for await (const line of anchorLines(file)) {
          anchors += 1
          const { anchor, fault } = checkAnchor(line, previous, key.publicKey)
          if (fault !== undefined) faults.push({ contract: 'anchors', seq: anchors, kind: 'not-anchored', text: fault })
          if (anchor) previous = anchor.hash
          if (anchor) faults.push(...(await againstRecord(entries, anchor.heads.map(readHead), anchor.at)))
        }
      } catch (error) {
        faults.push(unreadable((error as Error).message))
      }
      return { anchors, faults }
    },
  }
}

const unreadable = (why: string): Fault => ({ contract: 'anchors', seq: 0, kind: 'unreadable', text: `can't be read: ${why}` })

/** What was last anchored of each chain, and the hash of the last anchor. */
const lastAnchored = async (file: string): Promise<{ held: Map<string, string>; previous: string }> => {
  const held = new Map<string, string>()
  let previous = noAnchor
  if (!(await isThere(file))) return { held, previous }
  for await (const line of anchorLines(file)) {
    // A line that somebody broke is told by `check`; the anchors behind it go on from the last one that can be read.
    const anchor = readLine(line)
    previous = anchor?.hash ?? previous
    for (const head of anchor?.heads ?? []) held.set(readHead(head).contract, head)
  }
  return { held, previous }
}

const readLine = (line: string): { hash: string; heads: string[] } | undefined => {
  try {
    return JSON.parse(line) as { hash: string; heads: string[] }
  } catch {
    return undefined
  }
}

const headsAtOnce = 500

const againstRecord = async (entries: Entries, heads: readonly AnchoredHead[], at: string): Promise<Fault[]> => {
  const faults: Fault[] = []
  for (let from = 0; from < heads.length; from += headsAtOnce) {
    const part = heads.slice(from, from + headsAtOnce)
    const held = await entries.hashes(part)
    for (const head of part) {
      const text = wrongWith(head, held.get(placeOf(head)), at)
      if (text !== undefined) faults.push({ contract: head.contract, seq: head.seq, kind: 'not-anchored', text })
    }
  }
  return faults
}

const wrongWith = (head: AnchoredHead, held: string | undefined, at: string): string | undefined => {
  if (held === undefined) return `is gone: it was anchored at ${at}`
  return held === head.hash ? undefined : `is not the entry that was anchored at ${at}`
}

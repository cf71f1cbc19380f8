// MongoDB's own server from its makers' download site, kept among the engines.
import { lookup } from 'node:dns/promises'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DryMongoBinary } from 'mongodb-memory-server-core/lib/util/DryMongoBinary.js'
import { MongoBinaryDownload } from 'mongodb-memory-server-core/lib/util/MongoBinaryDownload.js'
import { MongoBinaryDownloadUrl } from 'mongodb-memory-server-core/lib/util/MongoBinaryDownloadUrl.js'
import type { Report } from './engine.ts'

const lookUpWithin = 3_000
const reportEvery = 2_000

export const mongodFolder = (engines: string): string => join(engines, 'mongod')

/** A mongod fetched earlier, the newest by name; undefined when there is none. */
export async function fetchedMongod(engines: string): Promise<string | undefined> {
  const names: string[] = await readdir(mongodFolder(engines)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  // Its checksum is written beside it when it was unpacked whole.
  const name = names.sort().findLast((each) => each.startsWith('mongod') && names.includes(`${each}.md5`))
  return name === undefined ? undefined : join(mongodFolder(engines), name)
}

/** Downloads with the library's checks, and says how far it is by our own lines, not on standard output. */
class ReportedDownload extends MongoBinaryDownload {
  report: Report = () => {}
  lastReport = 0

  override printDownloadProgress(chunk: { length: number }, isLast = false): void {
    this.dlProgress.current += chunk.length
    if (!isLast && Date.now() - this.lastReport < reportEvery) return
    this.lastReport = Date.now()
    const percent = Math.round((100 * this.dlProgress.current) / this.dlProgress.length)
    this.report(`Database: fetching mongod ${this.binaryOpts.version}: ${percent} % of ${this.dlProgress.totalMb} MB.`)
  }
}

/** Throws at once where the name does not resolve: the library's own three tries cost 8 s. */
async function lookUp(host: string): Promise<void> {
  const answer = await Promise.race([
    lookup(host).then(
      () => 'there',
      () => 'not there',
    ),
    pause(lookUpWithin, 'no answer', { ref: false }),
  ])
  if (answer !== 'there') throw new Error(`the name ${host} does not resolve from here`)
}

/** Fetches mongod, checksum compared, and gives its path. */
export async function fetchMongod(engines: string, report: Report): Promise<string> {
  const options = await DryMongoBinary.generateOptions({ downloadDir: mongodFolder(engines) })
  await lookUp(new URL(await new MongoBinaryDownloadUrl(options).getDownloadUrl()).hostname)
  const download = new ReportedDownload({ ...options, downloadDir: mongodFolder(engines), checkMD5: true })
  download.report = report
  return await download.getMongodPath()
}

// Hostile files, a very long one, and a storm of damaged ones: each gets an answer or a refusal in time, no child takes too much, and
// whoever waits for an acknowledgement of this process meanwhile does not notice.
import { setTimeout as wait } from 'node:timers/promises'
import { createReader, type Reader } from '../src/documents/read-document.ts'
import { type Acknowledging, startAcknowledging } from '../tests/documents/acknowledging.ts'
import { watchChildMemory } from '../tests/documents/child-memory.ts'
import { damaged, type NamedFile, randomFrom } from '../tests/documents/damage.ts'
import { hostileFiles, longPdf, wholeFiles } from '../tests/documents/storm-files.ts'

const filesPerKind = Number(process.env.STORM_FILES ?? 1_700)
const filesPerBatch = 100
const seed = 20_260_303
const bounds = { seconds: 10, childMegabytes: 512, acknowledgeMilliseconds: 100 }
/** A hundred pages have ten seconds, and more pages have more. */
const longPages = 2_000
const longSeconds = 60

/** Adds to a verdict's own time: starting a child and waiting for the loop. */
const startSeconds = 2

type Result = { files: number; read: number; refused: number; slowest: number; at: string; waits: number[] }

export async function prove(): Promise<void> {
  const reader = createReader()
  const peak = watchChildMemory()
  const asked = await startAcknowledging()
  try {
    const results: Record<string, Result> = { idle: await idle(asked), hostile: await readWatched(reader, await hostileFiles(), asked) }
    for (const [kind, whole] of Object.entries(await wholeFiles())) results[`damaged ${kind}`] = await storm(reader, whole, asked)
    const long = await readWatched(reader, [longPdf(longPages)], asked)
    const childMegabytes = Math.round(peak())
    console.table(Object.fromEntries(Object.entries({ ...results, [`${longPages} pages`]: long }).map(([name, one]) => [name, shown(one)])))
    console.log(`Highest memory of a child: ${childMegabytes} MB (goal: <= ${bounds.childMegabytes} MB)`)
    check(results, long, childMegabytes)
  } finally {
    await asked.stop()
    await reader.close()
  }
}

function p99(result: Result | undefined): number {
  return result === undefined ? 0 : Number(shown(result)['ack p99 ms'])
}

function shown({ files, read, refused, slowest, at, waits }: Result): Record<string, string | number> {
  const sorted = [...waits].sort((one, other) => one - other)
  const percentile = (part: number): number => round(sorted[Math.ceil(sorted.length * part) - 1] ?? 0)
  const asked = { asked: waits.length, 'ack p50 ms': percentile(0.5), 'ack p99 ms': percentile(0.99), 'ack max ms': percentile(1) }
  return { files, read, refused, 'slowest s': slowest, of: at, ...asked }
}

function check(results: Record<string, Result>, long: Result, childMegabytes: number): void {
  const all = Object.values(results)
  const storms = all.filter((result) => result.files >= filesPerKind)
  const broken = [
    all.some((result) => result.slowest > bounds.seconds + startSeconds) && `a verdict took longer than ${bounds.seconds} s`,
    (long.slowest > longSeconds || long.read !== 1) && `${longPages} pages were not read within ${longSeconds} s`,
    childMegabytes > bounds.childMegabytes && `a child took more than ${bounds.childMegabytes} MB`,
    [...all, long].some((result) => p99(result) - p99(results.idle) > bounds.acknowledgeMilliseconds) &&
      `the p99 of acknowledgements was more than ${bounds.acknowledgeMilliseconds} ms above that of an idle process`,
    storms.some((result) => result.read === 0 || result.refused === 0) && 'the storm was no storm: all files of a kind were read, or none',
  ].filter((problem) => problem !== false)
  if (broken.length > 0) throw new Error(`Hostile files: ${broken.join('; ')}.`)
}

function newResult(): Result {
  return { files: 0, read: 0, refused: 0, slowest: 0, at: '', waits: [] }
}

async function idle(asked: Acknowledging): Promise<Result> {
  await asked.samples()
  await wait(5_000)
  return { ...newResult(), waits: await asked.samples() }
}

async function storm(reader: Reader, whole: readonly NamedFile[], asked: Acknowledging): Promise<Result> {
  const random = randomFrom(seed + whole.length)
  const result = newResult()
  while (result.files < filesPerKind) {
    const batch: NamedFile[] = []
    for (let index = 0; index < filesPerBatch; index++) batch.push(await damaged(whole[random(whole.length)]!, random))
    await readWatched(reader, batch, asked, result)
  }
  return result
}

/** Reads files in two lanes, and keeps what acknowledgements took meanwhile; making files is the storm's work and not the reader's. */
async function readWatched(reader: Reader, files: readonly NamedFile[], asked: Acknowledging, result = newResult()): Promise<Result> {
  await wait(100)
  await asked.samples()
  const queue = [...files]
  const lane = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) await readOne(reader, file, result)
  }
  await Promise.all([lane(), lane()])
  result.waits.push(...(await asked.samples()))
  return result
}

async function readOne(reader: Reader, { name, bytes }: NamedFile, result: Result): Promise<void> {
  const started = performance.now()
  const reading = await reader.read(bytes, name)
  result.files++
  const seconds = round((performance.now() - started) / 1_000)
  if (seconds > result.slowest) Object.assign(result, { slowest: seconds, at: name })
  if (reading.ok) result.read++
  else if (/^\S.{3,200}[^.]$/.test(reading.reason)) result.refused++
  else throw new Error(`A refusal of ${name} without a reason for people: ${reading.reason}`)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

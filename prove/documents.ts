// A storm of damaged Word files, PDFs and mails: each gets an answer or a refusal in time, no child takes too much, and we are never held up.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import JSZip from 'jszip'
import { createReader, type Reader } from '../src/documents/read-document.ts'
import { watchChildMemory } from '../tests/documents/child-memory.ts'
import { agreementWords, makeMail, makePdf, makeWord, paragraph, run } from '../tests/documents/make-files.ts'

const filesPerKind = 1_700
const filesPerBatch = 100
const seed = 20_260_303
const bounds = { seconds: 10, childMegabytes: 450, loopDelayMilliseconds: 50 }

/** Adds to a verdict's own time: starting a child and waiting for the loop. */
const startSeconds = 2

type Random = (below: number) => number
type Base = { name: string; bytes: Buffer }
type Result = { kind: string; files: number; read: number; refused: number; 'slowest s': number }

export async function prove(): Promise<void> {
  const reader = createReader()
  const peak = watchChildMemory()
  const delay = monitorEventLoopDelay({ resolution: 10 })
  try {
    const idle = await idleDelay()
    const results: Result[] = []
    for (const [kind, bases] of Object.entries(await baseFiles())) results.push(await storm(reader, kind, bases, delay))
    const summary = { 'child peak MB': Math.round(peak()), 'loop delay p99 ms': delayOf(delay), 'of it while idle ms': idle }
    console.table(results)
    console.table([summary])
    check(results, summary)
  } finally {
    await reader.close()
  }
}

function check(results: Result[], summary: Record<string, number>): void {
  const broken = [
    results.some((result) => result['slowest s'] > bounds.seconds + startSeconds) && `a verdict took longer than ${bounds.seconds} s`,
    (summary['child peak MB'] ?? 0) > bounds.childMegabytes && `a child took more than ${bounds.childMegabytes} MB`,
    (summary['loop delay p99 ms'] ?? 0) - (summary['of it while idle ms'] ?? 0) > bounds.loopDelayMilliseconds &&
      `the loop was held up for more than ${bounds.loopDelayMilliseconds} ms`,
    results.some((result) => result.read === 0 || result.refused === 0) && 'the storm was no storm: all files of a kind were read, or none',
  ].filter((problem) => problem !== false)
  if (broken.length > 0) throw new Error(`Damaged files: ${broken.join('; ')}.`)
}

type Delay = ReturnType<typeof monitorEventLoopDelay>

/** What the loop is late by when nothing is read: the meter's own step, and whatever else the machine is doing. */
async function idleDelay(): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  await wait(3_000)
  delay.disable()
  return delayOf(delay)
}

function delayOf(delay: Delay): number {
  return round(delay.percentile(99) / 1e6)
}

async function storm(reader: Reader, kind: string, bases: Base[], delay: Delay): Promise<Result> {
  const random = randomFrom(seed + kind.length)
  const result: Result = { kind, files: 0, read: 0, refused: 0, 'slowest s': 0 }
  while (result.files < filesPerKind) {
    // Making files is the storm's work and not the reader's: the loop is watched while they are read.
    const batch: Base[] = []
    for (let index = 0; index < filesPerBatch; index++) batch.push(await mutated(bases[random(bases.length)]!, random))
    delay.enable()
    await Promise.all([readAll(reader, batch.slice(0, filesPerBatch / 2), result), readAll(reader, batch.slice(filesPerBatch / 2), result)])
    delay.disable()
  }
  return result
}

async function readAll(reader: Reader, files: Base[], result: Result): Promise<void> {
  for (const file of files) await readOne(reader, file, result)
}

async function readOne(reader: Reader, { name, bytes }: Base, result: Result): Promise<void> {
  const started = performance.now()
  const reading = await reader.read(bytes, name)
  result.files++
  const seconds = round((performance.now() - started) / 1_000)
  result['slowest s'] = Math.max(result['slowest s'], seconds)
  if (reading.ok) result.read++
  else if (/^\S.{3,200}[^.]$/.test(reading.reason)) result.refused++
  else throw new Error(`A refusal without a reason for people: ${reading.reason}`)
}

/** Damage in the bytes, or for every second Word file in its XML, which a broken archive would never let us reach. */
async function mutated({ name, bytes }: Base, random: Random): Promise<Base> {
  if (!name.endsWith('.docx') || random(2) === 0) return { name, bytes: damage(bytes, random) }
  const zip = await JSZip.loadAsync(bytes)
  const parts = Object.keys(zip.files).filter((part) => /\.(xml|rels)$/.test(part))
  const part = parts[random(parts.length)] ?? 'word/document.xml'
  zip.file(part, damage((await zip.file(part)?.async('nodebuffer')) ?? Buffer.alloc(0), random))
  return { name, bytes: await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }) }
}

type Damage = (bytes: Buffer, at: number, length: number, random: Random) => Buffer

const damages: Damage[] = [
  (bytes, at, _length, random) => replaced(bytes, at, Buffer.from([random(256)])),
  (bytes, at, length) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]),
  (bytes, at, length) => Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]),
  (bytes, at) => bytes.subarray(0, at),
  (bytes, at, length, random) => replaced(bytes, at, bytes.subarray(random(bytes.length), random(bytes.length) + length)),
  (bytes, at, length) => Buffer.concat([bytes.subarray(0, at), Buffer.from('<>/[]()%&"=\n\0'.repeat(length / 13 + 1)), bytes.subarray(at)]),
  (bytes, at, _length, random) => replaced(bytes, at, Buffer.from(String(random(2 ** 31)))),
]

function damage(bytes: Buffer, random: Random): Buffer {
  let damaged = Buffer.from(bytes)
  for (let times = random(4); times >= 0; times--) {
    const change = damages[random(damages.length)]!
    damaged = Buffer.from(change(damaged, random(damaged.length + 1), random(64) + 1, random))
  }
  return damaged
}

function replaced(bytes: Buffer, at: number, by: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, at), by, bytes.subarray(at + by.length)])
}

/** The same numbers for the same seed, so that a failure can be seen again. */
function randomFrom(start: number): Random {
  let state = start
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * Math.max(1, below))
  }
}

async function baseFiles(): Promise<Record<string, Base[]>> {
  const words = agreementWords(400).join(' ')
  const change = '<w:ins w:id="1" w:author="Lee" w:date="2026-03-03T10:00:00Z"><w:r><w:t>sixty</w:t></w:r></w:ins>'
  const part = `--b\r\nContent-Type: text/html\r\n\r\n<p>${words.slice(0, 60)}</p>\r\n`
  return {
    word: [
      { name: 'made.docx', bytes: await makeWord(paragraph(run(words), change).repeat(20)) },
      ...corpusFiles('word/revisions'),
      ...corpusFiles('word/templates'),
    ],
    pdf: [
      { name: 'made.pdf', bytes: makePdf([words.slice(0, 80), words.slice(80, 160)], true) },
      ...corpusFiles('contracts/pdf'),
      ...corpusFiles('hostile/odd-pdf'),
    ],
    mail: [
      {
        name: 'made.eml',
        bytes: makeMail({ 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary=b' }, `${part.repeat(3)}--b--`),
      },
    ],
  }
}

function corpusFiles(folder: string): Base[] {
  const address = new URL(`../../shared/corpus/${folder}/`, import.meta.url)
  if (!existsSync(address)) return []
  return readdirSync(address).map((name) => ({ name, bytes: readFileSync(new URL(name, address)) }))
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

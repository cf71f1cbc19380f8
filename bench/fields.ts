// Reading fields: megabytes a second on one thread against five bare regular expressions over the same texts, and growth with length.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readFields } from '../src/documents/fields/read-fields.ts'
import { percentile, round } from './statistics.ts'

const corpus = fileURLToPath(new URL('../../shared/corpus/contracts/text', import.meta.url))
const runs = 5
const goals = { megabytesPerSecond: 10, growth: 1.3 }

/** The floor: what any reader by regular expressions has to do. */
const bare = [
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2},\s*\d{4}/g,
  /laws\s+of\s+(?:the\s+)?(?:State|Commonwealth)\s+of\s+[A-Z]\w+/g,
  /\b(?:thirty|sixty|ninety|\d+)\s*\(?\d*\)?\s*days/gi,
  /automatically\s+renew/gi,
  /in\s+no\s+event\s+shall/gi,
]

export async function bench(): Promise<void> {
  const texts = existsSync(corpus) ? readdirSync(corpus).map((name) => readFileSync(`${corpus}/${name}`, 'utf8')) : madeTexts()
  const ours = speed(texts, read)
  const peer = speed(texts, bareFields)
  console.table({
    fields: { 'MB/s': round(ours), goal: `>= ${goals.megabytesPerSecond}`, 'of the peer': round(ours / peer) },
    'five bare regexes': { 'MB/s': round(peer), goal: '', 'of the peer': 1 },
  })
  growth(texts.join('\n\n'))
  hostile()
}

const read = (text: string): void => {
  readFields(text)
}

function bareFields(text: string): void {
  for (const pattern of bare) text.match(pattern)
}

/** Megabytes a second: the median of some runs over all texts, after one to warm up. */
function speed(texts: readonly string[], read: (text: string) => void): number {
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  for (const text of texts) read(text)
  const times = Array.from({ length: runs }, () =>
    timeOf(() => {
      for (const text of texts) read(text)
    }),
  )
  return length / 1_000 / percentile(times, 0.5)
}

/** Time for each megabyte at 300 kB against 30 kB, over texts cut from all contracts in a row. */
function growth(all: string): void {
  const cuts = (length: number): string[] =>
    Array.from({ length: Math.floor(all.length / length) }, (_, index) => all.slice(index * length, (index + 1) * length))
  const [small, large] = [speed(cuts(30_000), read), speed(cuts(300_000), read)]
  console.table({
    growth: { '30 kB MB/s': round(small), '300 kB MB/s': round(large), ratio: round(small / large), goal: `<= ${goals.growth}` },
  })
}

/** Lines of repeats that slow careless patterns; twice the length may take about twice the time. */
function hostile(): void {
  const pieces = [
    'the term of this agreement shall be ',
    'between "A" and ("',
    'one hundred and ',
    'January 1, ',
    'not liable for ',
    '((((',
    'A. B. ',
    'unless terminated this agreement shall continue ',
    'by and between A and B, Inc. and ',
    ' '.repeat(50),
  ]
  const rows = pieces.map((piece): [string, object] => {
    const line = (length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
    const [half, whole] = [timeOf(() => readFields(line(1_000_000))), timeOf(() => readFields(line(2_000_000)))]
    return [piece.slice(0, 30), { '1 MB ms': round(half), '2 MB ms': round(whole), ratio: round(whole / half) }]
  })
  console.table(Object.fromEntries(rows))
}

function timeOf(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Where the corpus is missing: plain sentences, so that the bench still runs. */
function madeTexts(): string[] {
  const sentence =
    'This Agreement is entered into as of March 1, 2020 and is governed by the laws of the State of Ohio. It renews automatically for one (1) year. '
  return Array.from({ length: 60 }, (_, index) => sentence.repeat(200 + 10 * index))
}

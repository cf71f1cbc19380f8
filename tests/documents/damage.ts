// Damages files as chance will have it, the same for the same seed.
import JSZip from 'jszip'

export type Random = (below: number) => number
export type NamedFile = { name: string; bytes: Buffer }

/** The same numbers for the same seed, so that a failure can be seen again. */
export function randomFrom(start: number): Random {
  let state = start
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * Math.max(1, below))
  }
}

/** Damage in the bytes, or for every second Word file in its XML, which a broken archive would never let us reach. */
export async function damaged({ name, bytes }: NamedFile, random: Random): Promise<NamedFile> {
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

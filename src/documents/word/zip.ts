// The zip container of a Word file, read by hand: every limit is checked on the directory before a byte is inflated.
import { crc32, inflateRawSync } from 'node:zlib'
import { Unreadable } from '../unreadable.ts'

export type ZipEntry = {
  name: string
  method: number
  isEncrypted: boolean
  checksum: number
  packed: number
  unpacked: number
  headerAt: number
}

export type Zip = {
  names: string[]
  has(name: string): boolean
  /** The bytes of a part, or undefined when there is none of that name. @throws Unreadable when it is damaged. */
  part(name: string): Uint8Array | undefined
}

export const zipLimits = { entries: 2_000, total: 100_000_000, part: 30_000_000, ratio: 200, ratioFrom: 100_000 }

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50

/** Opens an archive. @throws Unreadable when it is damaged or asks for more than zipLimits. */
export function openZip(bytes: Uint8Array): Zip {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const entries = new Map<string, ZipEntry>()
  // Part names of a Word file do not distinguish case, and some writers separate folders by a backslash.
  for (const entry of directory(buffer)) if (!entries.has(key(entry.name))) entries.set(key(entry.name), entry)
  checkLimits([...entries.values()])
  let inflated = 0
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(key(name)),
    part(name) {
      const entry = entries.get(key(name))
      if (entry === undefined) return undefined
      const content = unpack(buffer, entry)
      inflated += content.length
      if (inflated > zipLimits.total) throw tooLarge()
      return content
    },
  }
}

function key(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

function directory(buffer: Buffer): ZipEntry[] {
  const end = endRecord(buffer)
  const count = buffer.readUInt16LE(end + 10)
  if (count > zipLimits.entries) throw new Unreadable(`its archive has more than ${zipLimits.entries} parts`)
  const entries: ZipEntry[] = []
  let at = buffer.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== entrySignature) throw damaged()
    const nameLength = buffer.readUInt16LE(at + 28)
    entries.push(entryAt(buffer, at, nameLength))
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return entries
}

function endRecord(buffer: Buffer): number {
  const longestComment = 65_535
  for (let at = buffer.length - 22; at >= 0 && at >= buffer.length - 22 - longestComment; at--) {
    if (buffer.readUInt32LE(at) === endSignature) return at
  }
  throw new Unreadable('its archive is damaged or cut off')
}

function entryAt(buffer: Buffer, at: number, nameLength: number): ZipEntry {
  return {
    name: buffer.toString('utf8', at + 46, at + 46 + nameLength),
    isEncrypted: (buffer.readUInt16LE(at + 8) & 1) === 1,
    method: buffer.readUInt16LE(at + 10),
    checksum: buffer.readUInt32LE(at + 16),
    packed: buffer.readUInt32LE(at + 20),
    unpacked: buffer.readUInt32LE(at + 24),
    headerAt: buffer.readUInt32LE(at + 42),
  }
}

function checkLimits(entries: ZipEntry[]): void {
  let total = 0
  for (const entry of entries) {
    total += entry.unpacked
    if (entry.unpacked > zipLimits.part || total > zipLimits.total) throw tooLarge()
    // Small parts pack well by nature; only from some size on is a ratio a sign of a bomb.
    if (entry.unpacked > zipLimits.ratioFrom && entry.unpacked > entry.packed * zipLimits.ratio) {
      throw new Unreadable(`a part of it unpacks to more than ${zipLimits.ratio} times its size`)
    }
  }
}

function unpack(buffer: Buffer, entry: ZipEntry): Uint8Array {
  if (entry.isEncrypted) throw new Unreadable('it is protected by a password')
  const packed = packedBytes(buffer, entry)
  const content = entry.method === 0 ? packed : inflate(packed, entry)
  if (content.length !== entry.unpacked || crc32(content) !== entry.checksum) throw damaged()
  return content
}

function packedBytes(buffer: Buffer, entry: ZipEntry): Buffer {
  const at = entry.headerAt
  if (at + 30 > buffer.length || buffer.readUInt32LE(at) !== localSignature) throw damaged()
  const start = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28)
  if (start + entry.packed > buffer.length) throw damaged()
  return buffer.subarray(start, start + entry.packed)
}

function inflate(packed: Buffer, entry: ZipEntry): Uint8Array {
  if (entry.method !== 8) throw new Unreadable('its archive is packed in a way that Word does not use')
  try {
    // The directory may lie about sizes: what really comes out is counted, and stops at what was declared.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) })
  } catch (error) {
    throw new Unreadable('its archive is damaged', { cause: error })
  }
}

function tooLarge(): Unreadable {
  return new Unreadable('it unpacks to more than a document may hold')
}

function damaged(): Unreadable {
  return new Unreadable('its archive is damaged')
}

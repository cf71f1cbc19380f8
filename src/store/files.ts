// Files: bytes in GridFS under their own sha256, once however often and wherever they are kept; the text read from them beside.
import { createHash } from 'node:crypto'
import { mongo, trusted } from 'mongoose'
import { Refusal } from '../contracts/refusal.ts'
import type { Database } from './database.ts'
import type { FileStore } from './store.ts'
import { upserting } from './upserting.ts'

type FileRow = { _id: string; length: number; chunkSize: number; uploadDate: Date; filename: string }
type ChunkRow = { _id: string; files_id: string; n: number; data: Buffer }
type TextRow = { _id: string; sha256: string; part: number; parts: number; text: string }

const chunkSize = 255 * 1024
const chunksAtOnce = 16
/** Far below what MongoDB takes in one document, whatever the script. */
const partLength = 2_000_000

export const createFiles = (database: Database): FileStore => {
  const files = database.model<FileRow>('fs.files', { length: Number, chunkSize: Number, uploadDate: Date, filename: String })
  const chunks = database.model<ChunkRow>('fs.chunks', { files_id: String, n: Number, data: Buffer }, [
    { fields: { files_id: 1, n: 1 }, options: { unique: true } },
  ])
  const texts = database.model<TextRow>('texts', { sha256: String, part: Number, parts: Number, text: String })
  const known = (error: unknown) => error instanceof mongo.MongoServerError && error.code === 11000
  const unlessKnown = async (write: Promise<unknown>) =>
    void (await write.catch((error) => (known(error) ? undefined : Promise.reject(error))))
  return {
    /**
     * Chunks are named by sha256 and number, so two who keep the same bytes write the same chunks, and who goes on after a crash finds those
     * that are there. The row of the file comes last: a file that can be named is whole.
     */
    async keep(bytes) {
      const sha256 = sha256Of(bytes)
      const kept = { sha256, size: bytes.length }
      if (await files.exists({ _id: sha256 })) return kept
      for (let n = 0; n * chunkSize < bytes.length; n += chunksAtOnce) {
        await unlessKnown(chunks.collection.insertMany(chunkRows(sha256, bytes, n) as never[], { ordered: false }))
      }
      const row = { _id: sha256, length: bytes.length, chunkSize, uploadDate: database.clock(), filename: sha256 }
      await unlessKnown(files.collection.insertOne(row as never))
      return kept
    },
    async read(sha256) {
      if (!(await files.exists({ _id: sha256 }))) {
        throw new Refusal('not-found', 'The bytes of this file are not kept here.', { next: 'Upload the file again.' })
      }
      const rows = await chunks.find({ files_id: sha256 }).sort({ n: 1 }).lean()
      const bytes = Buffer.concat(rows.map((row) => bytesOf(row.data)))
      if (sha256Of(bytes) !== sha256) throw new Error(`The stored bytes of ${sha256} are damaged.`)
      return bytes
    },
    // What is found in it is made from the contract's entry that names the file, so that it can be made afresh.
    async keepText(_contract, file, text) {
      const parts = Math.max(1, Math.ceil(text.length / partLength))
      for (let part = 0; part < parts; part += 1) {
        const row = { sha256: file.sha256, part, parts, text: text.slice(part * partLength, (part + 1) * partLength) }
        await upserting(() => texts.updateOne({ _id: `${file.sha256}:${part}` }, { $set: row }, { upsert: true }))
      }
    },
    async text(sha256) {
      const first = await texts.findById(`${sha256}:0`).lean()
      if (!first) return undefined
      const others = Array.from({ length: first.parts - 1 }, (_, index) => `${sha256}:${index + 1}`)
      const rest = others.length > 0 ? await texts.find({ _id: trusted({ $in: others }) }).lean() : []
      return [first, ...rest.sort((one, other) => one.part - other.part)].map((row) => row.text).join('')
    },
  }
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const chunkRows = (sha256: string, bytes: Uint8Array, from: number): ChunkRow[] => {
  const count = Math.min(chunksAtOnce, Math.ceil(bytes.length / chunkSize) - from)
  return Array.from({ length: count }, (_, index) => {
    const n = from + index
    return { _id: `${sha256}:${n}`, files_id: sha256, n, data: Buffer.from(bytes.subarray(n * chunkSize, (n + 1) * chunkSize)) }
  })
}

/** What the driver hands back for a binary field read without a document around it. */
const bytesOf = (data: Buffer | mongo.Binary): Buffer => (Buffer.isBuffer(data) ? data : Buffer.from(data.buffer))

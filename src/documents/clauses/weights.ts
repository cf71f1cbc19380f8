// The stored weights: one byte a weight with a scale for each row, so that the whole model stays well under a megabyte.
import { readFileSync } from 'node:fs'
import { width } from './features.ts'
import { type Model, modelTypes, sideBySide } from './model.ts'

const file = new URL('clause-weights.bin', import.meta.url)

/** Row by row, rarity first: a scale and a bias as 32-bit floats, then the bytes. */
export function encodeModel({ rarity, weights, biases }: Model): Uint8Array {
  const rows = biases.map((bias, index) =>
    encodeRow(
      rarity.map((_, place) => weights[place * biases.length + index] ?? 0),
      bias,
    ),
  )
  return Buffer.concat([encodeRow(rarity, 0), ...rows])
}

function encodeRow(row: Float32Array, bias: number): Buffer {
  const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const scale = largest / 127 || 1
  const head = Buffer.alloc(8)
  head.writeFloatLE(scale, 0)
  head.writeFloatLE(bias, 4)
  return Buffer.concat([head, Buffer.from(Int8Array.from(row, (value) => Math.round(value / scale)).buffer)])
}

/** The model of stored bytes; a file of another size is a broken installation. */
export function decodeModel(bytes: Uint8Array): Model {
  const rowLength = 8 + width
  if (bytes.length !== rowLength * (modelTypes.length + 1))
    throw new Error(`clause-weights.bin holds ${bytes.length} bytes: install the program again.`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const rows: Float32Array[] = []
  const biases: number[] = []
  for (let start = 0; start < bytes.length; start += rowLength) {
    const scale = view.getFloat32(start, true)
    biases.push(view.getFloat32(start + 4, true))
    rows.push(Float32Array.from(new Int8Array(bytes.buffer, bytes.byteOffset + start + 8, width), (value) => value * scale))
  }
  const [rarity = new Float32Array(width), ...rest] = rows
  return { rarity, weights: sideBySide(rest), biases: biases.slice(1) }
}

let stored: Model | undefined

/** The trained model, read from its file at first use. */
export function storedModel(): Model {
  stored ??= decodeModel(readFileSync(file))
  return stored
}

// Bytes to text: UTF-8, UTF-16 that says so, and for whatever is neither what it says, or Windows-1252.

const usual = 'windows-1252'

/**
 * Decodes text by its byte-order mark, else as UTF-8, else as what it declares itself to be. Windows-1252, the last resort, has a meaning
 * for every byte.
 */
export function decodeText(bytes: Uint8Array, declared = usual): string {
  const marked = byteOrderMark(bytes)
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8, which is an answer and not an error.
    return decodeAs(declared, bytes)
  }
}

function decodeAs(label: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    // Nobody knows that encoding.
    return new TextDecoder(usual).decode(bytes)
  }
}

/** The encoding that the first bytes announce. */
export function byteOrderMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** Whether bytes are a program, a picture or the like: more than one control character in 200. */
export function isBinary(bytes: Uint8Array): boolean {
  if (byteOrderMark(bytes) !== undefined) return false
  const sample = bytes.subarray(0, 65_536)
  let controls = 0
  for (const byte of sample) if (byte < 32 && (byte < 9 || byte > 13) && byte !== 27) controls++
  return controls * 200 > sample.length
}

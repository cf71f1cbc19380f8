// The answer of a platform's file host: its bytes within our limit, or why they can never be had.
import { Refusal } from '../contracts/refusal.ts'

/** Bytes; more than any contract has. */
const largest = 100 * 1024 * 1024
export const tooLarge = `it is larger than ${largest / 1024 / 1024} MB`
export const isTooLarge = (bytes: number): boolean => bytes > largest

/** Final: nobody asks again for a file that is refused so. */
export const fileRefused = (reason: string): Refusal => new Refusal('not-found', `The file could not be kept: ${reason}.`)

/** The bytes of the file; refuses what stays so, and throws what may pass. `platform` is who did not give the right, as people know it. */
export const bytesOf = async (response: Response, platform: string): Promise<Uint8Array> => {
  if ([401, 403].includes(response.status)) throw fileRefused(`${platform} did not give us the right to read it`)
  if ([404, 410].includes(response.status)) throw fileRefused('it is no longer there')
  if (!response.ok) throw new Error(`the place of the file answered ${response.status}`)
  if (isTooLarge(Number(response.headers.get('content-length')))) {
    await response.body?.cancel()
    throw fileRefused(tooLarge)
  }
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.byteLength
    if (isTooLarge(size)) throw fileRefused(tooLarge)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

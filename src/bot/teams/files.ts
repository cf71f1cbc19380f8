// Files of a conversation: fetched from the company's own places only; our token goes to Graph and to nobody else.
import { Refusal } from '../../contracts/refusal.ts'
import { isFileHost } from './service-urls.ts'
import { graphResource, type TokenFor } from './tokens.ts'

/** Bytes; more than any contract has. */
const largest = 100 * 1024 * 1024

export type FetchFile = (address: string) => Promise<Uint8Array>

type Options = { graph: string; tokenFor: TokenFor; loopback: boolean }

/** Throws a Refusal when the file can never be had from there, any other error when it may be tried again. */
export const createFetchFile = ({ graph, tokenFor, loopback }: Options): FetchFile => {
  const graphOrigin = new URL(graph).origin
  const request = async (address: string): Promise<Response> => {
    const url = URL.canParse(address) ? new URL(address) : undefined
    if (!url || !isFileHost(url, { loopback })) throw never(`it lies outside the company's Microsoft 365${url ? ` (${url.hostname})` : ''}`)
    const token = url.origin === graphOrigin ? await tokenFor(graphResource) : undefined
    return fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000),
      headers: token ? { authorization: `Bearer ${token}` } : {},
    })
  }
  return async (address) => {
    let response = await request(address)
    for (let hops = 0; response.status >= 300 && response.status < 400; hops += 1) {
      if (hops === 3) throw never('it was passed on too often')
      response = await request(new URL(response.headers.get('location') ?? '', response.url).href)
    }
    if ([401, 403].includes(response.status)) throw never('Teams did not give us the right to read it')
    if ([404, 410].includes(response.status)) throw never('it is no longer there')
    if (!response.ok) throw new Error(`the place of the file answered ${response.status}`)
    return readAll(response)
  }
}

const never = (reason: string): Refusal => new Refusal('not-found', `The file could not be kept: ${reason}.`)

const readAll = async (response: Response): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.byteLength
    if (size > largest) throw never(`it is larger than ${largest / 1024 / 1024} MB`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** A SharePoint address as Graph's door to the bytes behind it. */
export const shareOf = (graph: string, contentUrl: string): string =>
  `${graph}/shares/u!${Buffer.from(contentUrl, 'utf8').toString('base64url')}/driveItem/content`

// Files of a conversation: fetched from the company's own places only; our token goes to Graph and to nobody else.
import { bytesOf, fileRefused } from '../file-response.ts'
import { isFileHost } from './service-urls.ts'
import { graphResource, type TokenFor } from './tokens.ts'

export type FetchFile = (address: string) => Promise<Uint8Array>

type Options = { graph: string; tokenFor: TokenFor; loopback: boolean }

/** Throws a Refusal when the file can never be had from there, any other error when it may be tried again. */
export const createFetchFile = ({ graph, tokenFor, loopback }: Options): FetchFile => {
  const graphOrigin = new URL(graph).origin
  const request = async (address: string): Promise<Response> => {
    const url = URL.canParse(address) ? new URL(address) : undefined
    if (!url || !isFileHost(url, { loopback }))
      throw fileRefused(`it lies outside the company's Microsoft 365${url ? ` (${url.hostname})` : ''}`)
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
      if (hops === 3) throw fileRefused('it was passed on too often')
      response = await request(new URL(response.headers.get('location') ?? '', response.url).href)
    }
    return bytesOf(response, 'Teams')
  }
}

/** A SharePoint address as Graph's door to the bytes behind it. */
export const shareOf = (graph: string, contentUrl: string): string =>
  `${graph}/shares/u!${Buffer.from(contentUrl, 'utf8').toString('base64url')}/driveItem/content`

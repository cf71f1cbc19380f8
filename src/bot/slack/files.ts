// Files of a conversation: fetched from Slack's own hosts only; our token goes nowhere else.
import { Refusal } from '../../contracts/refusal.ts'
import type { HeardFile } from '../platform.ts'
import type { FileObject } from './body.ts'

/** Bytes; more than any contract has. */
const largest = 100 * 1024 * 1024

export type FetchFile = (file: FileObject) => Promise<Uint8Array>

export const filesOf = (files: readonly FileObject[], fetchFile: FetchFile): HeardFile[] =>
  files.map((file) => ({
    name: file.name ?? file.title ?? file.id ?? 'file',
    ...(file.size !== undefined && { size: file.size }),
    fetch: () => fetchFile(file),
  }))

type Options = { token: string; apiUrl: string; findFile: (id: string) => Promise<FileObject | undefined> }

/** Throws a Refusal when the file can never be had, any other error when it may be tried again. */
export const createFetchFile = ({ token, apiUrl, findFile }: Options): FetchFile => {
  const own = new URL(apiUrl)
  const isSlack = (url: URL) =>
    (url.protocol === 'https:' && (url.hostname === 'slack.com' || url.hostname.endsWith('.slack.com'))) ||
    (url.origin === own.origin && isLoopback(own.hostname))
  return async (told) => {
    const file = told.file_access === 'check_file_info' && told.id ? ((await findFile(told.id)) ?? told) : told
    const address = addressOf(file)
    if (!isSlack(address)) throw never(`it lies outside Slack (${address.hostname})`)
    const response = await fetch(address, {
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000),
      headers: { authorization: `Bearer ${token}` },
    })
    if (response.status >= 300 && response.status < 400) throw never('Slack asks to sign in: the bot lacks the right to read files')
    if ([401, 403].includes(response.status)) throw never('Slack did not give us the right to read it')
    if ([404, 410].includes(response.status)) throw never('it is no longer there')
    if (!response.ok) throw new Error(`the place of the file answered ${response.status}`)
    return readAll(response)
  }
}

const isLoopback = (host: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(host)

const addressOf = (file: FileObject): URL => {
  if (file.mode === 'tombstone' || file.mode === 'hidden_by_limit') throw never('it is no longer there')
  if (file.is_external || file.mode === 'external') throw never('it lies in another service, and only a link to it is in Slack')
  const address = file.url_private_download ?? file.url_private
  if (address === undefined || !URL.canParse(address)) throw never('Slack gives no address for it')
  return new URL(address)
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

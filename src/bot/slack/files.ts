// Files of a conversation: fetched from Slack's own hosts only; our token goes nowhere else.
import { bytesOf, fileRefused } from '../file-response.ts'
import type { HeardFile } from '../platform.ts'
import type { FileObject } from './body.ts'

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
    if (!isSlack(address)) throw fileRefused(`it lies outside Slack (${address.hostname})`)
    const response = await fetch(address, {
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000),
      headers: { authorization: `Bearer ${token}` },
    })
    if (response.status >= 300 && response.status < 400) throw fileRefused('Slack asks to sign in: the bot lacks the right to read files')
    return bytesOf(response, 'Slack')
  }
}

const isLoopback = (host: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(host)

const addressOf = (file: FileObject): URL => {
  if (file.mode === 'tombstone' || file.mode === 'hidden_by_limit') throw fileRefused('it is no longer there')
  if (file.is_external || file.mode === 'external') throw fileRefused('it lies in another service, and only a link to it is in Slack')
  const address = file.url_private_download ?? file.url_private
  if (address === undefined || !URL.canParse(address)) throw fileRefused('Slack gives no address for it')
  return new URL(address)
}

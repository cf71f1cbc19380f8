// Files of a conversation: fetched from Slack's own hosts only; our token goes nowhere else.
import { z } from 'zod'
import { bytesOf, fileRefused, isTooLarge, tooLarge } from '../file-response.ts'
import type { HeardFile } from '../platform.ts'
import { type Call, SlackFailure } from './api.ts'
import { FileObject } from './body.ts'

export type FetchFile = (file: FileObject) => Promise<Uint8Array>

export const filesOf = (files: readonly FileObject[], fetchFile: FetchFile): HeardFile[] =>
  files.map((file) => ({
    name: file.name ?? file.title ?? file.id ?? 'file',
    ...(file.size !== undefined && { size: file.size }),
    ...pictureOf(file),
    fetch: () => fetchFile(file),
  }))

/** What an image block takes: https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object */
const shown = ['png', 'jpg', 'jpeg', 'gif']

const pictureOf = ({ id, filetype, mode, is_external, alt_txt: alt }: FileObject): Pick<HeardFile, 'picture'> => {
  const isShown = shown.includes(filetype ?? '') && (mode ?? 'hosted') === 'hosted' && !is_external
  return isShown && id !== undefined ? { picture: { id, ...(alt !== undefined && { alt }) } } : {}
}

type Options = { token: string; apiUrl: string; findFile: (id: string) => Promise<FileObject> }

/** Throws a Refusal when the file can never be had, any other error when it may be tried again. */
export const createFetchFile = ({ token, apiUrl, findFile }: Options): FetchFile => {
  const own = new URL(apiUrl)
  const isSlack = (url: URL) =>
    (url.protocol === 'https:' && (url.hostname === 'slack.com' || url.hostname.endsWith('.slack.com'))) ||
    (url.origin === own.origin && isLoopback(own.hostname))
  return async (told) => {
    const file = told.file_access === 'check_file_info' && told.id ? await findFile(told.id) : told
    const address = addressOf(file)
    if (!isSlack(address)) throw fileRefused(`it lies outside Slack (${address.hostname})`)
    const response = await fetch(address, {
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000),
      headers: { authorization: `Bearer ${token}` },
    })
    if (response.status >= 300 && response.status < 400) throw fileRefused(signIn)
    // Instead of the file Slack may show the page on which people sign in.
    const isPage = response.ok && /^text\/html\b/.test(response.headers.get('content-type') ?? '')
    if (isPage && !/html/.test(`${file.mimetype} ${file.filetype}`)) throw fileRefused(signIn)
    return bytesOf(response, 'Slack')
  }
}

const signIn = 'Slack asks to sign in: the bot lacks the right to read files'

const isLoopback = (host: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(host)

/** What people make within Slack, and Slack lists among files. */
const madeInSlack = new Map([
  ['quip', 'canvas'],
  ['canvas', 'canvas'],
  ['list', 'list'],
])

const addressOf = (file: FileObject): URL => {
  if (file.mode === 'tombstone') throw fileRefused('it is no longer there')
  if (file.mode === 'hidden_by_limit') throw fileRefused('Slack hides it, because the workspace is beyond the limit of its plan')
  if (file.is_external || file.mode === 'external') throw fileRefused('it lies in another service, and only a link to it is in Slack')
  const made = madeInSlack.get(file.mode ?? '') ?? madeInSlack.get(file.filetype ?? '')
  if (made !== undefined) throw fileRefused(`it is a ${made} of Slack, which is no file that could be fetched`)
  if (isTooLarge(file.size ?? 0)) throw fileRefused(tooLarge)
  const address = file.url_private_download ?? file.url_private
  if (address === undefined || !URL.canParse(address)) throw fileRefused('Slack gives no address for it')
  return new URL(address)
}

const Found = z.looseObject({ file: FileObject })
const gone = new Set(['file_not_found', 'file_deleted'])
const closed = new Set(['access_denied', 'not_visible', 'no_permission', 'missing_scope'])

/** What Slack says of a file of which a delivery tells no more than its id: so it is with files of another company's channel. */
export const createFindFile =
  (call: Call) =>
  async (id: string): Promise<FileObject> => {
    const reply = await call('files.info', { file: id })
    if (reply.ok) return Found.parse(reply.body).file
    if (gone.has(reply.error)) throw fileRefused('it is no longer there')
    if (closed.has(reply.error)) throw fileRefused('Slack did not give us the right to read it')
    throw new SlackFailure('files.info', reply)
  }

// Which attachments of a message are files that people gave, and where their bytes are had.
import { z } from 'zod'
import { Refusal } from '../../contracts/refusal.ts'
import type { HeardFile } from '../platform.ts'
import type { Activity, Attachment } from './activity.ts'
import { type FetchFile, shareOf } from './files.ts'
import type { Graph, GraphMessage } from './graph.ts'

const downloadInfo = 'application/vnd.microsoft.teams.file.download.info'
const DownloadInfo = z.looseObject({ downloadUrl: z.string() })

export type FileReader = { fetchFile: FetchFile; graph: Graph; graphBase: string }

/** Files of an activity: a personal chat names where to download; a channel only points at them, so Graph is asked for the rest. */
export const filesIn = (activity: Activity, reader: FileReader, messagePath: string | undefined): HeardFile[] => {
  const attachments = activity.attachments ?? []
  const named = attachments.flatMap((attachment) => fileOf(attachment, reader) ?? [])
  if (named.length > 0 || messagePath === undefined) return named
  return pointersIn(attachments).map((id, index) => ({
    name: `attached file ${index + 1}`,
    fetch: () => fetchPointed(id, reader, messagePath),
  }))
}

const fileOf = (attachment: Attachment, reader: FileReader): HeardFile | undefined => {
  const name = attachment.name ?? 'file'
  if (attachment.contentType === downloadInfo) {
    const info = DownloadInfo.safeParse(attachment.content)
    return { name, fetch: async () => reader.fetchFile(info.success ? info.data.downloadUrl : '') }
  }
  if (attachment.contentType === 'reference' && attachment.contentUrl !== undefined) return shared(name, attachment.contentUrl, reader)
  return undefined
}

const shared = (name: string, contentUrl: string, reader: FileReader): HeardFile => ({
  name,
  fetch: () => reader.fetchFile(shareOf(reader.graphBase, contentUrl)),
})

/** The body of a channel message says `<attachment id="...">` where a file stands. */
const pointersIn = (attachments: Attachment[]): string[] => {
  const html = attachments.find((attachment) => attachment.contentType === 'text/html')?.content
  return typeof html === 'string' ? [...html.matchAll(/<attachment\s+id="([^"]+)"/g)].map((found) => String(found[1])) : []
}

const fetchPointed = async (id: string, reader: FileReader, messagePath: string): Promise<Uint8Array> => {
  const message = await reader.graph.message(messagePath)
  const file = message && filesOfGraph(message, reader).find((_, index) => referencesOf(message)[index]?.id === id)
  if (!file?.fetch) throw new Refusal('not-found', 'The file could not be kept: Teams did not say where it lies.')
  return file.fetch()
}

const referencesOf = (message: GraphMessage) =>
  (message.attachments ?? []).filter((attachment) => attachment.contentType === 'reference' && attachment.contentUrl !== undefined)

export const filesOfGraph = (message: GraphMessage, reader: FileReader): HeardFile[] =>
  referencesOf(message).map((attachment) => shared(attachment.name ?? 'file', attachment.contentUrl ?? '', reader))

// Reads the sample for its tests: the lists, the story and the text of each agreement.

import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import JSZip from 'jszip'
import { PDFParse } from 'pdf-parse'

export const SAMPLE = join(import.meta.dirname, '../../sample')

export type Row = Record<string, string>
export type Thread = {
  id: string
  platform: 'slack' | 'teams'
  conversation: string
  visibility: 'contract' | 'members'
  members: string[]
  outsiders: string[]
}
export type Said = {
  at: string
  kind: 'message'
  id: string
  thread: string
  author: string
  text: string
  reactions?: { at: string; by: string; emoji: string }[]
  edits?: { at: string; text: string }[]
  deletedAt?: string
}
export type Linked = { at: string; kind: 'link'; thread: string; contract: string; by: string }
export type Commanded = { at: string; kind: 'command'; by: string; thread?: string; text: string; cites?: string[] }
export type Story = { threads: Thread[]; events: (Said | Linked | Commanded)[] }

export const list = (name: string): Row[] => parse(readFileSync(join(SAMPLE, name), 'utf8'), { columns: true })
export const story = (): Story => JSON.parse(readFileSync(join(SAMPLE, 'story.json'), 'utf8')) as Story

/** The part of a .docx that holds its words, as XML. */
export async function documentXml(bytes: Buffer): Promise<string> {
  const part = (await JSZip.loadAsync(bytes)).file('word/document.xml')
  if (!part) throw new Error('not a .docx file')
  return part.async('string')
}

/** The words of a file, line breaks folded into spaces. */
export async function textOf(file: string, folder = join(SAMPLE, 'contracts')): Promise<string> {
  const bytes = readFileSync(join(folder, file))
  return (await words(bytes, extname(file))).replace(/\s+/g, ' ')
}

async function words(bytes: Buffer, extension: string): Promise<string> {
  if (extension === '.docx') {
    const xml = await documentXml(bytes)
    const spaced = xml.replace(/<w:tab\/>|<\/w:p>/g, ' ').replace(/<w:del .*?<\/w:del>/g, '')
    return spaced
      .replace(/<[^>]+>/g, '')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
  }
  if (extension === '.pdf') return (await new PDFParse({ data: new Uint8Array(bytes) }).getText({ pageJoiner: '' })).text
  return bytes.toString('utf8')
}

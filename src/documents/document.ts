// What a read file means to the rest of the house: its text and everything that must not be flattened into it.
import type { Meaning } from './meaning.ts'

export type DocumentType = 'docx' | 'pdf' | 'html' | 'text' | 'markdown' | 'mail'

/** A change that Word tracks; `at` is the time as the file states it. A changed field code stands in braces, a lone paragraph mark is ¶. */
export type Revision = { kind: 'inserted' | 'deleted' | 'moved' | 'formatting'; author: string; at: string | null; text: string }

/** A comment of the margin; `about` are the words that it is anchored to. */
export type DocumentComment = { author: string; at: string | null; text: string; about: string }

/** Offsets of a page in `text`, end exclusive. */
export type DocumentPage = { number: number; start: number; end: number }

/** The number that Word writes before a paragraph, such as "2.1" or "(a)": no part of `text`; `start` is where the paragraph begins. */
export type ParagraphNumber = { number: string; start: number }

export type Attachment = { name: string; type: string; bytes: Uint8Array }

export type MailAddress = { name: string; address: string }

/** What is odd about a mail; each flag also has its plain sentence in `warnings`. */
export type MailFlag =
  | 'date-missing'
  | 'date-unreadable'
  | 'date-repeated'
  | 'date-in-future'
  | 'from-missing'
  | 'from-repeated'
  | 'from-poses-as-address'
  | 'message-id-missing'
  | 'subject-line-break'
  | 'text-empty-but-html-not'
  | 'holds-other-mail'

/** `date` is ISO 8601 in UTC, and null whenever the header does not state one date beyond doubt. */
export type Mail = {
  from: MailAddress | null
  to: MailAddress[]
  cc: MailAddress[]
  date: string | null
  messageId: string | null
  subject: string
  rawHeaders: string
  flags: MailFlag[]
}

export type ReadDocument = {
  type: DocumentType
  /** Clean reading text: insertions in, deletions out; paragraphs and table rows end in a line break, cells in a tab. */
  text: string
  /** The text with [+insertions+] and [-deletions-] marked; only when there are any. */
  markedText?: string
  revisions: Revision[]
  comments: DocumentComment[]
  /** Text that Word does not show. */
  hiddenText: string[]
  /** Addresses that the file links to: http, https and mailto only, none of them followed. */
  links?: string[]
  pages?: DocumentPage[]
  /** Numbers of automatic numbering, kept apart from the text. */
  numbers?: ParagraphNumber[]
  attachments?: Attachment[]
  mail?: Mail
  /** Only where it was asked for. */
  meaning?: Meaning
  /** Plain sentences for people. */
  warnings: string[]
}

/**
 * `reason` fits into "This file could not be read: <reason>. The original is kept."; `isScan`: nothing is wrong with it, it holds pictures
 * of its pages and no text.
 */
export type Reading = { ok: true; document: ReadDocument } | { ok: false; reason: string; isScan?: true }

// A mail file: its words, who sent it when by its own account, what is odd about it, and its attachments unopened.
import PostalMime, { type Address, type Email } from 'postal-mime'
import { changeWarnings } from '../change-warnings.ts'
import type { Attachment, Mail, MailAddress, ReadDocument } from '../document.ts'
import { readHtmlText } from '../html/read-html.ts'
import { decodeText } from '../text/decode-text.ts'
import { Unreadable } from '../unreadable.ts'
import { headerBlock, looksLikeMail } from './looks-like-mail.ts'
import { contentFlags, flagSentences, senderFlags, statedDate } from './mail-flags.ts'

export const mailLimits = { parts: 100, nesting: 20, nestedMails: 3, headerBytes: 1_000_000 }

/** Reads a mail; `now` in milliseconds decides only whether its date lies ahead. @throws Unreadable when it is no mail or too much of one. */
export async function readMail(bytes: Uint8Array, now: number): Promise<ReadDocument> {
  if (!looksLikeMail(bytes)) throw new Unreadable('it has no mail headers')
  if (countParts(bytes) > mailLimits.parts) throw tooManyParts()
  const email = await parse(bytes)
  if (email.attachments.length > mailLimits.parts) throw tooManyParts()
  if (email.attachments.some((attachment) => attachment.rfc822DepthExceeded)) throw tooDeep()
  const mail = mailOf(email, bytes, now)
  const body = bodyOf(email)
  return {
    type: 'mail',
    ...body,
    attachments: email.attachments.map(attachmentOf),
    mail,
    warnings: [...mail.flags.map((flag) => flagSentences[flag]), ...changeWarnings(body)],
  }
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      maxNestingDepth: mailLimits.nesting,
      maxRfc822NestingDepth: mailLimits.nestedMails,
      maxHeadersSize: mailLimits.headerBytes,
    })
  } catch (error) {
    if (error instanceof Error && /nesting/i.test(error.message)) throw tooDeep()
    throw new Unreadable('its mail format is damaged', { cause: error })
  }
}

function mailOf(email: Email, bytes: Uint8Array, now: number): Mail {
  const { date, flags } = statedDate(email.headers, now)
  const rawSubject = email.headerLines.find((line) => line.key === 'subject')?.line ?? ''
  const holdsMail = /^content-type:[ \t]*message\/rfc822/im.test(latin(bytes))
  return {
    from: email.from === undefined ? null : (addresses([email.from])[0] ?? null),
    to: addresses(email.to),
    cc: addresses(email.cc),
    date,
    messageId: email.messageId?.trim() || null,
    subject: (email.subject ?? '').replace(/[\r\n\u2028\u2029]+\s*/g, ' ').trim(),
    rawHeaders: decodeText(bytes.subarray(0, headerBlock(latin(bytes)).length)),
    flags: [...flags, ...senderFlags(email.headers), ...contentFlags(email, rawSubject, holdsMail)],
  }
}

function addresses(list: readonly Address[] | undefined): MailAddress[] {
  return (list ?? []).flatMap((one) => one.group ?? [one]).map(({ name, address }) => ({ name, address }))
}

/** The plain text, or what the HTML shows where there is none. */
function bodyOf(email: Email): Pick<ReadDocument, 'text' | 'markedText' | 'revisions' | 'comments' | 'hiddenText'> {
  const plain = (email.text ?? '').trimEnd()
  if (plain !== '') return { text: plain.replace(/\r\n?/g, '\n'), revisions: [], comments: [], hiddenText: [] }
  const { text, markedText, revisions, comments, hiddenText } = readHtmlText(email.html ?? '')
  return { text, ...(markedText !== undefined && { markedText }), revisions, comments, hiddenText }
}

function attachmentOf({ filename, mimeType, content }: Email['attachments'][number]): Attachment {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
  return { name: filename ?? '', type: mimeType, bytes }
}

/** Parts by their boundary lines, counted before anything is parsed. */
function countParts(bytes: Uint8Array): number {
  const text = latin(bytes)
  const boundaries = new Set<string>()
  for (const [, quoted, plain] of text.matchAll(/boundary\s{0,5}=\s{0,5}(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/gi)) {
    boundaries.add(quoted ?? plain ?? '')
  }
  let parts = 0
  for (const [, line = ''] of text.matchAll(/^--(.{1,200}?)[ \t]*\r?$/gm)) if (boundaries.has(line)) parts++
  return parts
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}

function tooManyParts(): Unreadable {
  return new Unreadable(`the mail has more than ${mailLimits.parts} parts`)
}

function tooDeep(): Unreadable {
  return new Unreadable('mails or parts are nested in it too deeply')
}

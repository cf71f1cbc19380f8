// What is odd about a mail: each oddity has a flag for programs and a sentence for people.
import { addressParser, decodeWords, type Email, type Header } from 'postal-mime'
import type { MailFlag } from '../document.ts'
import { mailDate } from './mail-date.ts'

export const flagSentences: Record<MailFlag, string> = {
  'date-missing': 'The mail has no date.',
  'date-unreadable': 'The date of the mail cannot be read; none was recorded.',
  'date-repeated': 'The mail states several dates; none was recorded.',
  'date-in-future': 'The mail is dated in the future.',
  'from-missing': 'The mail does not say who sent it.',
  'from-repeated': 'The mail names several senders.',
  'from-poses-as-address': "The sender's display name looks like another mail address.",
  'message-id-missing': 'The mail has no Message-ID.',
  'subject-line-break': 'The subject of the mail holds a line break; it was made one line.',
  'text-empty-but-html-not': 'The plain text of the mail is empty while its HTML is not; the HTML was read.',
  'holds-other-mail': 'The mail holds another mail.',
}

/** How far a sender's clock may run ahead before its date is odd. */
const clockSkewMilliseconds = 24 * 3_600_000

/** The one date that the headers state beyond doubt, or null with the flag that says why. */
export function statedDate(headers: readonly Header[], now: number): { date: string | null; flags: MailFlag[] } {
  const values = headerValues(headers, 'date')
  if (values.length === 0) return { date: null, flags: ['date-missing'] }
  if (values.length > 1) return { date: null, flags: ['date-repeated'] }
  const date = mailDate(values[0] ?? '')
  if (date === null) return { date, flags: ['date-unreadable'] }
  return { date, flags: Date.parse(date) > now + clockSkewMilliseconds ? ['date-in-future'] : [] }
}

/** What is odd about who sent it. */
export function senderFlags(headers: readonly Header[]): MailFlag[] {
  const values = headerValues(headers, 'from')
  const senders = values.flatMap((value) => addressParser(value, { flatten: true }))
  const flags: MailFlag[] = []
  if (senders.every((sender) => (sender.address ?? '') === '')) flags.push('from-missing')
  if (values.length > 1 || senders.length > 1) flags.push('from-repeated')
  if (senders.some((sender) => poses(decodeWords(sender.name), sender.address ?? ''))) flags.push('from-poses-as-address')
  return flags
}

function poses(name: string, address: string): boolean {
  const claimed = /[^\s<>"'@]{1,64}\s?[@＠﹫]\s?[^\s<>"'@]{1,255}/.exec(name)?.[0]
  return claimed !== undefined && claimed.replace(/\s/g, '').toLowerCase() !== address.toLowerCase()
}

/** What is odd about its identity, subject and body. */
export function contentFlags(email: Email, rawSubject: string, holdsMail: boolean): MailFlag[] {
  const flags: MailFlag[] = []
  if ((email.messageId ?? '').trim() === '') flags.push('message-id-missing')
  if (breaksLine(rawSubject, email.subject ?? '')) flags.push('subject-line-break')
  if ((email.text ?? '').trim() === '' && (email.html ?? '').trim() !== '') flags.push('text-empty-but-html-not')
  if (holdsMail) flags.push('holds-other-mail')
  return flags
}

/** A break that was encoded, a bare one, or a fold that smuggles a header; ordinary folding is no break. */
function breaksLine(raw: string, decoded: string): boolean {
  return /[\r\n\u2028\u2029]/.test(decoded) || /\r(?!\n)/.test(raw) || /\n[ \t]+[A-Za-z-]{2,30}:[ \t]/.test(raw)
}

function headerValues(headers: readonly Header[], key: string): string[] {
  return headers.filter((header) => header.key === key).map((header) => header.value)
}

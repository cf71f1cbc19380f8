// Whether bytes begin as a mail begins: header lines, at least one of which only mails have.

const mailHeaders = /^(from|to|cc|subject|date|message-id|received|return-path|mime-version|delivered-to|reply-to|x-mailer|content-type):/im
const headerLine = /^[!-9;-~]{1,76}:/

/** True when the first line is a header and the head of the file holds one that a mail has. */
export function looksLikeMail(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16_384)).toString('latin1')
  // Mailboxes put "From sender date" before the first header.
  const lines = head.replace(/^\s+/, '').replace(/^>?From .*\r?\n/, '')
  return headerLine.test(lines) && mailHeaders.test(headerBlock(lines))
}

/** Everything before the first empty line. */
export function headerBlock(text: string): string {
  const end = /\r?\n\r?\n|\r\r/.exec(text)
  return end === null ? text : text.slice(0, end.index)
}

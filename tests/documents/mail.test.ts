// Mails through the reader: their words and senders, what is odd about them, and what is refused.
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { mailDate } from '../../src/documents/mail/mail-date.ts'
import { createReader, type ReadDocument } from '../../src/documents/read-document.ts'
import { makeMail } from './make-files.ts'

const clock = Date.parse('2026-06-01T12:00:00Z')
const reader = createReader({ children: 1 }, () => clock)
afterAll(() => reader.close())

async function read(bytes: Uint8Array): Promise<ReadDocument & { mail: NonNullable<ReadDocument['mail']> }> {
  const reading = await reader.read(bytes, 'message.eml')
  if (!reading.ok) throw new Error(reading.reason)
  const { mail } = reading.document
  if (mail === undefined) throw new Error('no mail')
  return { ...reading.document, mail }
}

const multipart = (boundary: string): Record<string, string> => ({
  'MIME-Version': '1.0',
  'Content-Type': `multipart/mixed; boundary="${boundary}"`,
})
const part = (boundary: string, headers: string, body: string): string => `--${boundary}\r\n${headers}\r\n\r\n${body}\r\n`

describe('what a mail says', () => {
  test('a plain mail without oddities', async () => {
    const bytes = makeMail({ Cc: 'Team: Zoë <zoe@example.com>, kim@example.com;' })
    expect(await read(bytes)).toMatchObject({
      type: 'mail',
      text: 'Ninety days, as agreed.',
      warnings: [],
      attachments: [],
      mail: {
        from: { name: 'Ana Lima', address: 'ana@example.com' },
        to: [{ name: 'Lee Park', address: 'lee@example.org' }],
        cc: [
          { name: 'Zoë', address: 'zoe@example.com' },
          { name: '', address: 'kim@example.com' },
        ],
        date: '2026-03-03T09:15:00.000Z',
        messageId: '<1@example.com>',
        subject: 'Renewal terms',
        flags: [],
      },
    })
  })

  test('raw headers are kept to the letter', async () => {
    const bytes = makeMail({ 'X-Odd': 'a\tb', Received: ['from a', 'from b\r\n\tby c'] })
    const { mail } = await read(bytes)
    expect(bytes.toString().startsWith(`${mail.rawHeaders}\r\n\r\n`)).toBe(true)
  })

  test('attachments come out whole and unopened, whatever their name', async () => {
    const content = Buffer.from(Array.from({ length: 600 }, (_byte, index) => index % 256))
    const name = '../../x\u202efdp.exe'
    const body =
      part('b', 'Content-Type: text/plain', 'See attached.') +
      part(
        'b',
        `Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64`,
        content.toString('base64'),
      ) +
      '--b--'
    const document = await read(makeMail(multipart('b'), body))
    expect(document.text).toBe('See attached.')
    expect(document.attachments).toHaveLength(1)
    expect(document.attachments?.[0]).toMatchObject({ name, type: 'application/pdf' })
    expect(Buffer.from(document.attachments?.[0]?.bytes ?? [])).toEqual(content)
  })

  test('words in other encodings', async () => {
    const headers = {
      Subject: '=?iso-8859-1?Q?Verl=E4ngerung?=',
      From: '=?utf-8?B?Wm/Dqw==?= <zoe@example.com>',
      'Content-Type': 'text/plain; charset=windows-1252',
      'Content-Transfer-Encoding': 'quoted-printable',
    }
    const document = await read(makeMail(headers, 'Geb=FChr: 5 =80'))
    expect(document).toMatchObject({ text: 'Gebühr: 5 €', mail: { subject: 'Verlängerung', from: { name: 'Zoë' } } })
  })
})

describe('what is odd', () => {
  const html = { 'Content-Type': 'text/html; charset=utf-8' }
  test.each<[string, Record<string, string | string[] | undefined>, string[]]>([
    ['no date', { Date: undefined }, ['date-missing']],
    ['bad date', { Date: 'soon' }, ['date-unreadable']],
    ['31 June', { Date: 'Wed, 31 Jun 2026 10:00:00 +0000' }, ['date-unreadable']],
    ['two dates', { Date: ['Tue, 03 Mar 2026 10:15:00 +0100', 'Tue, 03 Mar 2020 10:15:00 +0100'] }, ['date-repeated']],
    ['a day ahead is still a clock', { Date: 'Tue, 02 Jun 2026 10:00:00 +0000' }, []],
    ['future', { Date: 'Sat, 01 Jan 2033 10:00:00 +0000' }, ['date-in-future']],
    ['two From headers', { From: ['a@example.com', 'b@example.com'] }, ['from-repeated']],
    ['two senders in one', { From: 'a@example.com, b@example.com' }, ['from-repeated']],
    ['no From', { From: undefined }, ['from-missing']],
    ['empty From', { From: '<>' }, ['from-missing']],
    ['display name that poses', { From: '"ceo@example.com" <x@elsewhere.test>' }, ['from-poses-as-address']],
    ['encoded display name that poses', { From: '=?utf-8?B?Y2VvQGV4YW1wbGUuY29t?= <x@elsewhere.test>' }, ['from-poses-as-address']],
    ['display name with a wide at sign', { From: '"ceo＠example.com" <x@elsewhere.test>' }, ['from-poses-as-address']],
    ['display name that is the address', { From: '"Ana@example.com" <ana@example.com>' }, []],
    ['no Message-ID', { 'Message-ID': undefined }, ['message-id-missing']],
    ['folded subject', { Subject: 'Renewal\r\n terms' }, []],
    ['encoded break in the subject', { Subject: '=?utf-8?Q?Renewal=0D=0ABcc:_x@example.com?=' }, ['subject-line-break']],
    ['header smuggled by a fold', { Subject: 'Renewal\r\n Bcc: x@example.com' }, ['subject-line-break']],
    ['HTML and no text', html, ['text-empty-but-html-not']],
    ['another mail inside', { 'Content-Type': 'message/rfc822' }, ['holds-other-mail']],
  ])('%s', async (_name, headers, flags) => {
    const { mail, warnings } = await read(makeMail(headers))
    expect(mail.flags).toEqual(flags)
    expect(warnings).toHaveLength(flags.length)
    expect(mail.subject).not.toMatch(/[\r\n]/)
    if (flags.some((flag) => /^date-(missing|unreadable|repeated)$/.test(flag))) expect(mail.date).toBeNull()
    else expect(mail.date).not.toBeNull()
  })

  test('text of 50,000 nested blocks is found', async () => {
    const body = `${'<div>'.repeat(50_000)}Ninety days${'</div>'.repeat(50_000)}`
    expect((await read(makeMail(html, body))).text).toBe('Ninety days')
  })

  test('what the HTML hides or changes is told beside what it shows', async () => {
    const body = '<div style="display:none">Preheader</div><p>Notice: <del>thirty</del><ins>sixty</ins> days</p>'
    const document = await read(makeMail(html, body))
    expect(document).toMatchObject({ type: 'mail', text: 'Notice: sixty days', markedText: 'Notice: [-thirty-][+sixty+] days' })
    expect(document.hiddenText).toEqual(['Preheader'])
    expect(document.warnings).toContain('Hidden text is present (1 passage).')
  })

  test('a mail inside a mail is read with its sender shown, to three levels', async () => {
    expect((await read(makeMail({ 'Content-Type': 'message/rfc822' }, nest(2)))).text).toContain('innermost')
    expect(await reader.read(makeMail({ 'Content-Type': 'message/rfc822' }, nest(6)), 'a.eml')).toEqual({
      ok: false,
      reason: 'mails or parts are nested in it too deeply',
    })
  })

  function nest(levels: number): string {
    if (levels === 0) return makeMail({}, 'innermost').toString()
    return makeMail({ 'Content-Type': 'message/rfc822' }, nest(levels - 1)).toString()
  }
})

describe('refused', () => {
  const parts = (count: number): Buffer => makeMail(multipart('b'), `${part('b', 'Content-Type: text/plain', 'x').repeat(count)}--b--`)
  const nested = (levels: number): string =>
    levels === 0
      ? 'Content-Type: text/plain\r\n\r\nx'
      : `Content-Type: multipart/mixed; boundary="n${levels}"\r\n\r\n--n${levels}\r\n${nested(levels - 1)}\r\n--n${levels}--`

  test.each<[string, Buffer, string]>([
    ['no headers', Buffer.from('Just words\r\n\r\nand more'), 'it has no mail headers'],
    ['headers that no mail has', Buffer.from('Note: x\r\nTerm: y\r\n\r\nwords'), 'it has no mail headers'],
    ['a binary renamed', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(400)]), 'it has no mail headers'],
    ['a program renamed', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400)]), 'it is a program, not a document'],
    ['101 parts', parts(101), 'the mail has more than 100 parts'],
    ['10,000 parts', parts(10_000), 'the mail has more than 100 parts'],
    ['parts nested 30 deep', Buffer.from(`From: a@example.com\r\n${nested(30)}`), 'mails or parts are nested in it too deeply'],
    ['headers without end', makeMail({ 'X-Long': 'x'.repeat(1_100_000) }), 'its mail format is damaged'],
  ])('%s', async (_name, bytes, reason) => {
    expect(await reader.read(bytes, 'message.eml')).toEqual({ ok: false, reason })
  })

  test('100 parts are read', async () => {
    expect((await read(parts(100))).text.match(/x/g)).toHaveLength(100)
  })
})

describe('dates', () => {
  test.each<[string, string | null]>([
    ['Tue, 3 Mar 2026 10:15:00 +0100', '2026-03-03T09:15:00.000Z'],
    ['3 mar 2026 10:15 -0000 (a comment)', '2026-03-03T10:15:00.000Z'],
    ['Tue, 03 Mar 2026 10:15:00 EST', '2026-03-03T15:15:00.000Z'],
    ['Tue, 03 Mar 2026 23:59:60 GMT', '2026-03-03T23:59:59.000Z'],
    ['Sat, 29 Feb 2028 00:00:00 +1400', '2028-02-28T10:00:00.000Z'],
    ['Sun, 29 Feb 2026 00:00:00 +0000', null],
    ['Tue, 03 Mar 2026 24:00:00 +0000', null],
    ['Tue, 03 Mar 2026 10:61:00 +0000', null],
    ['Tue, 03 Mar 2026 10:15:00 +9900', null],
    ['Tue, 03 Mar 2026 10:15:00', null],
    ['Tue, 03 Mar 2026 10:15:00 XYZ', null],
    ['2026-03-03T10:15:00Z', null],
    ['03/04/2026', null],
    ['', null],
    [`Tue, 03 Mar 2026 ${' '.repeat(200)}10:15:00 +0000`, null],
  ])('%s', (value, date) => {
    expect(mailDate(value)).toBe(date)
  })

  test('every instant written as RFC 5322 says comes back, and nothing else becomes a date', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
        const whole = new Date(Math.floor(date.getTime() / 1000) * 1000)
        expect(mailDate(whole.toUTCString())).toBe(whole.toISOString())
      }),
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (value) => {
        expect(mailDate(value)).toBeNull()
      }),
    )
  })
})

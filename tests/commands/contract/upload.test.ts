// `upload` and `file`: every kind of file is kept as it came and read if it can be; the executed document is the one that is fetched.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeMail, makePdf, makeWord, paragraph, run } from '../../documents/make-files.ts'
import { expectAnswer, fileOf, type Office, openOffice } from '../office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const upload = (line: string, ...files: ReturnType<typeof fileOf>[]) => office.ask('ana', line, { files })
const documents = async () => (await office.entries('C-1', 'document')).map(({ payload }) => payload)
const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

/** A mail with two files in it. */
const mailWithFiles = () => {
  const part = (name: string, type: string, text: string) =>
    `--b\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(text).toString('base64')}\r\n`
  const body = `--b\r\nContent-Type: text/plain\r\n\r\nPlease find both.\r\n${part('terms.txt', 'text/plain', 'Terms about marmots.')}${part('notes.md', 'text/markdown', '# Notes\n\nAbout ibexes.')}--b--\r\n`
  return makeMail({ 'Content-Type': 'multipart/mixed; boundary=b' }, body)
}

describe('upload', () => {
  it('keeps a document, records who and how, and finds its words afterwards', async () => {
    const answer = await upload('upload C-1', fileOf('MSA.txt', 'The parties agree on porcupines.'))
    expectAnswer('upload', answer)
    const [entry] = await office.entries('C-1', 'document')
    expect(entry).toMatchObject({ actor: office.ana.id, source: 'typed', at: '2026-11-24T10:00:00.000Z' })
    const hash = sha256('The parties agree on porcupines.')
    expect(entry?.key).toBe(`document:${hash}`)
    expect(entry?.payload).toEqual({ sha256: hash, name: 'MSA.txt', size: 32, type: 'text', warnings: [], hasText: true })
    expect((await office.ask('bob', 'find porcupines')).card.summary).toMatch(/^1 contract: C-1/)
  })

  it.each([
    ['a Word file', 'w.docx', () => makeWord(paragraph(run('All about wolverines.'))), 'docx', 'wolverines'],
    ['a PDF', 'p.pdf', async () => makePdf(['All about pangolins.']), 'pdf', 'pangolins'],
    ['Markdown', 'm.md', async () => '# Terms\n\nAll about meerkats.', 'markdown', 'meerkats'],
    ['a mail', 'e.eml', async () => makeMail({}, 'All about echidnas.'), 'mail', 'echidnas'],
  ])('reads %s', async (_title, name, make, type, word) => {
    const answer = await upload('upload C-1', fileOf(name, await make()))
    expect(answer.refusal?.message).toBeUndefined()
    expect((await documents()).at(-1)).toMatchObject({ name, type, hasText: true })
    expect((await office.ask('bob', `find ${word}`)).card.summary).toMatch(/^1 contract: C-1/)
  })

  it.each([
    ['a scan', 'scan.pdf', async () => makePdf(['']), /A scan: it has no text/],
    ['a truncated PDF', 'cut.pdf', async () => makePdf(['x']).subarray(0, 60), /^This file could not be read: .*The original is kept\.$/],
    ['a truncated Word file', 'cut.docx', async () => (await makeWord(paragraph(run('x')))).subarray(0, 200), /could not be read/],
    ['a program by another name', 'contract.docx', async () => new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0]), /could not be read/],
    ['an empty file', 'empty.txt', async () => new Uint8Array(0), /./],
    ['a picture', 'photo.png', async () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /could not be read/],
  ])('keeps %s although it can not be read, and says why', async (_title, name, make, warning) => {
    const bytes = await make()
    const answer = await upload('upload C-1', fileOf(name, bytes))
    expect(answer.failure ?? answer.refusal?.message).toBeUndefined()
    const kept = (await documents()).at(-1)
    expect(kept).toMatchObject({ name, hasText: false, sha256: sha256(bytes) })
    expect(kept?.warnings.join(' ')).toMatch(warning)
    expect(Buffer.from(await office.store.files.read(sha256(bytes)))).toEqual(Buffer.from(bytes))
    expect(JSON.stringify(answer.card)).toContain(JSON.stringify(kept?.warnings[0]).slice(1, 40))
  })

  it('takes a mail apart: itself and each of its attachments is a document', async () => {
    const before = (await documents()).length
    const answer = await upload('upload C-1', fileOf('Fwd.eml', mailWithFiles()))
    expectAnswer('upload-mail', answer)
    expect((await documents()).slice(before).map(({ name, type }) => [name, type])).toEqual([
      ['Fwd.eml', 'mail'],
      ['terms.txt', 'text'],
      ['notes.md', 'markdown'],
    ])
    for (const word of ['marmots', 'ibexes']) expect((await office.ask('bob', `find ${word}`)).card.summary).toMatch(/^1 contract: C-1/)
  })

  it('takes several files at once, and the same bytes twice as one document', async () => {
    const before = (await documents()).length
    await upload('upload C-1', fileOf('one.txt', 'One.'), fileOf('two.txt', 'Two.'))
    const again = await upload('upload C-1', fileOf('one again.txt', 'One.'))
    expect(await documents()).toHaveLength(before + 2)
    expect(again.card.elements[1]).toMatchObject({ text: 'one.txt (4 bytes) was here already, nothing new was recorded' })
  })

  it('is one document however often the same act is delivered', async () => {
    const before = (await documents()).length
    const act = { id: 'one-upload', files: [fileOf('act.txt', 'Act.')] }
    const [first, again] = await Promise.all([1, 2].map(() => office.ask('ana', 'upload C-1', act)))
    expect(first?.card).toEqual(again?.card)
    expect(JSON.stringify(first?.card)).toContain('1 word read; find searches it.')
    expect(await documents()).toHaveLength(before + 1)
  })

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['a.pdf\u0000.exe', 'a.pdf.exe'],
    ['\u202Efdp.exe', 'fdp.exe'],
    ['<b>x</b>|y?.txt', 'b__y_.txt'],
  ])('shows the name %j as a safe one', async (typed, shown) => {
    await upload('upload C-1', fileOf(typed, `Named ${typed}`))
    expect((await documents()).at(-1)?.name).toBe(shown)
  })

  it('without a file answers with a personal page', async () => {
    const answer = await office.ask('ana', 'upload C-1')
    expectAnswer('upload-page', answer)
    expect(await office.entries('C-1', 'file_read')).toEqual([])
  })

  it.each([
    ['upload C-1 executed:someday', /someday/],
    ['upload C-7', /no contract C-7/],
    ['upload C-1 executed:2026-02-31', /no 31 February 2026/],
    ['upload C-1 executed:2027-06-01', /2027-06-01 is still to come/],
  ])('refuses %s and keeps nothing', async (line, message) => {
    const before = (await documents()).length
    const { refusal } = await upload(line, fileOf('x.txt', `For ${line}`))
    expect(refusal?.message).toMatch(message)
    expect(refusal?.next).toMatch(/./)
    expect(await documents()).toHaveLength(before)
  })
})

describe('file', () => {
  it('fetches the last document where none was executed, and records that it was taken', async () => {
    const made = await office.contract({ title: 'Filed' }, office.ana)
    expect((await office.ask('bob', `file ${made.id}`)).refusal).toMatchObject({
      message: `${made.id} has no document yet.`,
      next: `Add one: upload ${made.id}`,
    })
    await upload(`upload ${made.id}`, fileOf('draft 1.txt', 'Draft one.'))
    await upload(`upload ${made.id}`, fileOf('draft 2.txt', 'Draft two.'))
    const answer = await office.ask('bob', `file ${made.id}`)
    expectAnswer('file', answer)
    expect(answer.files).toEqual([{ sha256: sha256('Draft two.'), name: 'draft 2.txt' }])
    const [read] = await office.entries(made.id, 'file_read')
    expect(read).toMatchObject({ actor: office.bob.id, source: 'typed', payload: { sha256: sha256('Draft two.'), name: 'draft 2.txt' } })
  })

  it('leaves a contract ended that has ended since it was signed', async () => {
    const { id } = await office.contract({ title: 'Long gone', status: 'terminated', team: 'cs' }, office.ana)
    await office.ask('ana', `upload ${id} executed:2024-03-31`, { files: [fileOf('Signed long ago.txt', 'Signed.')] })
    expect((await office.store.contracts.state(id))?.fields.status?.value).toBe('terminated')
  })

  it('fetches the executed document from then on, and sets the status; another by its name', async () => {
    await upload('upload C-2 executed:2026-03-31', fileOf('Signed.txt', 'Signed.'))
    await upload('upload C-2', fileOf('draft 3.txt', 'Draft three.'))
    const status = (await office.entries('C-2', 'field')).map(({ payload }) => payload)
    expect(status).toEqual([{ field: 'status', value: 'executed', source: 'Signed.txt' }])
    expect((await office.ask('bob', 'file C-2')).files).toEqual([{ sha256: sha256('Signed.'), name: 'Signed.txt' }])
    expect((await office.ask('bob', 'file C-2 "draft 1"')).files).toEqual([{ sha256: sha256('Draft one.'), name: 'draft 1.txt' }])
    expect((await office.ask('bob', 'file C-2 "amendment"')).refusal?.message).toBe('No document of C-2 is called "amendment".')
  })

  it('is recorded once however often the same act is delivered', async () => {
    const before = (await office.entries('C-2', 'file_read')).length
    await Promise.all([1, 2].map(() => office.ask('bob', 'file C-2', { id: 'one-read' })))
    expect(await office.entries('C-2', 'file_read')).toHaveLength(before + 1)
  })
})

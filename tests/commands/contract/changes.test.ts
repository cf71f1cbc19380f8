// `changes`: what is tracked in a Word file is shown as such, insertions apart from deletions, with who and when.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeWord, paragraph, run } from '../../documents/make-files.ts'
import { buttonsOf, expectAnswer, fileOf, type Office, openOffice } from '../office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const inserted = (author: string, words: string) =>
  `<w:ins w:id="1" w:author="${author}" w:date="2026-11-02T10:00:00Z">${run(words)}</w:ins>`
const deleted = (author: string, words: string) =>
  `<w:del w:id="2" w:author="${author}" w:date="2026-11-03T10:00:00Z"><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`

it('lists each tracked change, from the button of the upload too, and searches the clean text', async () => {
  const body = paragraph(run('Payment within '), deleted('Rhys', 'thirty'), inserted('Kim', 'forty-five'), run(' days.'))
  const uploaded = await office.ask('ana', 'upload C-1', { files: [fileOf('redline.docx', await makeWord(body))] })
  expectAnswer('changes', await office.press('ana', uploaded, 'Changes'))
  expect((await office.ask('bob', 'find forty-five')).card.summary).toMatch(/^1 contract/)
  expect((await office.ask('bob', 'find thirty')).card.summary).toBe('Nothing found.')
})

it('says how much of a long change it leaves out', async () => {
  await office.ask('ana', 'upload C-1', { files: [fileOf('long.docx', await makeWord(paragraph(inserted('Kim', 'word '.repeat(200)))))] })
  expect(JSON.stringify((await office.ask('ana', 'changes C-1 long')).card)).toContain('… (720 more characters)')
})

it('says so where there are none, offers no button, and refuses what is not there or can not be read', async () => {
  const plain = await office.ask('ana', 'upload C-1', { files: [fileOf('plain.txt', 'Nothing is tracked here.')] })
  expect(buttonsOf(plain.card).map(({ label }) => label)).not.toContain('Changes')
  expect((await office.ask('bob', 'changes C-1 plain')).card.summary).toMatch(/^plain\.txt has no tracked changes, comments or hidden text/)
  const last = await office.ask('bob', 'changes C-1')
  expect(JSON.stringify(last.card)).toContain('Other documents of C-1 hold some too.')
  expect(JSON.stringify((await office.press('bob', last, 'redline.docx')).card)).toContain('forty-five')
  expect((await office.ask('bob', 'changes C-1 nowhere')).refusal?.kind).toBe('not-found')
  await office.ask('ana', 'upload C-1', { files: [fileOf('photo.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]))] })
  expect((await office.ask('bob', 'changes C-1 photo')).refusal?.next).toBe('Fetch it as it is: file C-1')
})

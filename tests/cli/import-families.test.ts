// `throughline import` brings families along: what amends, renews or stands under what, by the CSV's columns parent, relation and order.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFamilyCells } from '../../src/cli/family-cells.ts'
import { Refusal } from '../../src/contracts/refusal.ts'
import { makePlace, type Place, runIn } from './program.ts'

let place: Place
let root: string
beforeAll(async () => {
  place = await makePlace()
  root = await mkdtemp(join(tmpdir(), 'throughline-families-'))
})
afterAll(async () => {
  await place.remove()
  await rm(root, { recursive: true, force: true })
})

type Line = { file: string; outcome: string; contract: string; reason: string }
let runs = 0
const imported = async (folder: string, csv: string) => {
  runs += 1
  const fields = join(root, `fields-${runs}.csv`)
  const report = join(root, `report-${runs}.csv`)
  await writeFile(fields, csv)
  const { code, output, errors } = await runIn(place, 'import', folder, '--fields', fields, '--report', report)
  expect(errors).toBe('')
  const lines = parse(await readFile(report, 'utf8'), { columns: true }) as Line[]
  return { code, output, lines: Object.fromEntries(lines.map((line) => [line.file, line])) }
}
const ask = async (line: string) => (await runIn(place, 'ask', line)).output
const folderWith = async (name: string, ...files: string[]) => {
  const folder = join(root, name)
  await mkdir(folder)
  for (const file of files) await writeFile(join(folder, file), `AGREEMENT ${name} ${file}\n\nAll about it.`)
  return folder
}

describe('a company that brings its families in one go', () => {
  const head = 'file,title,type,status,effective,expires,sla,parent,relation,order\n'
  const rows = [
    'msa.txt,Acme MSA,msa,executed,2024-01-01,2026-12-31,99.5 %,,,',
    'amendment-1.txt,Acme amendment 1,,executed,2025-03-01,,99.9 %,msa.txt,amendment,1',
    'amendment-2.txt,Acme amendment 2,amendment,executed,2025-03-01,,99.95 %,msa.txt,,2',
    'order.txt,Acme order form,,executed,2024-02-01,2026-12-31,,msa.txt,order form,',
    'work.txt,Acme pilot,,executed,2024-02-01,,,msa.txt,SOW,',
    'both.txt,Acme price change,amendment,draft,2026-01-01,,,msa.txt; order.txt,,',
    'next.txt,Acme MSA 2027,msa,executed,2027-01-01,2028-12-31,,msa.txt,renewal,',
    'nda.txt,Acme NDA,nda,executed,2023-12-01,,,,,',
  ]
  let ids: Record<string, string>
  beforeAll(async () => {
    const folder = await folderWith('acme', ...rows.map((row) => row.split(',')[0] as string))
    const { code, lines } = await imported(folder, head + rows.join('\n'))
    expect(Object.values(lines).filter(({ outcome }) => outcome !== 'ok')).toEqual([])
    expect(code).toBe(0)
    ids = Object.fromEntries(Object.values(lines).map(({ file, contract }) => [file, contract]))
    const msa = `${ids['msa.txt']} Acme MSA`
    expect(lines['amendment-1.txt']?.reason).toBe(`amends ${msa}`)
    expect(lines['order.txt']?.reason).toBe(`stands under ${msa}`)
    expect(lines['next.txt']?.reason).toBe(`renews ${msa} (changes nothing yet)`)
    expect(lines['both.txt']?.reason).toBe(
      `amends ${msa} (changes nothing: it is a draft); amends ${ids['order.txt']} Acme order form (changes nothing: it is a draft)`,
    )
    expect(lines['nda.txt']?.reason).toBe('')
  })

  it('finds them as families, with the type that the kind of paper says', async () => {
    const family = await ask(`show ${ids['msa.txt']} family`)
    for (const file of ['amendment-1.txt', 'amendment-2.txt']) expect(family).toMatch(new RegExp(`${ids[file]} Acme +amends`))
    expect(family).toMatch(new RegExp(`${ids['next.txt']} Acme MSA +renews ${ids['msa.txt']}`))
    for (const file of ['order.txt', 'work.txt']) expect(family).toMatch(new RegExp(`${ids[file]} Acme .* +stands under ${ids['msa.txt']}`))
    expect(family.match(new RegExp(`${ids['both.txt']} Acme price +amends`, 'g'))).toHaveLength(2)
    expect(family).not.toContain(`${ids['nda.txt']} `)
    expect(await ask(`show ${ids['work.txt']}`)).toMatch(/Type: +SOW/)
    expect(await ask(`show ${ids['amendment-1.txt']}`)).toMatch(/Type: +amendment/)
  })

  it('is ruled by what amends it, from its day on', async () => {
    expect(await ask(`show ${ids['msa.txt']} on:2025-02-28`)).toMatch(/SLA uptime:? +99\.5 %/)
    expect(await ask(`show ${ids['msa.txt']} on:2025-03-01`)).toMatch(/SLA uptime:? +99\.95 %/)
  })

  it('run again links nothing twice, and leaves out what somebody took out meanwhile', async () => {
    await ask(`family remove ${ids['work.txt']} from:${ids['msa.txt']}`)
    const { code, lines } = await imported(join(root, 'acme'), head + rows.join('\n'))
    expect(code).toBe(0)
    expect(lines['order.txt']?.reason).toBe(`imported before. stands under ${ids['msa.txt']} Acme MSA`)
    expect(lines['work.txt']?.reason).toBe(`imported before. stands under ${ids['msa.txt']} Acme MSA (no longer: it was changed since)`)
    expect(await ask(`show ${ids['msa.txt']} family`)).not.toContain(`${ids['work.txt']} `)
    expect((await runIn(place, 'verify')).code).toBe(0)
  })

  it('goes on later, under a contract that was imported before, by its number', async () => {
    const folder = await folderWith('later', 'amendment-3.txt')
    const { code, lines } = await imported(folder, `file,parent,relation\namendment-3.txt,${ids['msa.txt']?.toLowerCase()},amendment\n`)
    expect(code).toBe(0)
    expect(lines['amendment-3.txt']?.reason).toBe(
      `amends ${ids['msa.txt']} Acme MSA (changes nothing: whether it is executed is not known)`,
    )
  })
})

it('tells each row what is wrong with it, imports the others, and takes what was mended at the next run', async () => {
  const folder = await folderWith('wrong', 'a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt', 'f.txt', 'g.txt', 'h.txt', 'i.txt', 'photo.png')
  const head = 'file,type,parent,relation,order\n'
  const { code, output, lines } = await imported(
    folder,
    `${head}a.txt,msa,,,\nb.txt,msa,a.txt,,\nc.txt,amendment,aa.txt,,\nd.txt,amendment,a.txt,amendmend,\ne.txt,amendment,,amends,\nf.txt,amendment,C-9999,,\n` +
      'g.txt,amendment,g.txt,,\nh.txt,amendment,i.txt,,\ni.txt,amendment,h.txt,,first\nj.txt,msa,,,\nphoto.png,msa,,,\n',
  )
  expect(code).toBe(1)
  expect(output).toContain('1 imported, 0 skipped, 10 failed.')
  const reason = (file: string) => lines[file]?.reason
  expect(reason('b.txt')).toMatch(
    /^C-\d+ is imported, its family is not: How it belongs to its parent can not be told from its type\. Fill the column "relation": amendment, order form/,
  )
  expect(reason('c.txt')).toMatch(
    /^C-\d+ is imported, its family is not: Its parent "aa\.txt" is no file of this folder and no contract \(did you mean "a\.txt"\?\)\. Name the file/,
  )
  expect(reason('d.txt')).toMatch(
    /^The relation can't be "amendmend" \(did you mean "amendment"\?\)\. It is one of: amendment, order form, SOW/,
  )
  expect(reason('e.txt')).toMatch(/^The row says how it belongs to another contract, and not to which\. Fill the column "parent"/)
  expect(reason('f.txt')).toMatch(/Its parent "C-9999" is no file of this folder and no contract\./)
  expect(reason('g.txt')).toMatch(/^(C-\d+) is imported, its family is not: \1 can't belong to itself\./)
  expect(reason('h.txt')).toMatch(/Its parent i\.txt could not be imported\. Mend that file or its row/)
  expect(reason('i.txt')).toMatch(/^The order can't be "first"\. It is a number from 1 to 999/)
  expect(reason('j.txt')).toMatch(/^The folder has no such file \(did you mean ".\.txt"\?\)\.$/)
  expect(reason('photo.png')).toMatch(/^It is of no kind that is read: \.docx/)
  expect(lines['d.txt']?.contract).toBe('')

  const mended = await imported(
    folder,
    `${head}b.txt,msa,a.txt,renewal,\nc.txt,amendment,a.txt,,\nd.txt,amendment,a.txt,amendment,\nh.txt,amendment,i.txt,,\ni.txt,amendment,h.txt,,1\n`,
  )
  expect(mended.lines['b.txt']?.reason).toMatch(/^imported before\. renews C-\d+/)
  expect(mended.lines['c.txt']?.reason).toMatch(/^imported before\. amends C-\d+/)
  expect(mended.lines['d.txt']).toMatchObject({ outcome: 'ok', reason: expect.stringMatching(/^amends C-\d+/) })
  expect(mended.lines['h.txt']?.reason).toMatch(/^imported before\. amends C-\d+/)
  expect(mended.lines['i.txt']?.reason).toMatch(
    /C-\d+ is imported, its family is not: C-\d+ belongs to C-\d+, so C-\d+ can't belong to C-\d+ as well\./,
  )
})

describe('the cells of a row', () => {
  it.each([
    [{ parent: 'msa.txt' }, { parents: [{ parent: 'msa.txt', relation: undefined }], order: undefined, type: undefined }],
    [
      { parent: 'c142', relation: 'Statement of Work' },
      { parents: [{ parent: 'C-142', relation: 'under' }], order: undefined, type: 'sow' },
    ],
    [
      { parent: 'a.txt', relation: 'order-form', order: '3' },
      { parents: [{ parent: 'a.txt', relation: 'under' }], order: 3, type: 'order-form' },
    ],
    [
      { parent: 'a.txt;b.txt', relation: 'amends;renews' },
      {
        parents: [
          { parent: 'a.txt', relation: 'amends' },
          { parent: 'b.txt', relation: 'renews' },
        ],
        order: undefined,
        type: undefined,
      },
    ],
    [{}, undefined],
  ])('%j', (cells, wanted) => {
    expect(readFamilyCells(cells)).toEqual(wanted)
  })

  it.each([
    { parent: 'a;b', relation: 'amends;renews;under' },
    { order: '1' },
    { parent: 'a', order: '0' },
    { parent: 'a', relation: 'cousin' },
  ])('refuses %j with the next step', (cells) => {
    const refused = (() => {
      try {
        return readFamilyCells(cells)
      } catch (error) {
        return error
      }
    })()
    expect(refused).toBeInstanceOf(Refusal)
    expect((refused as Refusal).next).toMatch(/\S/)
  })
})

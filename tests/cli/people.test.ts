// `throughline people import` through the real program: the whole file is checked before anybody is changed.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importPeople } from '../../src/cli/import-people.ts'
import { openEntry } from '../../src/contracts/record/open-entry.ts'
import { openCompany, type TestCompany } from '../setup/company.ts'
import { makePlace, runIn } from './program.ts'
import { refusalIn } from './refusal-in.ts'

let company: TestCompany
let file: string
beforeAll(async () => {
  company = await openCompany()
  file = join(company.config.dataDirectory, 'people.csv')
})
afterAll(() => company.close())

const take = async (csv: string) => {
  await writeFile(file, csv)
  return importPeople(company.store, file, 'import')
}
const everybody = async () => (await company.store.people.list({ limit: 100 })).items
const header = 'email,name,team,manager,roles,zone,hours\n'

describe('people import', () => {
  it('makes people with teams, managers in any order, roles, zones and hours', async () => {
    expect(
      await take(
        `${header}Kim@home.example,Kim Lee,Legal,lee@home.example,legal;approver,Europe/Berlin,09:00-17:30\nlee@home.example,Lee Park,,,,,\n`,
      ),
    ).toBe(2)
    const lee = await company.store.people.ofEmail('lee@home.example')
    expect(await company.store.people.ofEmail('kim@home.example')).toMatchObject({
      ...{ name: 'Kim Lee', standing: 'member', team: 'legal', manager: lee?.id },
      ...{ roles: ['legal', 'approver'], zone: 'Europe/Berlin', hours: '09:00-17:30' },
    })
    const entries = (await company.store.record.entries('COMPANY')).flatMap((entry) => openEntry(entry) ?? [])
    expect(entries[0]?.entry).toMatchObject({ actor: 'import', source: 'import' })
  })

  it('leaves alone what the file has no column for, and takes back what is empty', async () => {
    await take('email,name\nkim@home.example,Kim Lee-Smith\n')
    expect(await company.store.people.ofEmail('kim@home.example')).toMatchObject({
      name: 'Kim Lee-Smith',
      roles: ['legal', 'approver'],
      team: 'legal',
    })
    await take('email,name,team,roles,manager\nkim@home.example,Kim Lee,,,\n')
    const kim = await company.store.people.ofEmail('kim@home.example')
    expect(kim).toMatchObject({ roles: [], zone: 'Europe/Berlin' })
    expect([kim?.team, kim?.manager]).toEqual([undefined, undefined])
  })

  it.each([
    ['an address that is none', 'new@home.example,New,,,,,\nkim,Kim,,,,,\n', /^Row 3 .*email must be an e-mail address/],
    ['no name', 'new@home.example,,,,,,\n', /^Row 2 .*name must be a name/],
    ['a role that is none', 'new@home.example,New,,,boss,,\n', /^Row 2 .*roles must be one of legal, approver/],
    ['a zone that is none', 'new@home.example,New,,,,Berlin,\n', /zone must be a time zone such as Europe\/Berlin/],
    ['hours that are none', 'new@home.example,New,,,,,always\n', /hours must be hours such as 09:00-17:30/],
    [
      'a manager nobody knows',
      'new@home.example,New,,zed@home.example,,,\n',
      /The manager zed@home.example of new@home.example is not known/,
    ],
    ['a manager of themselves', 'new@home.example,New,,new@home.example,,,\n', /own manager/],
    ['the same person twice', 'new@home.example,New,,,,,\nNEW@home.example,New,,,,,\n', /new@home.example has two rows/],
    ['too many cells', 'new@home.example,New,,,,,,,\n', /no CSV that can be read/],
  ])('refuses a file with %s, and changes nobody', async (_title, rows, message) => {
    const before = await everybody()
    const refusal = await refusalIn(take(`${header}first@home.example,First,,,,,\n${rows}`.replace('first@home.example,First,,,,,\n', '')))
    expect(refusal.message).toMatch(message)
    expect(refusal.next).toMatch(/./)
    expect(await everybody()).toEqual(before)
  })

  it('refuses a column that means nothing', async () => {
    expect((await refusalIn(take('email,name,rank\nnew@home.example,New,7\n'))).message).toMatch(/the columns rank mean nothing here/)
  })

  it('through the program says how many, and refuses with exit code 1', async () => {
    const place = await makePlace()
    await writeFile(file, `${header}kim@home.example,Kim,,,,,\n`)
    expect(await runIn(place, 'people', 'import', file)).toMatchObject({ code: 0, output: `1 people are as ${file} says.\n` })
    await writeFile(file, `${header}kim@home.example,Kim,,,boss,,\n`)
    expect(await runIn(place, 'people', 'import', file)).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/Nobody was changed\.\n$/),
    })
    expect(await runIn(place, 'people', 'import', '/nowhere.csv')).toMatchObject({
      code: 1,
      errors: expect.stringContaining('There is no file'),
    })
    await place.remove()
  })
})

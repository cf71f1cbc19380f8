// `find`: words, comparisons, words left out, pages; and whatever is pasted is compared, never a surprise.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../../src/bot/answer.ts'
import { buttonsOf, expectAnswer, fileOf, type Office, openOffice } from '../office.ts'

let office: Office
const named: Record<string, string> = {}

beforeAll(async () => {
  office = await openOffice()
  const { ana, lena, contract } = office
  named.acme = office.acme
  const make = async (name: string, ...given: Parameters<Office['contract']>) => {
    named[name] = (await contract(...given)).id
  }
  await make('nda', { title: 'Mutual NDA', counterparty: 'Zürich Wohlfahrt AG', type: 'nda', expirationDate: '2027-01-15' }, lena)
  await make(
    'order',
    { title: 'Order form 7', counterparty: 'Acme Ltd', type: 'order-form', value: { currency: 'EUR', minor: 25_000_000 } },
    ana,
  )
  await make(
    'colon',
    { title: 'Licence', parties: ['QUAGGA:The Company', 'L.L. Bean & Sons, L.L.C.', 'Foo -Bar Holding', 'A/S "Norden"'] },
    ana,
  )
  await make('secret', { title: 'Acme acquisition', counterparty: 'Acme Ltd' }, lena, true)
  await office.ask('ana', `upload ${office.acme}`, {
    files: [fileOf('msa.txt', 'MASTER AGREEMENT\n\nLiability is capped at the fees of twelve months, save for gross negligence.')],
  })
  await office.ask('ana', `note ${office.acme} "Olga said the wombat clause stays"`)
})
afterAll(() => office.close())

const found = ({ card }: Answer): string[] =>
  card.elements.flatMap((element) => {
    if (element.type === 'facts') return element.facts.map(({ label }) => label)
    return element.type === 'table' ? element.rows.map(({ cells }) => cells[0] ?? '') : []
  })

describe('what is found', () => {
  it.each([
    ['a word of the title', 'find msa', ['acme']],
    ['a word of the counterparty, names first and newest first', 'find acme', ['order', 'acme']],
    ['accents and case do not matter', 'find zurich WOHLFAHRT', ['nda']],
    ['a word of a document', 'find "gross negligence"', ['acme']],
    ['a word of talk', 'find wombat', ['acme']],
    ['a word left out', 'find acme -order -licence', ['acme']],
    ['a field', 'find type:nda', ['nda']],
    ['a field by another name, a person as "me"', 'find owner:me acme', ['order', 'acme']],
    ['a span of days', 'find expires<90d', ['nda']],
    ['a range of days', 'find expires:Q1', ['nda']],
    ['money above', 'find value>"EUR 100k"', ['order']],
    ['money above in another currency', 'find value>"USD 1"', []],
    ['a status that it is not: no value is none', 'find status!=in-negotiation acme', []],
    ['not that status, or none', 'find -status:in-negotiation acme', ['order']],
    ['one or the other', 'find type:nda or type:order-form', ['order', 'nda']],
    ['or binds looser than what stands side by side', 'find type:nda or type:order-form value>1m', ['nda']],
    ['parentheses', 'find (type:nda or type:order-form) value>100k', ['order']],
    ['not one of two', 'find acme -(type:order-form or wombat)', []],
    ['a phrase left out', 'find acme -"gross negligence"', ['order']],
    ['several values', 'find type:nda,order-form', ['order', 'nda']],
    ['a range of money in any currency', 'find value:100k..1m', ['order']],
    ['a field that is set, and one that is not', 'find type:any value:none', ['nda']],
    ['as a phone writes it', 'find type：“nda” or value&gt;100k', ['order', 'nda']],
    ['a number', 'find C-1', ['acme']],
    ['nothing at all', 'find', ['colon', 'order', 'nda', 'acme']],
  ])('%s: %s', async (_title, line, names) => {
    const answer = await office.ask('ana', line)
    expect(answer.refusal?.message).toBeUndefined()
    expect(found(answer)).toEqual(names.map((name) => named[name]))
  })

  it.each([
    'find QUAGGA:The Company',
    'find L.L. Bean & Sons, L.L.C.',
    'find L.L. Bean &amp; Sons, LLC',
    'find "Foo -Bar Holding"',
    'find Foo - Bar Holding',
    'find Foo --Bar Holding',
    'find A/S "Norden"',
    'find A/S “Norden”',
    'find Licence\nQUAGGA: The Company',
  ])('a name as it was pasted: %j', async (line) => {
    expect(found(await office.ask('ana', line))).toEqual([named.colon])
  })

  it('says that a comparison was read as words, or which word was left out', async () => {
    expect(await office.read('ana', 'find QUAGGA:The Company')).toContain('"QUAGGA:The" is read as words, because it names no field')
    expect(await office.read('ana', 'find acme -order')).toContain('without the word order')
  })

  it('shows the passage, the field that was compared, and the next moves', async () => {
    expectAnswer('find', await office.ask('ana', 'find liability negligence'))
    expectAnswer('find-filter', await office.ask('ana', 'find expires<90d type:nda'))
    expectAnswer('find-nothing', await office.ask('ana', 'find xylophone'))
  })

  it('hides a restricted contract from all counts', async () => {
    expect((await office.ask('ana', 'find acquisition')).card.summary).toBe('Nothing found.')
    expect(found(await office.ask('lena', 'find acquisition'))).toEqual([named.secret])
  })
})

describe('the next page', () => {
  it('is that of the same search, whoever presses it and on whichever day', async () => {
    for (let number = 1; number <= 12; number += 1)
      await office.contract(
        { title: `Ending ${number}`, status: 'executed', expirationDate: '2026-12-31', team: 'o"hare & <co>' },
        office.bob,
      )
    const first = await office.ask('bob', 'find ending owner:me expires<90d team:"o\\"hare & <co>" on:2026-11-01')
    expect(first.card.summary).toMatch(/^10 of 12 contracts/)
    const [more] = buttonsOf(first.card).filter(({ label }) => label === 'More')
    expect(more?.command).toContain(`find ending owner:${office.bob.id} expirationDate:2026-11-24..2027-02-22 `.replace('owner:', 'owner='))
    expect(more?.command).toMatch(/ on:2026-11-01 after:"/)
    const second = await office.ask('ana', more?.command ?? '', { door: 'button' })
    expect(second.card.summary).toMatch(/^2 of 12 contracts/)
    expect(new Set([...found(first), ...found(second)]).size).toBe(12)
  })

  it('is asked for as it was typed where the search is too long spelled out', async () => {
    const long = `find ending or ${Array.from({ length: 40 }, (_, index) => `counterparty:abcdefghijk${index}`).join(' or ')}`
    const [more] = buttonsOf((await office.ask('bob', long)).card).filter(({ label }) => label === 'More')
    expect(more?.command.startsWith(`${long} after:`)).toBe(true)
  })
})

describe('what is refused, with what is allowed', () => {
  it.each([
    ['find type:contract', /Type can't be "contract"/, /msa, sow, order-form/],
    ['find counterprty:acme', /no field "counterprty".*Did you mean counterparty:acme\?/, /title, counterparty/],
    ['find sla!=standard', /SLA uptime has no standard value/, /field show slaUptimePercent/],
    ['find expires:soonish', /soonish/, /./],
    ['find owner:nobody', /Nobody here is called "nobody"/, /person list/],
    [`find ${'x'.repeat(300)}`, /256 characters at most/, /fewer words/],
    ['find acme after:nowhere', /does not go on from there/, /Search again/],
  ])('%s', async (line, message, next) => {
    const { refusal } = await office.ask('ana', line)
    expect(refusal?.message).toMatch(message)
    expect(refusal?.next).toMatch(next)
  })

  it.each(['(zq+)+$', '.*'.repeat(100), '{"$ne":null}', '__proto__', '$where', '%00', '\\'])(
    'compares %j as it is, at once',
    async (typed) => {
      const began = performance.now()
      const answer = await office.ask('ana', `find ${typed}`)
      expect(answer.failure).toBeUndefined()
      expect(answer.card.summary).toBe('Nothing found.')
      expect(performance.now() - began).toBeLessThan(2_000)
    },
  )
})

describe('what differs from standard', () => {
  beforeAll(async () => {
    await office.ask('lena', 'field set slaUptimePercent standard:99.9 confirm:yes')
    await office.ask('ana', `set ${named.order} sla=99.5`)
    await office.ask('ana', `set ${named.acme} sla=99.9`)
  })

  it.each([
    ['find sla!=standard', ['order']],
    ['find sla=standard', ['acme']],
    ['find sla<standard or expires:Q1', ['order', 'nda']],
    ['find -sla:99.9 type:any', ['order', 'nda']],
    ['find -sla:99.9 sla:any', ['order']],
  ])('%s', async (line, names) => {
    expect(found(await office.ask('ana', line))).toEqual(names.map((name) => named[name]))
  })

  it('is told with the value, the standard and whom to ask', async () => {
    expectAnswer('find-deviating', await office.ask('ana', 'find sla!=standard'))
  })
})

describe('a long list', () => {
  beforeAll(async () => {
    for (let number = 1; number <= 34; number += 1) await office.contract({ title: `Quokka ${number}` }, office.bob)
  })

  it('goes on by its button, page after page, each contract once, the count the same', async () => {
    const seen: string[] = []
    let answer = await office.ask('bob', 'find (quokka or type:dpa) owner:me')
    const amounts = [answer.card.summary.split(':')[0]]
    for (;;) {
      seen.push(...found(answer))
      if (!buttonsOf(answer.card).some(({ label }) => label === 'More')) break
      answer = await office.press('bob', answer, 'More')
      amounts.push(answer.card.summary.split(':')[0])
    }
    expect(amounts).toEqual(['10 of 34 contracts', '10 of 34 contracts', '10 of 34 contracts', '4 of 34 contracts'])
    expect(new Set(seen).size).toBe(34)
  })
})

describe('a list by a day', () => {
  beforeAll(async () => {
    for (let number = 0; number < 24; number += 1) {
      const day = `${number < 4 ? 2025 : 2027}-${String(1 + ((number * 5) % 12)).padStart(2, '0')}-15`
      await office.contract({ title: `Numbat ${number}`, expirationDate: day, team: 'outback' }, office.bob)
    }
  })

  const days = ({ card }: Answer): string[] =>
    card.elements.flatMap((element) => (element.type === 'table' ? element.rows.map(({ cells }) => cells.at(-1) ?? '') : []))
  const isSoonestFirst = (list: readonly string[]) =>
    list.every((day, index) => index === 0 || Date.parse(list[index - 1] ?? '') <= Date.parse(day))

  it('is told from the soonest on, over all its pages, each contract once', async () => {
    const [all, seen]: [string[], string[]] = [[], []]
    let answer = await office.ask('bob', 'find team:outback expires:2027')
    expect(answer.card.elements).toContainEqual(
      expect.objectContaining({ type: 'context', text: expect.stringMatching(/Expires 1 Jan 2027 to 31 Dec 2027; the soonest first$/) }),
    )
    for (;;) {
      all.push(...days(answer))
      seen.push(...found(answer))
      if (!buttonsOf(answer.card).some(({ label }) => label === 'More')) break
      answer = await office.press('bob', answer, 'More')
    }
    expect(new Set(seen).size).toBe(20)
    expect(all).toHaveLength(20)
    expect(isSoonestFirst(all)).toBe(true)
  })

  it('of what has passed is told from the latest on', async () => {
    const answer = await office.ask('bob', 'find team:outback expires<2026-01-01')
    expect(days(answer)).toHaveLength(4)
    expect(isSoonestFirst(days(answer).toReversed())).toBe(true)
  })

  it('goes on behind a contract that has ended meanwhile', async () => {
    const first = await office.ask('bob', 'find team:outback expires:2027')
    const last = found(first).at(-1)
    await office.ask('bob', `set ${last} expires=2029-01-01 confirm:yes`)
    const second = await office.press('bob', first, 'More')
    expect(found(second)).toHaveLength(10)
    expect(found(second).some((id) => found(first).includes(id))).toBe(false)
  })
})

it('says what would find more where nothing is found', async () => {
  const text = async (line: string) => JSON.stringify((await office.ask('ana', line)).card.elements)
  expect(await text('find xyzzy')).toContain('Fewer words find more. A new contract')
  expect(await text('find sla>99.999')).toContain('Fewer or wider conditions find more. The fields there are: field list')
  expect(await text('find xyzzy sla>99.999')).toContain('Fewer words or conditions find more.')
})

it('of several conditions says how many there are without the last, as far as the asker may see them, and shows them', async () => {
  const { id } = await office.contract({ title: 'Lone tern', counterparty: 'Tern Ltd', expirationDate: '2027-06-30' }, office.ana, true)
  const asked = await office.ask('ana', 'find counterparty:"Tern Ltd" expires<2027-01-01')
  expect(asked.card.elements).toContainEqual({ type: 'context', text: 'Without "Expires before 1 Jan 2027" there is 1 contract.' })
  expect((await office.press('ana', asked, 'Show it')).card.summary).toContain(`1 contract: ${id} Lone tern`)
  const unseen = await office.ask('bob', 'find counterparty:"Tern Ltd" expires<2027-01-01')
  expect(JSON.stringify(unseen.card.elements)).toContain('Fewer or wider conditions find more.')
  expect(buttonsOf(unseen.card)).toEqual([])
})

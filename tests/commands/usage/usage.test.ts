// `usage`: what is used is counted by hand or by table, and the owner is told when it comes near a limit.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectAnswer, fileOf, type Office, openOffice } from '../office.ts'

let office: Office
let id = ''
let contracts = 0
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())
beforeEach(async () => {
  contracts += 1
  id = (await office.contract({ title: `Seats ${contracts}` }, office.ana)).id
  await office.ask('ana', `set ${id} seats=500`)
})

const usage = async () => (await office.store.contracts.state(id))?.usage.seats
/** What waits to be sent to Ana of this contract. */
const told = async () => {
  const rows = await office.store.outbox.claim('test', 100)
  return rows.map(({ outgoing }) => JSON.stringify(outgoing)).filter((row) => row.includes(id))
}

describe('setting', () => {
  it('records a count with its day and its source, and warns near the limit', async () => {
    const answer = await office.ask('ana', `usage set ${id} seats=480 on:2026-10-31 source:"Billing report"`)
    expect(answer.card.summary).toBe('1 count recorded. Seats: 480 of 500 seats (96 %), near the limit')
    expect(await usage()).toMatchObject({ value: 480, on: '2026-10-31', source: 'Billing report', by: office.ana.id })
  })

  it('tells a full count from one that is only near', async () => {
    const answer = await office.ask('ana', `usage set ${id} seats=500`)
    expect(answer.card.summary).toBe('1 count recorded. Seats: 500 of 500 seats (100 %), at the limit')
  })

  it('names what is owed above the limit', async () => {
    await office.ask('ana', `obligation add ${id} "Pay for the seats above" owes:them when:"seats>500"`)
    expect((await office.ask('ana', `usage set ${id} seats=501`)).card.summary).toMatch(
      /above the limit; above it O-\d+ is owed: Pay for the seats above/,
    )
  })

  it('tells the owner once, when somebody else counts', async () => {
    await office.ask('lena', `usage set ${id} seats=100`)
    expect(await told()).toHaveLength(0)
    await office.ask('lena', `usage set ${id} seats=455`)
    expect(await told()).toHaveLength(1)
    await office.ask('lena', `usage set ${id} seats=460`)
    expect(await told()).toHaveLength(0)
  })

  it('tells nothing to an owner who may see it no more', async () => {
    const gone = await office.hire(`gone${contracts}`, { active: false })
    await office.ask('lena', `usage set ${id} seats=100`)
    const payload = { field: 'owner', value: gone.id } as never
    await office.store.record.append(id, () => [{ kind: 'field', key: 'test:owner', actor: office.lena.id, source: 'test', payload }])
    const answer = await office.ask('lena', `usage set ${id} seats=499`)
    expect(answer.card.summary).toMatch(/near the limit/)
    expect(await told()).toHaveLength(0)
  })

  it.each(['seats=many', 'seats=-3', 'title=5', 'owner=5', 'seats>5', ''])(
    'refuses "%s" with what works, and records nothing',
    async (typed) => {
      const answer = await office.ask('ana', `usage set ${id} ${typed}`)
      expect(answer.refusal?.kind).toBe('invalid')
      expect(answer.refusal?.next).toMatch(/seats/)
      expect(await usage()).toBeUndefined()
    },
  )

  it('is for those who may write', async () => {
    expect((await office.ask('bob', `usage set ${id} seats=5`)).refusal?.kind).toBe('not-allowed')
  })
})

describe('a table', () => {
  it('records each row it can use and tells the others by their number', async () => {
    const hidden = await office.contract({ title: 'Hidden seats' }, office.bob, true)
    const csv = `contract,seats,on\n${id},499,2026-10-31\n${hidden.id},1,\nC-999999,2,\n${id},lots,\nacme,3,\n`
    const answer = await office.ask('ana', 'usage import', { files: [fileOf('usage.csv', csv)] })
    const words = JSON.stringify(answer.card)
    expect(answer.card.summary).toBe('1 count recorded for 1 contract; 4 rows could not be used.')
    for (const row of [3, 4, 5, 6]) expect(words).toContain(`Row ${row}: `)
    expect(words).toContain('499 of 500 seats (99 %), near the limit')
    expect(await usage()).toMatchObject({ value: 499, on: '2026-10-31', source: 'usage.csv' })
  })

  it('is read with semicolons, a byte order mark and any writing of the field', async () => {
    await office.ask('ana', 'usage import', { files: [fileOf('usage.csv', `\uFEFFcontract;Seats\r\n${id.toLowerCase()};1,234\r\n`)] })
    expect((await usage())?.value).toBe(1_234)
  })

  it('tells a day that is counted twice, and records the first', async () => {
    const table = `contract,seats,on\n${id},100,2026-10-31\n${id},200,2026-10-31\n${id},300,2026-11-01\n`
    const answer = await office.ask('ana', 'usage import', { files: [fileOf('usage.csv', table)] })
    expect(JSON.stringify(answer.card)).toContain(`Row 3: ${id} seats of 2026-10-31 stands in row 2 already.`)
    expect((await office.entries(id, 'usage')).map(({ payload }) => payload.value)).toEqual([100, 300])
  })

  it('refuses what is counted twice in one row or line', async () => {
    const table = `contract,seats,Seats\n${id},100,200\n`
    const answer = await office.ask('ana', 'usage import', { files: [fileOf('usage.csv', table)] })
    expect(answer.refusal?.message).toBe('Seats is counted twice.')
    expect((await office.ask('ana', `usage set ${id} seats=1 Seats=2`)).refusal?.message).toBe('Seats is counted twice.')
    expect(await usage()).toBeUndefined()
  })

  it.each([
    ['no table', 'usage.csv', 'just words'],
    ['no column that is counted', 'usage.csv', 'contract,colour\nC-1,blue\n'],
    ['a broken one', 'usage.csv', 'contract,seats\n"C-1,4\n'],
  ])('refuses %s', async (_title, name, content) => {
    expect((await office.ask('ana', 'usage import', { files: [fileOf(name, content)] })).refusal?.kind).toBe('invalid')
  })

  it('says what to attach where nothing is', async () => {
    expect((await office.ask('ana', 'usage import')).refusal?.next).toMatch(/contract,seats,on/)
  })
})

describe('the list', () => {
  it('shows the contracts that come near, those above first, and nothing of what one may not see', async () => {
    await office.ask('ana', `usage set ${id} seats=600`)
    const answer = await office.ask('bob', 'usage list')
    expect(answer.card.summary).toMatch(/limits? near or exceeded$/)
    expect(JSON.stringify(answer.card)).toContain('600 of 500 seats (120 %)')
    await office.ask('ana', `restrict ${id}`)
    expect(JSON.stringify((await office.ask('bob', 'usage list')).card)).not.toContain('600 of 500')
    expectAnswer('usage', {
      ...answer,
      card: JSON.parse(
        JSON.stringify((await office.ask('ana', `usage list ${id}`)).card).replaceAll(/C-\d+|Seats \d+/g, (found) =>
          found.startsWith('C') ? 'C-142' : 'Acme MSA',
        ),
      ),
    })
  })
})

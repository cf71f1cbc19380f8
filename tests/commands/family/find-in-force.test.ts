// `find` and `show` agree about what is in force, as days pass: an amendment comes into force by itself, a term renews by itself.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openCompany, type TestCompany } from '../../setup/company.ts'

let today = '2026-11-24'
let company: TestCompany
beforeAll(async () => {
  company = await openCompany(() => new Date(`${today}T10:00:00.000Z`))
  const ana = await company.hire('ana', { team: 'cs' })
  const months = (count: number) => ({ count, unit: 'month' as const })
  const signed = { status: 'executed', counterparty: 'Acme Ltd', team: 'cs' } as const
  const term = { initialTerm: months(24), autoRenewal: true, renewalTerm: months(12), noticePeriodToTerminateRenewal: months(3) }
  await company.contract({ ...signed, title: 'Master', type: 'msa', effectiveDate: '2025-02-01', slaUptimePercent: 99.9, ...term }, ana)
  await company.contract({ ...signed, title: 'Amendment', type: 'amendment', effectiveDate: '2026-12-01', slaUptimePercent: 99.5 }, ana)
  await company.ask('ana', 'family add C-2 to:C-1')
})
beforeEach(() => {
  today = '2026-11-24'
})
afterAll(() => company.close())

const find = async (line: string): Promise<string[]> => {
  const { card, refusal } = await company.ask('ana', line)
  expect(refusal?.message).toBeUndefined()
  return [...new Set(card.summary.match(/C-\d+/g) ?? [])].sort()
}

describe('on both sides of the day', () => {
  it.each([
    ['2026-11-30', 'find sla=99.9', ['C-1']],
    ['2026-11-30', 'find sla=99.5', ['C-2']],
    ['2026-12-01', 'find sla=99.9', []],
    ['2026-12-01', 'find sla=99.5', ['C-1', 'C-2']],
    ['2026-12-01', 'find sla<99.9', ['C-1', 'C-2']],
    ['2026-11-24', 'find expires<90d', ['C-1']],
    ['2027-01-31', 'find expires<90d', ['C-1']],
    ['2027-02-01', 'find expires<90d', []],
    ['2027-02-01', 'find expires:2028', ['C-1']],
    ['2026-10-01', 'find deadline<31d', ['C-1']],
    ['2026-11-24', 'find deadline<31d', []],
    ['2027-10-15', 'find deadline<31d', ['C-1']],
    ['2026-11-24', 'find deadline:"31 Oct 2026"', ['C-1']],
    ['2027-06-01', 'find sla=99.9 on:2026-11-30', ['C-1']],
    ['2027-06-01', 'find sla=99.5 on:2026-11-30', ['C-2']],
  ])('on %s: %s', async (day, line, found) => {
    today = day
    expect(await find(line)).toEqual(found)
  })

  it('show says the same on the same days', async () => {
    for (const [day, uptime, ends] of [
      ['2026-11-30', '99.9 %', '31 Jan 2027'],
      ['2026-12-01', '99.5 %', '31 Jan 2027'],
      ['2027-02-01', '99.5 %', '31 Jan 2028'],
    ] as const) {
      today = day
      const shown = (await company.read('ana', 'show C-1')).replace(/\s+/g, ' ')
      expect(shown).toContain(`SLA uptime: ${uptime}`)
      expect(shown).toContain(`Expires: ${ends}`)
    }
  })

  it('says for which day it answered', async () => {
    expect(await company.read('ana', 'find sla=99.9 on:2026-11-01')).toContain('as in force on 1 Nov 2026')
  })

  it('shows both values where papers contradict each other', async () => {
    const ana = await company.hire('kim', { team: 'cs' })
    const more = { title: 'Side letter', counterparty: 'Acme Ltd', status: 'executed', type: 'amendment' } as const
    await company.contract({ ...more, effectiveDate: '2026-12-01', slaUptimePercent: 99 }, ana)
    await company.ask('kim', 'family add C-3 to:C-1')
    today = '2026-12-24'
    expect(await find('find sla=99 type:msa')).toEqual(['C-1'])
    expect(await company.read('ana', 'find sla<99.9 type:msa')).toMatch(/99\.5 % or 99 %/)
    await company.ask('kim', 'family remove C-3')
  })
})

it('nobody can set what is computed', async () => {
  const { refusal } = await company.ask('ana', 'set C-1 noticeDeadline=2026-12-01')
  expect(refusal?.kind).toBe('invalid')
})

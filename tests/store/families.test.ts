// Families in the store: who reaches whom, and that find agrees with what is in force, for everybody, on any day, after any crash.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldValues } from '../../src/contracts/contract.ts'
import { familyOf, type Member, memberOf } from '../../src/contracts/family.ts'
import type { ComparisonTest } from '../../src/contracts/filter/condition.ts'
import { fieldFits } from '../../src/contracts/filter/evaluate.ts'
import type { Draft } from '../../src/contracts/record/entry.ts'
import { valuesOn } from '../../src/contracts/terms.ts'
import type { Store } from '../../src/store/store.ts'
import { members as randomFamily } from '../contracts/family-generator.ts'
import { fieldSet, person, restrict, useStore } from './fresh-store.ts'

const opened = useStore()
const ana = person('P-1')
const bob = person('P-2')
let begun = 0

const create = async (fields: FieldValues, restricted = false): Promise<string> => {
  begun += 1
  const key = `family:${begun}`
  return (await opened.store.contracts.create({ fields: { owner: 'P-1', ...fields }, restricted, by: 'P-1', source: 'test', key })).id
}

const linkedTo = (parent: string, relation: 'amends' | 'under' | 'renews' | null, more: { order?: number } = {}): Draft => {
  begun += 1
  return { kind: 'family', key: `family:${begun}`, actor: 'P-1', source: 'test', payload: { parent, relation, ...more } }
}
const link = (child: string, parent: string, relation: 'amends' | 'under' | 'renews' | null, order?: number) =>
  opened.store.record.append(child, () => [linkedTo(parent, relation, order === undefined ? {} : { order })])

const set = (contract: string, field: string, value: unknown) => {
  begun += 1
  return opened.store.record.append(contract, () => [fieldSet(`set:${begun}`, field, value)])
}

/** Numbers of all that fit on a day, lowest first. */
const found = async (store: Store, who: typeof ana, where: ComparisonTest, day: string): Promise<string[]> => {
  const numbers: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.contracts.find(who, { words: [], without: [], where, day }, { limit: 50, ...(after && { after }) })
    numbers.push(...page.items.map(({ contract }) => contract.id))
    if (page.next === undefined) return numbers.sort(byNumber)
    after = page.next
  }
}
const byNumber = (one: string, other: string): number => Number(one.slice(2)) - Number(other.slice(2))
const equal = (field: string, value: unknown): ComparisonTest => ({ field, comparison: '=', value: value as never })

/** A master with an amendment of each kind of day: C-1 and C-2 of whatever store this is. */
const pair = async (value: number, amended: number, effectiveDate = '2026-01-01'): Promise<[string, string]> => {
  const master = await create({ title: 'Master', status: 'executed', type: 'msa', effectiveDate: '2024-01-01', slaUptimePercent: value })
  const amendment = await create({ title: 'Amendment', status: 'executed', type: 'amendment', effectiveDate, slaUptimePercent: amended })
  await link(amendment, master, 'amends')
  return [master, amendment]
}

describe('find on both sides of the day on which an amendment takes effect', () => {
  test('the master is found by its own value before, and by the amended one from that day on', async () => {
    const [master, amendment] = await pair(90.1, 90.2)
    expect(await found(opened.store, ana, equal('slaUptimePercent', 90.1), '2025-12-31')).toEqual([master])
    expect(await found(opened.store, ana, equal('slaUptimePercent', 90.1), '2026-01-01')).toEqual([])
    expect(await found(opened.store, ana, equal('slaUptimePercent', 90.2), '2025-12-31')).toEqual([amendment])
    expect(await found(opened.store, ana, equal('slaUptimePercent', 90.2), '2026-01-01')).toEqual([master, amendment])
    const below: ComparisonTest = { field: 'slaUptimePercent', comparison: '<=', value: 90.1 }
    expect(await found(opened.store, ana, below, '2025-12-31')).toEqual([master])
    expect(await found(opened.store, ana, below, '2026-01-01')).toEqual([])
  })

  test('a later entry of any member is told to the others: a corrected value, a new status, a link that is taken out', async () => {
    const [master, amendment] = await pair(91.1, 91.2)
    await set(amendment, 'slaUptimePercent', 91.3)
    expect(await found(opened.store, ana, equal('slaUptimePercent', 91.3), '2026-06-01')).toEqual([master, amendment])
    await set(amendment, 'status', 'terminated')
    expect(await found(opened.store, ana, equal('slaUptimePercent', 91.3), '2026-06-01')).toEqual([amendment])
    expect(await found(opened.store, ana, equal('slaUptimePercent', 91.1), '2026-06-01')).toEqual([master])
    await set(amendment, 'status', 'executed')
    await link(amendment, master, null)
    expect(await found(opened.store, ana, equal('slaUptimePercent', 91.1), '2026-06-01')).toEqual([master])
  })

  test('what is computed is found too: the end of a term and the last day for notice, before and after it renews by itself', async () => {
    const term = {
      initialTerm: { count: 12, unit: 'month' as const },
      autoRenewal: true,
      renewalTerm: { count: 12, unit: 'month' as const },
    }
    const notice = { noticePeriodToTerminateRenewal: { count: 30, unit: 'day' as const } }
    const alone = await create({ title: 'Alone', status: 'executed', effectiveDate: '2041-01-01', ...term, ...notice })
    const monthly = await create({
      title: 'Monthly',
      status: 'executed',
      effectiveDate: '2041-01-01',
      ...term,
      renewalTerm: { count: 1, unit: 'month' },
    })
    const ends = (day: string) => found(opened.store, ana, equal('expirationDate', day), day)
    expect(await ends('2041-12-31')).toEqual([alone, monthly])
    expect(await found(opened.store, ana, equal('expirationDate', '2044-12-31'), '2044-06-01')).toEqual([alone])
    expect(await found(opened.store, ana, equal('noticeDeadline', '2044-12-01'), '2044-06-01')).toEqual([alone])
    // Renewed by the month for so long that not every end is kept: found all the same.
    expect(await found(opened.store, ana, equal('expirationDate', '2051-06-30'), '2051-06-15')).toEqual([monthly])
    const longer = await create({
      title: 'Longer',
      status: 'executed',
      effectiveDate: '2041-06-01',
      initialTerm: { count: 24, unit: 'month' },
    })
    await link(longer, alone, 'amends')
    expect(await found(opened.store, ana, equal('expirationDate', '2041-12-31'), '2041-07-01')).not.toContain(alone)
    expect(await found(opened.store, ana, equal('noticeDeadline', '2042-12-01'), '2041-07-01')).toEqual([alone])
  })

  test('what an order form takes from its master is found at both, and so is what an amendment of the master changes', async () => {
    const [master, amendment] = await pair(92.1, 92.2)
    const order = await create({ title: 'Order', status: 'executed', type: 'order-form', effectiveDate: '2025-01-01' })
    await link(order, master, 'under')
    expect(await found(opened.store, ana, equal('slaUptimePercent', 92.1), '2025-06-01')).toEqual([master, order])
    expect(await found(opened.store, ana, equal('slaUptimePercent', 92.2), '2026-06-01')).toEqual([master, amendment, order])
    await set(master, 'paymentTerms', { count: 77, unit: 'day' })
    expect(await found(opened.store, ana, equal('paymentTerms', { count: 77, unit: 'day' }), '2026-06-01')).toEqual([master, order])
  })

  test('where two papers contradict each other the contract is found by what either says, and both are told', async () => {
    const [master, amendment] = await pair(93.1, 93.2)
    const other = await create({
      title: 'Other',
      status: 'executed',
      type: 'amendment',
      effectiveDate: '2026-01-01',
      slaUptimePercent: 93.3,
    })
    await link(other, master, 'amends')
    expect(await found(opened.store, ana, equal('slaUptimePercent', 93.2), '2026-06-01')).toEqual([master, amendment])
    expect(await found(opened.store, ana, equal('slaUptimePercent', 93.3), '2026-06-01')).toEqual([master, other])
    const where = equal('slaUptimePercent', 93.3)
    const { items } = await opened.store.contracts.find(ana, { words: [], without: [], where, day: '2026-06-01' }, { limit: 5 })
    const hit = items.find(({ contract }) => contract.id === master)
    expect(hit?.contradictions).toEqual({ slaUptimePercent: [93.2, 93.3] })
    expect(hit?.values.slaUptimePercent).toBeUndefined()
  })
})

describe('who may not see a paper', () => {
  test('finds what rules without it, and nothing is reached through it', async () => {
    const [master, amendment] = await pair(94.1, 94.2)
    const beyond = await create({
      title: 'Beyond',
      status: 'executed',
      type: 'amendment',
      effectiveDate: '2026-02-01',
      slaUptimePercent: 94.3,
    })
    await link(beyond, amendment, 'amends')
    await opened.store.record.append(amendment, () => [restrict('closed')])
    const contract = await opened.store.contracts.get(bob, master)
    expect((await opened.store.families.bearing(bob, contract)).map(({ id }) => id)).toEqual([master])
    expect((await opened.store.families.members(bob, contract)).contracts.map(({ id }) => id)).toEqual([master])
    expect((await opened.store.families.bearing(ana, contract)).map(({ id }) => id)).toEqual([master, amendment, beyond])
    const where = (value: number) => equal('slaUptimePercent', value)
    expect(await found(opened.store, bob, where(94.1), '2026-06-01')).toEqual([master])
    expect(await found(opened.store, bob, where(94.3), '2026-06-01')).toEqual([beyond])
    expect(await found(opened.store, ana, where(94.1), '2026-06-01')).toEqual([])
    expect(await found(opened.store, ana, where(94.3), '2026-06-01')).toEqual(
      [master, amendment, beyond].filter((id) => id !== amendment || true),
    )
  })

  test('dates that follow for those who see less are found by them', async () => {
    const renewing = {
      initialTerm: { count: 12, unit: 'month' as const },
      autoRenewal: true,
      renewalTerm: { count: 12, unit: 'month' as const },
    }
    const master = await create({ title: 'Hidden end', status: 'executed', effectiveDate: '2035-03-01', ...renewing })
    const hidden = await create({ title: 'End', status: 'executed', effectiveDate: '2035-04-01', expirationDate: '2036-12-31' }, true)
    await link(hidden, master, 'amends')
    expect(await found(opened.store, bob, equal('expirationDate', '2036-02-29'), '2035-06-01')).toEqual([master])
    expect(await found(opened.store, ana, equal('expirationDate', '2036-12-31'), '2035-06-01')).toEqual([master, hidden])
  })
})

describe('after a crash', () => {
  test('a family that was not told any more is told by whoever catches up', async () => {
    const [master, amendment] = await pair(95.1, 95.2)
    await opened.tamper('facts', (rows) => rows.deleteMany({ contract: master, _id: { $regex: '^C-\\d+\\|~' } as never }))
    await opened.tamper('contracts', (rows) => rows.updateOne({ _id: amendment as never }, { $set: { untold: true } }))
    const where = equal('slaUptimePercent', 95.2)
    expect(await found(opened.store, ana, where, '2026-06-01')).toEqual([amendment])
    const other = await opened.open()
    await other.record.catchUp()
    expect(await found(other, ana, where, '2026-06-01')).toEqual([master, amendment])
    expect((await opened.rows('contracts')).filter(({ untold }) => untold)).toEqual([])
  })

  test('entries that went in without their rows are caught up with, the family too', async () => {
    const [master, amendment] = await pair(96.1, 96.2)
    const rows = (await opened.rows('contracts')).filter(({ _id }) => (_id as unknown) === amendment)
    await set(amendment, 'slaUptimePercent', 96.3)
    await opened.tamper('contracts', (all) => all.replaceOne({ _id: amendment as never }, rows[0] as object))
    await opened.tamper('facts', (all) => all.deleteMany({ fact: { $regex: '^slaUptimePercent' } }))
    const other = await opened.open()
    expect(await other.record.catchUp()).toBe(1)
    expect(await found(other, ana, equal('slaUptimePercent', 96.3), '2026-06-01')).toEqual([master, amendment])
  })

  test('two processes that write to two members at the same moment: each is found by what the other said', async () => {
    const other = await opened.open()
    for (let turn = 0; turn < 8; turn += 1) {
      const master = await create({ title: 'M', status: 'executed', effectiveDate: '2024-01-01' })
      const amendment = await create({ title: 'A', status: 'executed', effectiveDate: '2025-01-01', type: 'amendment' })
      const value = 50 + turn / 10
      await Promise.all([
        opened.store.record.append(amendment, () => [linkedTo(master, 'amends')]),
        other.record.append(amendment, () => [fieldSet(`race:${turn}`, 'slaUptimePercent', value)]),
        other.record.append(master, () => [fieldSet(`race:${turn}`, 'paymentTerms', { count: 100 + turn, unit: 'day' })]),
      ])
      expect(await found(other, ana, equal('slaUptimePercent', value), '2026-06-01')).toEqual([master, amendment])
    }
  })
})

const keys = ['slaUptimePercent', 'paymentTerms', 'expirationDate', 'noticeDeadline', 'autoRenewal', 'status']

/** Records a random family, members and links in whatever order, and answers with the numbers that its members got. */
const record = async (family: readonly Member[], order: readonly number[]): Promise<Map<string, string>> => {
  const numbers = new Map<string, string>()
  for (const index of order) {
    const member = family[index]
    if (member) numbers.set(member.id, await create(member.values as FieldValues))
  }
  for (const index of order) {
    const member = family[index]
    for (const { parent, relation, order: place } of member?.links ?? [])
      if (parent !== member?.id) await link(numbers.get(member?.id ?? '') as string, numbers.get(parent) as string, relation, place)
  }
  return numbers
}

test('of random families, recorded in random order, find finds on any day what is in force, also when all was made afresh', async () => {
  const runs = fc.sample(
    randomFamily.chain((family) =>
      fc.record({
        family: fc.constant(family),
        order: fc.shuffledSubarray(
          family.map((_, index) => index),
          { minLength: family.length },
        ),
      }),
    ),
    6,
  )
  const numbers: string[] = []
  for (const { family, order } of runs) numbers.push(...(await record(family, order)).values())
  const check = async () => {
    const states = await Promise.all(numbers.map((id) => opened.store.contracts.state(id)))
    const all = familyOf(states.flatMap((contract) => (contract ? [memberOf(contract)] : [])))
    for (const day of ['2020-06-01', '2023-01-31', '2026-11-24']) {
      const inForce = new Map(numbers.map((id) => [id, valuesOn(all, id, day, keys)]))
      for (const key of keys) {
        const values = [...inForce.values()].flatMap(({ values: held, contradictions }) => contradictions[key] ?? held[key] ?? [])
        for (const value of [...new Map(values.map((one) => [JSON.stringify(one), one])).values()].slice(0, 3)) {
          const where = equal(key, value)
          const expected = numbers.filter((id) => {
            const { values: held, contradictions } = inForce.get(id) as ReturnType<typeof valuesOn>
            return (contradictions[key] ?? [held[key]]).some((one) => one !== undefined && fieldFits(where, { [key]: one }))
          })
          const got = (await found(opened.store, ana, where, day)).filter((id) => numbers.includes(id))
          expect({ day, key, value, got }).toEqual({ day, key, value, got: expected.sort(byNumber) })
        }
      }
    }
  }
  await check()
  await opened.store.record.rebuild(() => undefined)
  await check()
}, 60_000)

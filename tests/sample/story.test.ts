// The people and the talk of the sample: everybody exists, time runs forward, and nobody does what they may not.

import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { type Commanded, type Linked, list, type Said, story } from './sample.ts'

const people = list('people.csv')
const outsiders = list('outsiders.csv')
const contracts = list('contracts.csv')
const { threads, events } = story()
const said = events.filter((event): event is Said => event.kind === 'message')
const linked = events.filter((event): event is Linked => event.kind === 'link')
const commanded = events.filter((event): event is Commanded => event.kind === 'command')
const emails = new Set(people.map((person) => person.email))
const threadNamed = (id: string) => threads.find((thread) => thread.id === id)!
const NAMED = /\{contract:([^}]+)\}/

/** The contracts that a command is about: the one it names, or those of its thread. */
const contractsOf = ({ text, thread, at }: Commanded): string[] => {
  const named = NAMED.exec(text)?.[1]
  return named ? [named] : linked.filter((link) => link.thread === thread && link.at <= at).map((link) => link.contract)
}

/** Owner, team or legal: who may write by the table of permissions. */
const mayWrite = (email: string, file: string): boolean => {
  const contract = contracts.find((row) => row.file === file)
  const person = people.find((row) => row.email === email)
  return contract?.owner === email || contract?.team === person?.team || Boolean(person?.roles?.includes('legal'))
}

describe('people', () => {
  it.each(people)('$email', (person) => {
    expect(person.email).toMatch(/^[a-z]+@lindenmoor\.example$/)
    expect(DateTime.local().setZone(person.zone).isValid).toBe(true)
    expect(person.hours).toMatch(/^\d\d:\d\d-\d\d:\d\d$/)
    for (const role of person.roles?.split(';').filter(Boolean) ?? [])
      expect(['legal', 'approver', 'record-keeper', 'administrator']).toContain(role)
    if (person.manager) expect(emails).toContain(person.manager)
  })

  it('fill every role and lead to one person at the top', () => {
    expect(new Set(people.flatMap((person) => person.roles?.split(';').filter(Boolean) ?? [])).size).toBe(4)
    expect(emails.size).toBe(people.length)
    for (const person of people) {
      let top = person
      for (let step = 0; top.manager && step < people.length; step++) top = people.find((other) => other.email === top.manager)!
      expect(top.email).toBe('helen@lindenmoor.example')
    }
  })

  it('of the other side belong to a counterparty and live under .example', () => {
    for (const outsider of outsiders) {
      expect(contracts.map((row) => row.counterparty)).toContain(outsider.company)
      expect(outsider.email).toMatch(/\.example$/)
    }
    expect(outsiders).toHaveLength(3)
  })
})

describe('threads', () => {
  it.each(threads)('$id is spoken in by its own people, and about something', (thread) => {
    const inside = new Set([...thread.members, ...thread.outsiders])
    const lines = said.filter((event) => event.thread === thread.id)
    expect(lines.length).toBeGreaterThanOrEqual(5)
    expect(lines.length).toBeLessThanOrEqual(25)
    for (const { author, reactions = [] } of lines)
      for (const email of [author, ...reactions.map((each) => each.by)]) expect(inside).toContain(email)
    expect(linked.some((link) => link.thread === thread.id)).toBe(true)
    expect(commanded.some((command) => command.thread === thread.id && command.text.startsWith('decide '))).toBe(true)
    for (const email of thread.members) expect(emails).toContain(email)
  })

  it.each(threads.filter((thread) => thread.outsiders.length > 0))('$id lets in only the counterparty of its contracts', (thread) => {
    const companies = linked
      .filter((link) => link.thread === thread.id)
      .map((link) => contracts.find((row) => row.file === link.contract)?.counterparty)
    for (const email of thread.outsiders) {
      expect(new Set(companies)).toEqual(new Set([outsiders.find((outsider) => outsider.email === email)?.company]))
    }
  })

  it('are on both platforms, one of them private and some shared', () => {
    expect(new Set(threads.map((thread) => thread.platform))).toEqual(new Set(['slack', 'teams']))
    expect(threads.filter((thread) => thread.visibility === 'members').map((thread) => thread.id)).toEqual(['quillon-exclusivity'])
    expect(new Set(threads.flatMap((thread) => thread.outsiders)).size).toBe(outsiders.length)
    expect(threads.length).toBeGreaterThanOrEqual(12)
  })
})

describe('time', () => {
  it('runs forward, up to the day of the sample', () => {
    const times = events.map((event) => event.at)
    expect(times).toEqual([...times].sort())
    for (const at of times) expect(at).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:00Z$/)
    expect(times.at(-1)! < '2026-11-24').toBe(true)
  })

  it('brings edits, deletions and reactions after what they touch, and after the link that kept it', () => {
    for (const event of said) {
      const after = [...(event.edits ?? []).map((edit) => edit.at), ...(event.reactions ?? []).map((each) => each.at)]
      for (const at of [...after, ...(event.deletedAt ? [event.deletedAt] : [])]) expect(at > event.at).toBe(true)
      const changed = event.edits?.[0]?.at ?? event.deletedAt
      if (changed)
        expect(
          linked.some((link) => link.thread === event.thread && link.at < changed),
          event.id,
        ).toBe(true)
    }
    expect(said.filter((event) => event.edits).length).toBeGreaterThanOrEqual(4)
    expect(said.filter((event) => event.deletedAt).length).toBeGreaterThanOrEqual(2)
  })

  it('keeps to working days', () => {
    for (const event of events) expect([6, 7], event.at).not.toContain(DateTime.fromISO(event.at).weekday)
  })
})

describe('what people do', () => {
  it.each(linked)('$by links $contract in $thread, as a member who may write', ({ thread, contract, by }) => {
    expect(threadNamed(thread).members).toContain(by)
    expect(contracts.map((row) => row.file)).toContain(contract)
    expect(mayWrite(by, contract)).toBe(true)
  })

  it.each(commanded)('$by at $at: $text', (command) => {
    expect(command.text).toMatch(/^(note|decide|set|grant|restrict)\b/)
    expect(command.text).not.toMatch(/[“”‘’]/)
    if (command.thread) expect(threadNamed(command.thread).members).toContain(command.by)
    const about = contractsOf(command)
    expect(about).toHaveLength(1)
    expect(contracts.map((row) => row.file)).toContain(about[0])
    expect(mayWrite(command.by, about[0]!)).toBe(true)
  })

  it.each(commanded.filter(({ text }) => text.startsWith('decide ')))('$text cites what was said before', ({ at, thread, cites, text }) => {
    expect(text).toMatch(/ "[^"]{40,}" clause:[a-z-]+$/)
    expect(cites?.length).toBeGreaterThan(0)
    for (const id of cites ?? []) {
      const cited = said.find((event) => event.id === id)
      expect(cited?.thread).toBe(thread)
      expect(cited!.at < at && !cited!.deletedAt).toBe(true)
    }
  })

  it('names nobody who does not exist', () => {
    const known = new Set([...emails, ...outsiders.map((outsider) => outsider.email)])
    for (const { text } of commanded) for (const [email] of text.matchAll(/[a-z.]+@[a-z.-]+\.example/g)) expect(known).toContain(email)
    expect(new Set(said.map((event) => event.id)).size).toBe(said.length)
  })
})

describe('the story of the cap', () => {
  const why = commanded.filter((command) => command.text.includes('clause:liability') && contractsOf(command)[0] === 'penhallow-msa.docx')

  it('is decided in January 2024 and again in November 2026', () => {
    expect(why.map((command) => command.at.slice(0, 10))).toEqual(['2024-01-18', '2026-11-19'])
  })

  it('corrects one figure, takes back one remark, and is asked about later', () => {
    const lines = said.filter((event) => event.thread === 'penhallow-liability')
    const figure = lines.find((event) => event.edits)!
    expect([figure.text, figure.edits?.[0]?.text]).toEqual([expect.stringContaining('98,040'), expect.stringContaining('95,040')])
    expect(lines.filter((event) => event.deletedAt)).toHaveLength(1)
    expect(said.find((event) => event.id === 'penhallow-renewal/nadia-why')?.text).toContain('why is the cap at 18 months')
  })
})

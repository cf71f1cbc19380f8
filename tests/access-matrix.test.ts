// Who may do what: every command, every role, open and restricted, against an oracle written from the company's rules and from nothing else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../src/bot/answer.ts'
import { commands } from '../src/commands/index.ts'
import { channel, inThread, openCompany, type TestCompany, thread } from './setup/company.ts'

const roles = [
  'member',
  'owner',
  'team',
  'legal',
  'reader',
  'writer',
  'keeper',
  'administrator',
  'deactivated',
  'guest',
  'outsider',
] as const
type RoleName = (typeof roles)[number]
type Kind = 'open' | 'restricted'
type Need = 'anyone' | 'member' | 'read' | 'write' | 'govern' | 'audit' | 'people' | 'fields'

/** The oracle: what each role may, by the access table in words. */
const internal: readonly RoleName[] = ['member', 'owner', 'team', 'legal', 'reader', 'writer', 'keeper', 'administrator']
const seesRestricted: readonly RoleName[] = ['owner', 'team', 'legal', 'reader', 'writer']
const writes: readonly RoleName[] = ['owner', 'team', 'legal', 'writer']
const governs: readonly RoleName[] = ['owner', 'legal']
const audits: readonly RoleName[] = ['owner', 'legal', 'keeper', 'administrator']

type Verdict = 'answer' | 'not-found' | 'not-allowed' | 'unavailable'

const oracle = (role: RoleName, kind: Kind, need: Need): Verdict => {
  if (role === 'guest' || role === 'outsider') return 'unavailable'
  if (role === 'deactivated') return 'not-allowed'
  if (need === 'anyone' || need === 'member') return internal.includes(role) ? 'answer' : 'not-allowed'
  if (need === 'people') return role === 'administrator' ? 'answer' : 'not-allowed'
  if (need === 'fields') return role === 'legal' ? 'answer' : 'not-allowed'
  if (need === 'audit' && (role === 'keeper' || role === 'administrator')) return 'answer'
  const sees = kind === 'open' ? internal.includes(role) : seesRestricted.includes(role)
  if (!sees) return 'not-found'
  const may = { read: internal, write: writes, govern: governs, audit: audits }[need]
  return (kind === 'open' && need === 'read') || may.includes(role) ? 'answer' : 'not-allowed'
}

/** One line a command, and what the rules say it needs; `C` stands for the contract. A command without a line fails the test. */
const lines: Record<string, { line: string; need: Need; inThread?: true /** A no that says it was allowed. */; allowed?: RegExp }> = {
  'contract find': { line: 'find canary', need: 'member' },
  'contract show': { line: 'show C', need: 'read' },
  'contract talk': { line: 'talk C', need: 'read' },
  'contract why': { line: 'why C liability', need: 'read' },
  'contract new': { line: 'contract new "A new one of ROLE"', need: 'member' },
  'contract set': { line: 'set C type=msa', need: 'write' },
  'contract upload': { line: 'upload C', need: 'write' },
  'contract file': { line: 'file C', need: 'read' },
  'contract changes': { line: 'changes C', need: 'read' },
  'contract link': { line: 'link C', need: 'write', inThread: true },
  'contract unlink': { line: 'unlink C', need: 'write', inThread: true },
  'contract widen': { line: 'widen C', need: 'write', inThread: true },
  'contract note': { line: 'note C "a call of ROLE"', need: 'write' },
  'contract decide': { line: 'decide C "decided by ROLE" clause:law', need: 'write' },
  'contract grant': { line: 'grant C @reader level:read', need: 'govern' },
  'contract restrict': { line: 'restrict C STATE', need: 'govern' },
  'contract audit': { line: 'audit C', need: 'audit' },
  'contract verify': { line: 'verify C', need: 'read' },
  'field list': { line: 'field list', need: 'member' },
  'field show': { line: 'field show sla', need: 'member' },
  'field add': { line: 'field add "Made for KIND by ROLE"', need: 'fields' },
  'field set': { line: 'field set sla', need: 'fields' },
  'field retire': { line: 'field retire escrow', need: 'fields' },
  'field restore': { line: 'field restore escrow', need: 'fields' },
  'family add': { line: 'family add C to:C-3 as:under', need: 'write' },
  'family remove': { line: 'family remove C', need: 'write' },
  review: { line: 'review C', need: 'read' },
  'review next': { line: 'review next C', need: 'read' },
  'review confirm': { line: 'review confirm C all', need: 'write', allowed: /^No such value waits/ },
  'review change': { line: 'review change C sla 99', need: 'write', allowed: /^No value of "sla" waits/ },
  'review dismiss': { line: 'review dismiss C all', need: 'write', allowed: /^No such value waits/ },
  'obligation list': { line: 'obligation list C', need: 'read' },
  'obligation add': { line: 'obligation add C "Added by ROLE" owes:us', need: 'write' },
  'obligation done': { line: 'obligation done O-KIND', need: 'write' },
  'obligation drop': { line: 'obligation drop O-KIND', need: 'write' },
  'obligation confirm': { line: 'obligation confirm C all', need: 'write', allowed: /has no obligation that waits/ },
  'obligation dismiss': { line: 'obligation dismiss C all', need: 'write', allowed: /has no obligation that waits/ },
  'usage set': { line: 'usage set C seats=1', need: 'write' },
  'usage list': { line: 'usage list C', need: 'read' },
  'usage import': { line: 'usage import', need: 'member', allowed: /^No table came/ },
  'person show': { line: 'person show @member', need: 'member' },
  'person list': { line: 'person list', need: 'member' },
  'person set': { line: 'person set @member hours:"09:00-17:00"', need: 'people' },
  home: { line: 'home', need: 'member' },
  help: { line: 'help', need: 'anyone' },
  whoami: { line: 'whoami', need: 'anyone' },
}

/** Words that stand in one contract only: in its title, a party, a document, talk, a private conversation, a decision. */
const canaries = (kind: Kind) => ['title', 'party', 'document', 'talk', 'private', 'decision'].map((place) => `canary${kind}${place}`)
const canary = (kind: Kind, place: string) => `canary${kind}${place}`

let company: TestCompany
const numbers = {} as Record<Kind, string>

beforeAll(async () => {
  company = await openCompany()
  await company.hire('member')
  const owner = await company.hire('owner')
  await company.hire('team', { team: 'cs' })
  await company.hire('legal', { roles: ['legal'] })
  await company.hire('reader')
  await company.hire('writer')
  await company.hire('keeper', { roles: ['record-keeper'] })
  await company.hire('administrator', { roles: ['administrator'] })
  await company.hire('deactivated', { active: false })
  await company.hire('guest', { standing: 'guest' })
  await company.hire('outsider', { standing: 'outsider', company: 'Other Ltd' })
  for (const kind of ['open', 'restricted'] as const) await makeContract(kind, owner)
  // C-3, to which each may belong.
  await company.contract({ title: 'A master that all may see' }, owner)
}, 120_000)

afterAll(() => company.close())

const makeContract = async (kind: Kind, owner: Parameters<TestCompany['contract']>[1]) => {
  const { id } = await company.contract(
    { title: `Canary ${canary(kind, 'title')}`, counterparty: canary(kind, 'party'), team: 'cs' },
    owner,
  )
  numbers[kind] = id
  const file = { name: 'terms.txt', fetch: async () => new TextEncoder().encode(`The parties agree on ${canary(kind, 'document')}.`) }
  expect((await company.ask('owner', `upload ${id}`, { files: [file] })).refusal).toBeUndefined()
  expect((await company.ask('owner', `note ${id} "They spoke of ${canary(kind, 'talk')} canary"`)).refusal).toBeUndefined()
  expect((await company.ask('owner', `decide ${id} "Because of ${canary(kind, 'decision')}" clause:liability`)).refusal).toBeUndefined()
  await privateTalk(id, kind, owner.id)
  for (const [who, level] of [
    ['reader', 'read'],
    ['writer', 'write'],
  ] as const)
    await company.ask('owner', `grant ${id} @${who} level:${level}`)
  // O-1 of the open contract, O-2 of the restricted one.
  await company.ask('owner', `obligation add ${id} "Owed under ${canary(kind, 'title')}" owes:us due:2026-01-01 every:week`)
  if (kind === 'restricted') await company.ask('owner', `restrict ${id}`)
}

/** Said where only the owner was. */
const privateTalk = (id: string, kind: Kind, owner: string) =>
  company.store.record.append(id, () => [
    {
      kind: 'message',
      key: `m:private:${kind}`,
      actor: owner,
      source: 'test',
      payload: {
        ...{
          message: `teams:home:private|m|${kind}`,
          thread: 'teams:home:private|-',
          author: { name: 'owner' },
          postedAt: '2026-11-01T10:00:00.000Z',
        },
        ...{
          audience: 'internal',
          visibility: 'members',
          kind: 'message',
          text: `Between us: ${canary(kind, 'private')} canary`,
          files: [],
          backfilled: false,
        },
      },
    },
  ])

const verdictOf = (answer: Answer): Verdict => {
  if (answer.failure) throw new Error(`failed: ${answer.card.summary}`)
  if (!answer.refusal) return 'answer'
  if (answer.card.summary.includes('not available to you')) return 'unavailable'
  return answer.refusal.kind === 'not-found' && answer.refusal.message.startsWith('There is no contract')
    ? 'not-found'
    : (answer.refusal.kind as Verdict)
}

const askAs = (role: RoleName, kind: Kind, name: string) => {
  const asked = lines[name]
  const state = kind === 'open' ? 'off' : 'on'
  const line = (asked?.line ?? '')
    .replace(/\bC\b/, numbers[kind])
    .replace('ROLE', `${role} ${kind}`)
    .replace('STATE', state)
    .replace('O-KIND', kind === 'open' ? 'O-1' : 'O-2')
    .replace('KIND', kind)
  return company.ask(role, line, asked?.inThread ? inThread : {})
}

const cells = roles.flatMap((role) => (['open', 'restricted'] as const).map((kind) => ({ role, kind })))

describe('the access table', () => {
  it('has a line for every command', () => {
    expect(Object.keys(lines).sort()).toEqual(commands.map((command) => command.name).sort())
  })

  it.each(cells)('$role on the $kind contract', async ({ role, kind }) => {
    const found: Record<string, Verdict> = {}
    const expected: Record<string, Verdict> = {}
    for (const [name, { need, inThread: there, allowed }] of Object.entries(lines)) {
      const answer = await askAs(role, kind, name)
      found[name] = verdictOf(answer)
      expected[name] = oracle(role, kind, need)
      // Unlinking what is not linked is a conflict, which says that it was allowed.
      if (there && String(answer.refusal?.kind) === 'conflict') found[name] = 'answer'
      if (allowed?.test(answer.refusal?.message ?? '')) found[name] = 'answer'
      // Who may audit a contract reads what was set and when, and no talk by that.
      const audited = need === 'audit' && role === 'keeper' ? [canary(kind, 'title'), canary(kind, 'party')] : []
      held(role, JSON.stringify(answer), audited)
    }
    expect(found).toEqual(expected)
  })

  /** No answer to anybody holds a word that the asker may not read. */
  const held = (role: RoleName, answer: string, allowed: readonly string[]) => {
    const mayRestricted = seesRestricted.includes(role)
    const hidden = internal.includes(role)
      ? [
          ...(mayRestricted ? [] : canaries('restricted')),
          ...(role === 'owner' ? [] : [canary('open', 'private'), canary('restricted', 'private')]),
        ]
      : [...canaries('open'), ...canaries('restricted')]
    for (const word of hidden.filter((one) => !allowed.includes(one))) expect(answer, `${role} read ${word}`).not.toContain(word)
  }

  it.each(['member', 'keeper', 'administrator'] as const)(
    'hides the restricted contract from a %s as if its number were never given',
    async (role) => {
      for (const [name, { line, need }] of Object.entries(lines)) {
        if (!/\bC\b/.test(line) || need === 'audit') continue
        const hidden = JSON.stringify(await askAs(role, 'restricted', name)).replaceAll(numbers.restricted, 'C-999')
        const missing = JSON.stringify(
          await company.ask(
            role,
            line.replace(/\bC\b/, 'C-999').replace('STATE', 'on').replace('ROLE', `${role} restricted`),
            lines[name]?.inThread ? inThread : {},
          ),
        )
        expect(hidden, name).toBe(missing)
      }
    },
  )

  it('finds nothing by words of what may not be seen, and counts none of it', async () => {
    for (const word of canaries('restricted')) {
      const answer = await company.ask('member', `find ${word}`)
      expect(answer.card.summary, word).toBe('Nothing found.')
    }
    expect((await company.ask('member', `find ${canary('open', 'private')}`)).card.summary).toBe('Nothing found.')
    expect((await company.ask('owner', `find ${canary('restricted', 'document')}`)).card.summary).toContain('1 contract')
  })

  it('lets a record keeper read everything of a restricted contract under a typed reason, and records it', async () => {
    const answer = await company.read('keeper', `talk ${numbers.restricted} reason:"Request of the board"`)
    expect(answer).toContain(canary('restricted', 'private'))
    expect(await company.read('owner', `audit ${numbers.restricted}`)).toContain('Request of the board')
  })

  it('tells an administrator counts, and no word', async () => {
    const answer = await company.read('administrator', `audit ${numbers.restricted}`)
    expect(answer).toContain('counts')
    for (const word of canaries('restricted')) expect(answer).not.toContain(word)
  })

  it('lets nobody read by having been told a thread or conversation', async () => {
    const there = { conversation: channel, thread }
    for (const role of ['guest', 'outsider'] as const) {
      for (const name of Object.keys(lines)) {
        const answer = await company.ask(role, (lines[name]?.line ?? '').replace(/\bC\b/, numbers.open), there)
        for (const word of [
          ...canaries('open').filter((one) => !one.endsWith('title') && !one.endsWith('party')),
          ...canaries('restricted'),
        ]) {
          expect(JSON.stringify(answer)).not.toContain(word)
        }
      }
    }
  })
})

// Binding words to what a command declares: what is given by place, by name, as a flag, by a form; and each way of getting it wrong.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Amount, Day, Days, Pairs, PastDay, YesNo } from '../../src/bot/argument-types.ts'
import { bindArguments } from '../../src/bot/arguments.ts'
import { type AnyCommand, defineCommand } from '../../src/bot/command.ts'
import { parse } from '../../src/bot/parse.ts'
import { usageOf } from '../../src/bot/usage.ts'
import { writeLine } from '../../src/bot/write-line.ts'
import { commands } from '../../src/commands/index.ts'
import { refusalOf } from './refusal-of.ts'

const run = async () => ({ summary: '', elements: [] })
const shared = { summary: 'For tests.', requires: 'member', contract: 'none', run } as const

const grant = defineCommand({
  ...shared,
  name: 'contract grant',
  examples: ['grant C-142 @ana'],
  positional: ['person', 'note'],
  args: z.object({
    person: z.string(),
    note: z.string().max(20).optional(),
    level: z.enum(['read', 'write', 'none']).default('read'),
    until: Day.optional(),
    since: PastDay.optional(),
    term: Days.optional(),
    price: Amount.optional(),
    count: z.coerce.number().int().min(1).max(9).optional(),
    email: z.email().optional(),
    quiet: YesNo.default(false),
    reviewers: z.array(z.string()).optional(),
    noticePeriod: z.string().optional(),
    zone: z
      .string()
      .refine((name) => name.includes('/'), 'a time zone such as Europe/Berlin')
      .optional(),
  }),
})

const find = defineCommand({
  ...shared,
  name: 'contract find',
  examples: ['find acme'],
  positional: ['words'],
  args: z.object({ words: z.string().default(''), after: z.string().optional(), pairs: Pairs }),
})

const bind = (command: AnyCommand, line: string, fields: Record<string, string> = {}) =>
  bindArguments({ command, parsed: parse(line), fields, today: '2026-11-24', again: (parsed) => `grant ${writeLine(parsed)}` })

describe('what is given', () => {
  test.each([
    ['@ana', { person: '@ana', level: 'read', quiet: false }],
    ['@ana see you there', { person: '@ana', note: 'see you there', level: 'read', quiet: false }],
    ['"Ana Ruiz" "a note"', { person: 'Ana Ruiz', note: 'a note', level: 'read', quiet: false }],
    ['<at>Ana Ruiz</at> level:write', { person: '@Ana Ruiz', level: 'write', quiet: false }],
    ['level=WRITE @ana', { person: '@ana', level: 'write', quiet: false }],
    ['person:@ana', { person: '@ana', level: 'read', quiet: false }],
    ['@ana --quiet', { person: '@ana', level: 'read', quiet: true }],
    ['@ana —quiet', { person: '@ana', level: 'read', quiet: true }],
    ['@ana quiet:No', { person: '@ana', level: 'read', quiet: false }],
    ['@ana until:"31 Dec"', { person: '@ana', level: 'read', quiet: false, until: '2026-12-31' }],
    ['@ana since:"31 Dec"', { person: '@ana', level: 'read', quiet: false, since: '2025-12-31' }],
    ['@ana term:90d', { person: '@ana', level: 'read', quiet: false, term: { from: '2026-11-24', to: '2027-02-22' } }],
    ['@ana price:"EUR 250k"', { person: '@ana', level: 'read', quiet: false, price: { minor: 25_000_000, currency: 'EUR' } }],
    ['@ana count:3', { person: '@ana', level: 'read', quiet: false, count: 3 }],
    ['@ana reviewers:"Lee P" reviewers:kim', { person: '@ana', level: 'read', quiet: false, reviewers: ['Lee P', 'kim'] }],
    ['@ana notice-period:90d', { person: '@ana', level: 'read', quiet: false, noticePeriod: '90d' }],
    ['@ana NoticePeriod:90d', { person: '@ana', level: 'read', quiet: false, noticePeriod: '90d' }],
    ['@ana one\ntwo', { person: '@ana', note: 'one\ntwo', level: 'read', quiet: false }],
  ])('%j', (line, args) => expect(bind(grant, line)).toEqual(args))

  test('a command with pairs takes every other comparison as it was typed', () => {
    expect(bind(find, 'acme type:msa expires&lt;90d sla!=standard after:x --open')).toEqual({
      words: 'acme',
      after: 'x',
      pairs: [
        { key: 'type', comparison: ':', value: 'msa' },
        { key: 'expires', comparison: '<', value: '90d' },
        { key: 'sla', comparison: '!=', value: 'standard' },
        { key: 'open', comparison: ':', value: 'yes' },
      ],
    })
    expect(bind(find, '')).toEqual({ words: '', pairs: [] })
  })

  test('a form fills in what the words do not say, and its text is never read as a command line', () => {
    expect(bind(grant, '@ana', { person: '@kim', note: 'level:write --quiet', level: 'write', other: 'x', count: ' ' })).toEqual({
      person: '@ana',
      note: 'level:write --quiet',
      level: 'write',
      quiet: false,
    })
    expect(bind(grant, '', { person: '@kim', quiet: 'true', reviewers: 'lee' })).toMatchObject({
      person: '@kim',
      quiet: true,
      reviewers: ['lee'],
    })
  })
})

describe('what is refused', () => {
  test.each([
    ['', 'grant needs <person>.'],
    ['@ana level:wrte', '"level" must be one of read, write, none, not "wrte". Did you mean write?'],
    ['@ana level:xyz', '"level" must be one of read, write, none, not "xyz".'],
    ['@ana levle:write', 'grant has no "levle:". Did you mean "level:"?'],
    ['@ana zzz:write', 'grant has no "zzz:".'],
    ['@ana --silent', 'grant has no "--silent".'],
    ['@ana constructor:x', 'grant has no "constructor:".'],
    ['@ana __proto__:x', undefined],
    ['@ana level<write', '"level" takes one value: write level:write, not level<write.'],
    ['@ana level:read level:write', '"level" is given twice: "read" and "write".'],
    ['@ana person:@kim', '"person" is given twice: "@ana" and "@kim".'],
    ['@ana until:"31 Feb"', 'There is no 31 February 2026; February 2026 ends on 28 Feb 2026.'],
    ['@ana price:1200', '"1200" has no currency.'],
    ['@ana count:x', '"count" must be a number, not "x".'],
    ['@ana count:1.5', '"count" must be a whole number, not "1.5".'],
    ['@ana count:0', '"count" must be at least 1, not "0".'],
    ['@ana count:10', '"count" must be at most 9, not "10".'],
    ['@ana email:lee', '"email" must be an e-mail address such as lee@acme.example, not "lee".'],
    ['@ana quiet:perhaps', '"quiet" must be yes or no, not "perhaps".'],
    ['@ana zone:Mars', '"zone" must be a time zone such as Europe/Berlin, not "Mars".'],
    ['@ana this is far too long for it', '"note" has 27 characters; at most 20 fit.'],
    ['@ana count:0 zone:Mars', '"count" must be at least 1, not "0". "zone" must be a time zone such as Europe/Berlin, not "Mars".'],
  ])('%j', (line, message) => {
    if (message === undefined)
      return expect(bind(grant, line)).toEqual({ person: '@ana', note: '__proto__:x', level: 'read', quiet: false })
    expect(refusalOf(() => bind(grant, line))).toMatchObject({ kind: 'invalid', message, next: expect.stringMatching(/./) })
  })

  test('a missing or bad argument comes with usage and a line that works', () => {
    for (const line of ['', '@ana level:xyz', '@ana zzz:1']) {
      expect(refusalOf(() => bind(grant, line)).next).toContain('For example: grant C-142 @ana')
      expect(refusalOf(() => bind(grant, line)).next).toContain('Usage: grant <person> [note] [level:read|write|none] [until:<day>]')
    }
  })

  test('a misspelled name can be pressed as it was meant', () => {
    expect(refusalOf(() => bind(grant, '"Ana Ruiz" levle:write --quiet')).choices).toEqual([
      { label: 'level:write', command: 'grant "Ana Ruiz" level:write --quiet' },
    ])
  })

  test('words that nobody asked for', () => {
    const show = defineCommand({ ...shared, name: 'contract show', contract: 'required', examples: ['show C-1'], args: z.object({}) })
    expect(refusalOf(() => bind(show, 'family'))).toMatchObject({
      message: 'show has no use for "family".',
      next: 'Usage: show [contract]. For example: show C-1',
    })
  })
})

describe('usage is derived', () => {
  test('from every kind of argument', () => {
    expect(usageOf(grant)).toBe(
      'grant <person> [note] [level:read|write|none] [until:<day>] [since:<day>] [term:<days>] [price:<amount>] [count:<count>] [email:<email>] [--quiet] [reviewers:<reviewers>] [noticePeriod:<noticePeriod>] [zone:<zone>]',
    )
    expect(usageOf(find)).toBe('find [words] [field:value ...]')
  })

  test('for every command of the registry, and its own examples fit it', () => {
    for (const command of commands) {
      expect(usageOf(command), command.name).toMatch(/^[a-z]+( [a-z]+)?( |$)/)
      for (const key of command.positional ?? []) expect(Object.keys(command.args.shape), command.name).toContain(key)
    }
  })
})

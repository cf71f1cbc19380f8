// Which command a line names, as a table, with a registry in which two nouns share a verb.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type AnyCommand, defineCommand } from '../../src/bot/command.ts'
import { findCommand, nounsOf, unknownCommand } from '../../src/bot/find-command.ts'
import { nearest } from '../../src/bot/nearest.ts'
import { parse } from '../../src/bot/parse.ts'

const named = (name: string, more: { hidden?: true } = {}): AnyCommand =>
  defineCommand({
    name,
    summary: `Does ${name}.`,
    examples: [`${name} x`],
    requires: 'member',
    contract: 'none',
    args: z.object({}),
    run: async () => ({ summary: '', elements: [] }),
    ...more,
  })

const registry = [
  'contract show',
  'contract find',
  'clause show',
  'clause use',
  'digest here',
  'digest list',
  'person list',
  'person set',
  'help',
  'whoami',
].map((name) => named(name))
const commands = [...registry, named('contract press', { hidden: true })]

test.each([
  ['show x', 'contract show', 'x'],
  ['contract show x', 'contract show', 'x'],
  ['clause show x', 'clause show', 'x'],
  ['CLAUSE Show x', 'clause show', 'x'],
  ['use x', 'clause use', 'x'],
  ['contract use x', 'clause use', 'x'],
  ['contract clause show x', 'clause show', 'x'],
  ['contract contract find x', 'contract find', 'x'],
  ['here x', 'digest here', 'x'],
  ['/find x', 'contract find', 'x'],
  ['/clause use x', 'clause use', 'x'],
  ['find show x', 'contract find', 'show x'],
  ['set x', 'person set', 'x'],
  ['help show', 'help', 'show'],
  ['press x', 'contract press', 'x'],
  ['clause', 'help', 'clause'],
  ['digest', 'help', 'digest'],
])('%j is %s with %j', (line, name, rest) => {
  const found = findCommand(commands, parse(line))
  expect([found?.command.name, found?.parsed.words.map(({ text }) => text).join(' ')]).toEqual([name, rest])
})

test.each([
  'list',
  'list x',
  '"show" x',
  'contract "show"',
  'shows',
  'clause nothing',
  'constructor',
  '__proto__ x',
  '-show',
  'c-1 show',
  '🙂',
])('%j names none, or more than one', (line) => expect(findCommand(commands, parse(line))).toBeUndefined())

describe('did you mean', () => {
  test.each([
    ['list', ['digest list', 'person list']],
    ['shwo C-1 type:msa --x', ['show C-1 type:msa --x']],
    ['pres', []],
    ['zzzzz', []],
  ])('%j', (line, choices) => {
    const refusal = unknownCommand(commands, parse(line))
    expect(refusal.choices.map(({ command }) => command)).toEqual(expect.arrayContaining(choices))
    if (choices.length === 0) expect(refusal.choices).toEqual([{ label: 'Help', command: 'help' }])
    for (const { command } of refusal.choices) expect(findCommand(commands, parse(command))).toBeDefined()
  })
})

test('nouns are told once, in the order of the registry', () => {
  expect(nounsOf(commands)).toEqual(['contract', 'clause', 'digest', 'person'])
  expect(nounsOf([named('secret press', { hidden: true })])).toEqual([])
})

test.each([
  ['levle', ['level', 'person', 'label'], ['level']],
  ['LÉVEL', ['level'], ['level']],
  ['zzz', ['level'], []],
  ['', ['level'], []],
  ['x'.repeat(10_000), ['level'], []],
])('%.10s is nearest to %j: %j', (typed, candidates, near) => expect(nearest(typed, candidates)).toEqual(near))

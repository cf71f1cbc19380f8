// What a "no" looks like, word for word, and help made from a registry.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { commandHelpCard, listHelpCard, shortHelpCard } from '../../../src/bot/cards/help.ts'
import { failureCard, refusalCard, storageAwayCard, unavailableCard } from '../../../src/bot/cards/refusal.ts'
import { defineCommand } from '../../../src/bot/command.ts'
import { renderCard } from '../../../src/bot/terminal/render-card.ts'
import { commands } from '../../../src/commands/index.ts'
import { contractNotFound, Refusal } from '../../../src/contracts/refusal.ts'

describe('a refusal', () => {
  test.each([
    [
      'with a next move',
      contractNotFound('C-9'),
      `Warning: There is no contract C-9 that you can see.
Look it up by name: find acme`,
    ],
    ['alone', new Refusal('not-allowed', 'No.'), 'Warning: No.'],
    [
      'with a pick list',
      new Refusal('ambiguous', '"acme" fits 2 contracts.', {
        next: 'Pick one, or type its number.',
        choices: [
          { label: 'C-1 Acme MSA', command: 'show C-1' },
          { label: 'C-4 Acme DPA', command: 'show C-4' },
        ],
      }),
      `Warning: "acme" fits 2 contracts.
Pick one, or type its number.`,
    ],
  ])('%s', (_, refusal, shown) => {
    const card = refusalCard(refusal)
    expect(renderCard(card)).toContain(shown)
    for (const { label, command } of refusal.choices) {
      expect(renderCard(card)).toContain(command)
      expect(card.elements.at(-1)).toMatchObject({ type: 'buttons', buttons: expect.arrayContaining([{ label, command }]) })
    }
  })

  test('its sentence alone says the same without the card', () => {
    expect(refusalCard(contractNotFound('C-9')).summary).toBe('There is no contract C-9 that you can see. Look it up by name: find acme')
  })

  test.each([
    [storageAwayCard(), 'Problem: Storage is unavailable. Nothing was recorded. Try again.'],
    [unavailableCard(), 'This is not available to you.'],
    [
      failureCard('F-0a1b2c3d'),
      `Problem: Something went wrong here, not with what you typed. It is logged as
F-0a1b2c3d.
Try again; if it happens again, tell your administrator the number.`,
    ],
  ])('what broke: %#', (card, shown) => expect(renderCard(card)).toBe(shown))
})

describe('help', () => {
  const hidden = defineCommand({
    name: 'contract press',
    summary: 'Pressed.',
    examples: ['press'],
    requires: 'member',
    contract: 'none',
    hidden: true,
    args: z.object({}),
    run: async () => ({ summary: '', elements: [] }),
  })
  const all = [...commands, hidden]

  test('a bare line: what most people come for, and where the rest is', () => {
    const shown = renderCard(shortHelpCard(all))
    for (const line of ['find acme', 'show C-142', 'help contract', 'help person', 'help all']) expect(shown).toContain(line)
    expect(shown).not.toContain('press C')
  })

  test('everything: each command with its usage, none that is hidden', () => {
    const shown = renderCard(listHelpCard('Everything', all), { width: 200 })
    for (const { name } of commands) expect(shown).toContain(name.replace('contract ', ''))
    expect(shown).toContain(`${commands.length} commands`)
    expect(shown).not.toContain('Pressed.')
  })

  test('one command', () => {
    const file = commands.find(({ name }) => name === 'contract file')
    expect(file && renderCard(commandHelpCard(file))).toBe(`file
Fetch the executed document, or the last one.

Usage:     file [contract] [name]
Examples:  file C-142
           file C-142 "Amendment 2"
In a linked thread the contract may be left out.`)
  })
})

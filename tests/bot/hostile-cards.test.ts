// 5,000 hostile strings in every place of a card that takes text: no mention, no disguised link, no markup, within all limits.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Card, card, context, folded, heading, text } from '../../src/bot/card.ts'
import { surfaces } from '../../src/bot/slack/limits.ts'
import { renderCard as slack } from '../../src/bot/slack/render-card.ts'
import { renderCard as teams } from '../../src/bot/teams/render-card.ts'
import { renderCard as terminal } from '../../src/bot/terminal/render-card.ts'
import { anyText } from './hostile-text.ts'
import { checkMessage } from './slack/check-message.ts'
import { checkCard } from './teams/check-card.ts'

const real = 'https://contracts.example/real'

const everywhere = (words: string): Card => ({
  ...card(
    words,
    heading(words),
    text(words),
    text(words, 'bad'),
    context(words),
    { type: 'facts', facts: [{ label: words, value: words, note: words }] },
    { type: 'table', caption: words, columns: [{ label: words }, { label: words, align: 'right' }], rows: [{ cells: [words, words] }] },
    { type: 'table', caption: words, columns: [{ label: words }], rows: [{ cells: [words], command: `show "${words}"` }] },
    {
      type: 'table',
      caption: words,
      columns: Array.from({ length: 5 }, () => ({ label: words })),
      rows: [{ cells: [words], command: words }],
    },
    { type: 'quote', author: words, at: words, text: words, marks: [words], link: { label: words, url: real } },
    { type: 'link', link: { label: words, url: words } },
    { type: 'link', link: { label: 'Open', url: `https://contracts.example/${words}` } },
    { type: 'file', sha256: words, name: words, size: 1, url: real },
    { type: 'file', sha256: words, name: words, size: 1 },
    { type: 'image', conversation: 'slack:T1:C1', file: 'F1', alt: words },
    { type: 'group', title: words, elements: [text(words), { type: 'facts', facts: [{ label: words, value: words, note: words }] }] },
    folded(words, context(words), { type: 'image', conversation: 'slack:T1:C1', file: 'F1', alt: words }),
    { type: 'divider' },
    {
      type: 'form',
      inputs: [
        { type: 'text', name: 'a', label: words, value: words, placeholder: words, required: true },
        { type: 'choice', name: 'b', label: words, choices: [{ label: words, value: words }], value: words },
        { type: 'date', name: 'c', label: words, required: true },
        { type: 'contract', name: 'd', label: words, value: words },
      ],
      submit: { label: words, command: words },
    },
    {
      type: 'buttons',
      buttons: [
        { label: words, command: words, confirm: words },
        { label: words, command: words, style: 'danger' },
      ],
    },
  ),
  more: { label: words, command: words },
})

const home = new Set(['contracts.example', 'evil.example'])

/** Links go only where the card's own addresses go: nothing in a text ever became one. */
const expectOwnLinks = (urls: readonly string[], words: string): void => {
  for (const url of urls) {
    expect(new URL(url)).toMatchObject({ protocol: expect.stringMatching(/^(?:https?|mailto):$/), username: '', password: '' })
    const given = URL.parse(words)?.href
    expect(url === real || url === given || url.startsWith('https://contracts.example')).toBe(true)
    expect(home.has(new URL(url).hostname) || url === given).toBe(true)
  }
}

test('slack', () => {
  fc.assert(
    fc.property(anyText, (words) =>
      expectOwnLinks(checkMessage(slack(everywhere(words), { ...surfaces.message, workspace: 'T1' })), words),
    ),
    { numRuns: 1000 },
  )
})

test.each([surfaces.plainMessage, surfaces.view])('slack where tables are text: $blocks blocks', (surface) => {
  fc.assert(
    fc.property(anyText, (words) => expectOwnLinks(checkMessage(slack(everywhere(words), surface), surface), words)),
    { numRuns: 150 },
  )
})

test('teams', () => {
  fc.assert(
    fc.property(anyText, (words) => expectOwnLinks(checkCard(teams(everywhere(words), { nonce: 'n' })), words)),
    { numRuns: 1000 },
  )
})

test('terminal', () => {
  fc.assert(
    fc.property(anyText, (words) => {
      const shown = terminal(everywhere(words))
      expect(shown).not.toMatch(/[[\p{Cc}\u202d\u202e\u200b]--[\n]]/v)
      expect(shown.isWellFormed()).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('long hostile text is within limits as well', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 3000 }), (words, times) => {
      const long = words.repeat(times).slice(0, 1900)
      checkMessage(slack(everywhere(long)))
      checkMessage(slack(everywhere(long), surfaces.view), surfaces.view)
      checkCard(teams(everywhere(long), { nonce: 'n' }))
    }),
    {
      numRuns: 60,
      examples: [
        ['\udfff', 1796],
        ['\u0000', 1900],
      ],
    },
  )
})

test.each([
  ['https://bank.example', 'https://evil.example/a', 'https://bank.example (evil.example)'],
  ['bank.example/login', 'https://evil.example/a', 'bank.example/login (evil.example)'],
])('a label that poses as an address shows the true one: %s', (label, url, shown) => {
  const disguised = card('x', { type: 'link', link: { label, url } })
  expect(JSON.stringify(slack(disguised))).toContain(shown)
  expect(JSON.stringify(teams(disguised, { nonce: 'n' }))).toContain(shown)
  expect(terminal(disguised)).toContain(shown)
})

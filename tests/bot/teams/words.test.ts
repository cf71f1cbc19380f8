// Teams' ways of writing a message, as plain words.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readActivity } from '../../../src/bot/teams/activity.ts'
import { addressedText, saidIn, textOfHtml } from '../../../src/bot/teams/words.ts'
import { messageActivity, type Parts } from './activities.ts'

const html: [string, string][] = [
  ['<p>Twelve months &amp; no more</p>', 'Twelve months & no more'],
  ['<div>one</div><div>two</div>', 'one\n\ntwo'],
  ['a<br>b<br/>c', 'a\nb\nc'],
  ['<ul><li>first</li><li>second</li></ul>', '- first\n\n- second'],
  ['<at id="0">Ana Duarte</at> agreed', '@Ana Duarte agreed'],
  ['<a href="https://evil.example" title="x">https://bank.example</a>', 'https://bank.example (https://evil.example)'],
  ['<a href="https://a.example">https://a.example</a>', 'https://a.example'],
  ['see <a href="https://a.example/?x=1&amp;y=2">this</a>', 'see this (https://a.example/?x=1&y=2)'],
  ['<script>alert(1)</script>ok<style>p{}</style>', 'ok'],
  ['1 &lt; 2 and 3 < 4', '1 < 2 and 3 < 4'],
  ['&#x1F600;&#128512;&unknown;&#xD800;', '😀😀&unknown;&#xD800;'],
  ['<img alt="smile" src="x">', 'smile'],
  ['<!-- hidden -->shown', 'shown'],
  ['', ''],
]

describe('HTML as plain text', () => {
  it.each(html)('%s', (from, to) => expect(textOfHtml(from)).toBe(to))

  it('never throws, and never leaves a tag that it knows', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '/', 'p', 'a', '"', '&', ';', ' ', 'x', '\ud800') }), (text) => {
        expect(textOfHtml(text)).not.toMatch(/<\/?p>/)
      }),
    )
  })

  it('reads 200,000 characters of broken mark-up in under a second', () => {
    const started = performance.now()
    for (const text of ['<'.repeat(200_000), '<a href="'.repeat(20_000), '&'.repeat(200_000), ' '.repeat(200_000), '<p '.repeat(60_000)])
      textOfHtml(text)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('what was said', () => {
  const said: [string, Parts, string][] = [
    [
      'the HTML body where there is one',
      { text: 'flat', attachments: [{ contentType: 'text/html', content: '<p>one</p><p>two</p>' }] },
      'one\n\ntwo',
    ],
    ['plain text with mentions', { text: '<at>Throughline</at> please ask <at id="1">Lee</at>' }, '@Throughline please ask @Lee'],
    ['plain text with brackets', { text: 'if a<b then "x" & y' }, 'if a<b then "x" & y'],
    ['text that is marked up', { text: '<b>bold</b> &amp; fine', textFormat: 'xml' }, 'bold & fine'],
    ['nothing', { text: undefined }, ''],
  ]
  it.each(said)('%s', (_, parts, text) => {
    expect(saidIn(messageActivity(parts))).toBe(text)
  })
})

describe('what is said to the bot', () => {
  const addressed: [string, Parts, string | undefined][] = [
    ['mentioned first', { text: '<at>Throughline</at> find acme' }, 'find acme'],
    ['mentioned last, another person too', { text: 'grant C-1 <at>Lee</at> <at>Throughline</at>' }, 'grant C-1 <at>Lee</at>'],
    ['mentioned alone', { text: '<at>Throughline</at>' }, ''],
    ['not mentioned', { text: 'find acme', entities: [] }, undefined],
    [
      'somebody else mentioned',
      { text: '<at>Lee</at> hi', entities: [{ type: 'mention', text: '<at>Lee</at>', mentioned: { id: '29:lee' } }] },
      undefined,
    ],
    ['written like a mention and none', { text: '<at>Throughline</at> find', entities: undefined }, undefined],
  ]
  it.each(addressed)('%s', (_, parts, text) => {
    expect(addressedText(messageActivity({ entities: mention, ...parts }))).toBe(text)
  })
})

const mention = [
  { type: 'mention', text: '<at>Throughline</at>', mentioned: { id: '28:11111111-2222-3333-4444-555555555555', name: 'Throughline' } },
]

describe('bodies that are no activity', () => {
  const bodies = [
    '',
    'null',
    '5',
    '"x"',
    '[]',
    '[{}]',
    '{}',
    '{"type":5}',
    '{"type":"message"}',
    'x'.repeat(1000),
    '['.repeat(200_000),
    `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
  ]
  it.each(bodies.map((body) => [body.slice(0, 20), body]))('%s', (_, body) => {
    expect(readActivity(body)).toBeUndefined()
  })

  it('takes null for what is not there', () => {
    const body = { ...messageActivity({}), attachments: null, entities: null, text: null, channelData: null, from: null }
    expect(readActivity(JSON.stringify(body))).toMatchObject({ type: 'message', text: undefined })
  })

  it('takes any JSON without throwing', () => {
    fc.assert(
      fc.property(fc.json(), (body) => {
        readActivity(body)
      }),
    )
  })
})

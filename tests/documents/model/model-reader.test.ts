// A model behind the OpenAI protocol: what it is asked, what of its answers is taken, and every way in which it can be away.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundledFields } from '../../../src/contracts/bundled-fields.ts'
import { FieldReaderAway, findSentences } from '../../../src/documents/field-reader.ts'
import { createModelReader } from '../../../src/documents/model/model-reader.ts'
import { openModelEndpoint, type Reply } from './model-endpoint.ts'

let endpoint: Awaited<ReturnType<typeof openModelEndpoint>>
beforeAll(async () => {
  endpoint = await openModelEndpoint()
})
afterAll(() => endpoint.close())

const read = (milliseconds = 5_000) =>
  createModelReader({ url: `${endpoint.url}/`, name: 'llama', key: 'sk-secret', milliseconds }).read(
    'The text of a contract.',
    bundledFields,
  )

it('is asked once a document, with its key, the fields and the text apart from the instructions', async () => {
  endpoint.answer({ content: '[]' })
  expect(await read()).toEqual([])
  const last = endpoint.asked.at(-1)
  expect(last?.path).toBe('/v1/chat/completions')
  expect(last?.headers.authorization).toBe('Bearer sk-secret')
  expect(last?.body.model).toBe('llama')
  expect(last?.body.messages.map(({ role }) => role)).toEqual(['system', 'user'])
  expect(last?.body.messages[0]?.content).toContain('slaUptimePercent: ')
  expect(last?.body.messages[1]?.content).toBe('The text of a contract.')
})

it.each([
  ['bare', '[{"field":"seats","value":480,"sentence":"Up to 480 seats."}]'],
  ['in a code block', '```json\n[{"field":"seats","value":"480","sentence":"Up to 480 seats."}]\n```'],
  ['with words around it', 'Here you are:\n[{"field":"seats","value":"480","sentence":"Up to 480 seats."}]\nAnything else?'],
])('takes an array %s', async (_title, content) => {
  endpoint.answer({ content })
  expect(await read()).toEqual([{ field: 'seats', value: '480', sentence: 'Up to 480 seats.' }])
})

it.each<[string, Reply, RegExp]>([
  ['an error', { status: 500, text: 'oops' }, /^it answered with 500$/],
  ['no key', { status: 401, text: '{}' }, /^it answered with 401$/],
  ['no JSON', { text: 'hello' }, /not understood/],
  ['another protocol', { text: '{"result":1}' }, /not understood/],
  ['words only', { content: 'I can not read this.' }, /not understood/],
  ['broken JSON', { content: '[{"field":]' }, /not understood/],
  ['another shape', { content: '[{"name":"seats"}]' }, /not understood/],
  ['too long an answer', { text: ' '.repeat(1_100_000) }, /too long/],
  ['a way elsewhere', { status: 302, location: 'http://127.0.0.1:1/' }, /can not be reached/],
])('is away with %s', async (_title, reply, message) => {
  endpoint.answer(reply)
  const away = await read().catch((error: unknown) => error)
  expect(away).toBeInstanceOf(FieldReaderAway)
  expect((away as Error).message).toMatch(message)
  expect(String((away as Error).message)).not.toContain('sk-secret')
})

it('is away when it says nothing in time, or is not there', async () => {
  for (const reply of [{ silent: true }, { drip: true }]) {
    endpoint.answer(reply)
    await expect(read(200)).rejects.toThrow(/did not answer within 0.2 seconds/)
  }
  const nowhere = createModelReader({ url: 'http://127.0.0.1:1/v1', name: 'llama', key: undefined })
  await expect(nowhere.read('x', [])).rejects.toThrow(/can not be reached/)
})

describe('a claimed sentence', () => {
  const text = 'Intro.\n\nThe  Customer may use\nup to “480” seats – no more.\tEnd.'
  it.each([
    ['word for word', 'The  Customer may use\nup to “480” seats – no more.'],
    ['with other line breaks and quotes', 'The Customer may use up to "480" seats - no more.'],
  ])('is found %s, at its place', (_title, sentence) => {
    const place = findSentences(text)(sentence)
    expect(text.slice(place?.start, place?.end)).toBe('The  Customer may use\nup to “480” seats – no more.')
  })

  it.each(['The Customer may use up to "490" seats.', 'The', '', '            '])(
    'is dropped when it is not there, or no sentence: "%s"',
    (sentence) => {
      expect(findSentences(text)(sentence)).toBeUndefined()
    },
  )

  it('is found wherever it was cut from, and its place reads the same', () => {
    const words = fc.array(fc.stringMatching(/^[a-z“”’–]{1,8}$/), { minLength: 8, maxLength: 40 })
    const gaps = fc.array(fc.constantFrom(' ', '\n', '  ', '\t\n '), { minLength: 40, maxLength: 40 })
    fc.assert(
      fc.property(words, gaps, fc.nat(), (all, between, seed) => {
        const whole = all.map((word, index) => word + (between[index] ?? ' ')).join('')
        const first = seed % Math.max(1, all.length - 7)
        const sentence = all.slice(first, first + 7).join(' ')
        fc.pre(sentence.length >= 12)
        const place = findSentences(whole)(sentence)
        const flat = (typed: string) => typed.replace(/\s+/g, ' ').replace(/[“”]/g, '"').replace(/’/g, "'").replace(/–/g, '-')
        expect(flat(whole.slice(place?.start, place?.end))).toBe(flat(sentence))
      }),
    )
  })
})

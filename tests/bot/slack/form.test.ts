// Forms in Slack: carried by a button, opened from it with everything in it, sent back by their names, and never emptied.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Input } from '../../../src/bot/card.ts'
import { formButton, formIn } from '../../../src/bot/slack/buttons.ts'
import { aboutIn, filledIn, formAgain, formView, limits } from '../../../src/bot/slack/view.ts'

const inputs: Input[] = [
  { type: 'text', name: 'text', label: 'What they say', placeholder: 'Words', multiline: true, required: true },
  {
    type: 'choice',
    name: 'as',
    label: 'Who',
    choices: [
      { label: 'Ana', value: 'ana' },
      { label: 'Lee', value: 'lee' },
    ],
    value: 'lee',
  },
  { type: 'date', name: 'on', label: 'On', value: '2026-03-03' },
  { type: 'contract', name: 'contract', label: 'Contract', value: 'C-142' },
]
const about = { command: 'say', title: 'Say something', submit: 'Say it', channel: 'C1', root: '1.1' }
const above = { summary: 'No.', elements: [] }

const state = (values: Record<string, object>) => ({
  values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
})
const filled = state({
  text: { type: 'plain_text_input', value: 'We agree.' },
  as: { type: 'static_select', selected_option: { text: { type: 'plain_text', text: 'Ana' }, value: 'ana' } },
  on: { type: 'datepicker', selected_date: '2026-04-04' },
  contract: { type: 'external_select', selected_option: { text: { type: 'plain_text', text: 'C-7 Acme' }, value: 'C-7' } },
}) as Parameters<typeof filledIn>[0]

describe('a form', () => {
  it('is carried by its button whole, or the button sends the command', () => {
    const carried = formButton({ label: 'Say it', command: 'say' }, inputs)
    expect(carried.action_id).toBe('form:0')
    expect(formIn(carried.value)).toEqual({ command: 'say', submit: 'Say it', inputs })
    const long = formButton({ label: 'Say it', command: 'say' }, [{ type: 'text', name: 'text', label: 'x'.repeat(2500) }])
    expect(long).toMatchObject({ action_id: 'command:0', value: 'say' })
  })

  it.each([undefined, null, '', '{', '5', 'null', '{"command":5}', '{"command":"a","submit":"b","inputs":[5]}'])(
    'is none in %j',
    (value) => {
      expect(formIn(value)).toBeUndefined()
    },
  )

  it('opens with what is chosen already, and knows what it is about', () => {
    const view = formView(about, { inputs, labels: { contract: 'C-142 · Acme MSA' } })
    expect(aboutIn(view.private_metadata)).toEqual(about)
    expect(view.blocks.map((block) => ('block_id' in block ? block.block_id : undefined))).toEqual(['text', 'as', 'on', 'contract'])
    expect(JSON.stringify(view.blocks)).toContain('C-142 · Acme MSA')
    expect(JSON.stringify(view.blocks)).toContain('"initial_date":"2026-03-03"')
  })

  it('comes back by its names', () => {
    expect(filledIn(filled)).toEqual({ text: 'We agree.', as: 'ana', on: '2026-04-04', contract: 'C-7' })
    expect(filledIn(state({ text: { value: null } }) as typeof filled)).toEqual({ text: '' })
  })

  it('comes again with everything that was filled in', () => {
    const again = formAgain(about, formView(about, { inputs }).blocks, filled, above)
    const elements = again.blocks.flatMap((block) => ('element' in block ? [block.element] : []))
    expect(elements).toEqual([
      expect.objectContaining({ initial_value: 'We agree.' }),
      expect.objectContaining({ initial_option: expect.objectContaining({ value: 'ana' }) }),
      expect.objectContaining({ initial_date: '2026-04-04' }),
      expect.objectContaining({ initial_option: expect.objectContaining({ value: 'C-7' }) }),
    ])
    expect(again.blocks.length).toBe(5)
  })

  it('keeps within what Slack takes, whatever somebody wrote', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 4000, unit: 'binary' }), fc.string({ maxLength: 200 }), (words, label) => {
        const view = formView(
          { ...about, title: label || 'x', submit: label || 'x' },
          {
            inputs: [
              { type: 'text', name: 'text', label: label || 'x', placeholder: words },
              { type: 'choice', name: 'c', label: 'c', choices: [{ label: words || 'x', value: 'v' }] },
            ],
            values: { text: words },
          },
        )
        expect(view.title.text.length).toBeLessThanOrEqual(limits.title)
        expect(view.submit?.text.length).toBeLessThanOrEqual(limits.button)
        for (const block of view.blocks) {
          if (!('element' in block) || block.element === undefined) continue
          const { element } = block
          if (element.type === 'plain_text_input') {
            expect(element.initial_value?.length ?? 0).toBeLessThanOrEqual(3000)
            expect(element.placeholder?.text.length ?? 0).toBeLessThanOrEqual(limits.placeholder)
          }
          if (element.type === 'static_select') expect(element.options?.[0]?.text.text.length).toBeLessThanOrEqual(limits.option)
        }
      }),
      { numRuns: 200 },
    )
  })
})

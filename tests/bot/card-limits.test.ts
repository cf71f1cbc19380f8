// Each limit of each platform, at the limit and one beyond it; what has no room is counted, never cut in silence.
import { describe, expect, test } from 'vitest'
import { type Button, type Card, card, context, folded, heading, type SimpleElement, text } from '../../src/bot/card.ts'
import { surfaces } from '../../src/bot/slack/limits.ts'
import { renderCard as slack } from '../../src/bot/slack/render-card.ts'
import { renderCard as teams } from '../../src/bot/teams/render-card.ts'
import { renderCard as terminal } from '../../src/bot/terminal/render-card.ts'
import { checkMessage } from './slack/check-message.ts'
import { checkCard } from './teams/check-card.ts'

const drawTeams = (drawn: Card) => teams(drawn, { nonce: 'n' })
const press = (number: number): Button[] =>
  Array.from({ length: number }, (_, index) => ({ label: `B${index}`, command: `show C-${index}` }))
const quote = (words: string): Card => card('x', { type: 'quote', author: 'Lee', at: 'now', text: words })

const list = (rows: number, more?: Button): Card => ({
  ...card(
    'A list',
    heading('A list'),
    {
      type: 'table',
      caption: 'All',
      columns: [{ label: 'No.' }, { label: 'Title' }],
      rows: Array.from({ length: rows }, (_, index) => ({
        cells: [`C-${index}`, `Agreement number ${index}`],
        command: `show C-${index}`,
      })),
    },
    { type: 'buttons', buttons: [{ label: 'Back', command: 'help' }] },
  ),
  ...(more && { more }),
})

/** The notice of what did not fit, and the number in it. */
const notice = (drawn: unknown): number | undefined => {
  const found = /([\d,]+) more rows? did not fit here/.exec(JSON.stringify(drawn))
  return found ? Number(found[1]?.replaceAll(',', '')) : undefined
}

describe('slack', () => {
  test.each([
    ['150', 'a'.repeat(150), 'header'],
    ['151', 'a'.repeat(151), 'rich_text'],
    ['30 that count five each', '&'.repeat(30), 'header'],
    ['31 that count five each', '&'.repeat(31), 'rich_text'],
  ])('heading of %s characters', (_, words, kind) => {
    const message = slack(card('x', heading(words)))
    expect(message.blocks[0]?.type).toBe(kind)
    expect(JSON.stringify(message)).toContain(words)
    checkMessage(message)
  })

  test.each([
    ['label', 75, (words: string) => ({ label: words, command: 'x' })],
    ['question', 300, (words: string) => ({ label: 'a', command: 'x', confirm: words })],
  ])('button %s at %d and one more', (_, limit, button) => {
    const drawn = (length: number) => slack(card('x', { type: 'buttons', buttons: [button('b'.repeat(length))] }))
    expect(JSON.stringify(drawn(limit))).toContain(`"${'b'.repeat(limit)}"`)
    expect(JSON.stringify(drawn(limit + 1))).toContain(`"${'b'.repeat(limit - 1)}…"`)
    checkMessage(drawn(limit))
    checkMessage(drawn(limit + 1))
  })

  test.each([
    [25, [25]],
    [26, [25, 1]],
    [51, [25, 25, 1]],
  ])('%d buttons', (number, blocks) => {
    const message = slack(card('x', { type: 'buttons', buttons: press(number) }))
    expect(message.blocks.map((block) => (block.type === 'actions' ? block.elements.length : 0))).toEqual(blocks)
    checkMessage(message)
  })

  test('50 blocks, and 51', () => {
    const headings = (number: number) => slack(card('x', ...Array.from({ length: number }, (_, index) => heading(`H${index}`))))
    expect(headings(50).blocks.map((block) => block.type)).toEqual(Array.from({ length: 50 }, () => 'header'))
    expect(headings(51).blocks).toHaveLength(50)
    expect(JSON.stringify(headings(51).blocks.at(-1))).toContain('2 more headings did not fit here.')
  })

  test('a quote of 3,000 characters, and one more', () => {
    expect(JSON.stringify(slack(quote('q'.repeat(3000))))).toContain(`"${'q'.repeat(3000)}"`)
    const cut = slack(quote('q'.repeat(3001)))
    expect(JSON.stringify(cut)).toContain(`${'q'.repeat(2920)}… [81 more characters are kept: the terminal shows them]`)
    checkMessage(cut)
  })

  test('small print of 2,000 characters, and one more', () => {
    expect(JSON.stringify(slack(card('x', context('c'.repeat(2000)))))).not.toContain('more characters')
    expect(JSON.stringify(slack(card('x', context('c'.repeat(2001)))))).toContain('81 more characters')
  })

  const table = (rows: number, cell: string, command?: string, columns = ['A', 'B']) =>
    card('x', {
      type: 'table',
      caption: 'T',
      columns: columns.map((label) => ({ label })),
      rows: Array.from({ length: rows }, (_, index) => ({
        cells: [`row ${index}`, cell],
        ...(command !== undefined && { command: `${command} ${index}` }),
      })),
    })
  const kinds = (message: { blocks: { type: string }[] }) => message.blocks.map(({ type }) => type)

  test('a table of long rows stays whole as text, in several blocks', () => {
    const message = slack(table(60, 'w'.repeat(50)), surfaces.plainMessage)
    expect(message.blocks.length).toBeGreaterThan(2)
    for (let row = 0; row < 60; row += 1) expect(JSON.stringify(message)).toContain(`row ${row} `)
    checkMessage(message, surfaces.plainMessage)
  })

  test.each([
    [100, 'v', undefined],
    [101, 'v', 1],
    [300, 'v', 200],
  ])('a table of %d rows has pages, and what is beyond 100 rows is counted', (rows, cell, left) => {
    const message = slack(table(rows, cell))
    expect(kinds(message)).toContain('data_table')
    expect(notice(message)).toBe(left)
    checkMessage(message)
  })

  test('cells of 10,000 characters together, and more', () => {
    const message = slack(table(4, 'c'.repeat(2400)))
    expect(notice(message)).toBeUndefined()
    checkMessage(message)
    const more = slack(table(5, 'c'.repeat(2400)))
    expect(notice(more)).toBe(1)
    checkMessage(more)
  })

  test('a table of 21 columns, or of commands that no menu takes, is text', () => {
    const wide = Array.from({ length: 21 }, (_, index) => `c${index}`)
    expect(kinds(slack(table(1, 'v', undefined, wide.slice(1))))).toContain('data_table')
    expect(kinds(slack(table(1, 'v', undefined, wide)))).not.toContain('data_table')
    expect(kinds(slack(table(6, 'v', 'c'.repeat(73))))).toContain('data_table')
    expect(kinds(slack(table(6, 'v', 'c'.repeat(74))))).toEqual(['rich_text', ...Array.from({ length: 6 }, () => 'section')])
  })

  test.each([
    [5, 'button', 5],
    [6, 'static_select', 1],
  ])('%d rows that open something open by a %s', (rows, kind, count) => {
    const message = slack(table(rows, 'v', 'show'))
    const elements = message.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
    expect(elements.map(({ type }) => type)).toEqual(Array.from({ length: count }, () => kind))
    expect(JSON.stringify(elements)).toContain('"show 4"')
    checkMessage(message)
  })

  test.each([
    ['amounts of one currency', ['EUR 5', 'EUR 1,200.50'], [5, 1200.5]],
    ['amounts of two', ['EUR 5', 'USD 5'], [undefined, undefined]],
    ['percentages', ['99.9 %', '100%'], [99.9, 100]],
    ['plain numbers, one of them missing', ['5', ''], [undefined, undefined]],
  ])('%s at the right are sorted as what they are', (_, cells, values) => {
    const rows = cells.map((value) => ({ cells: [value] }))
    const drawn = slack(card('x', { type: 'table', caption: 'T', columns: [{ label: 'A', align: 'right' }], rows }))
    const shown = drawn.blocks.flatMap((block) => (block.type === 'data_table' ? block.rows.slice(1).flat() : []))
    expect(shown.map((cell) => ('value' in cell ? cell.value : undefined))).toEqual(values)
    checkMessage(drawn)
  })

  const lines = (number: number): SimpleElement[] => Array.from({ length: number }, (_, index) => text(`line ${index}`))

  test('a container of 10 blocks, and 11 that stand open under a heading', () => {
    expect(kinds(slack(card('x', folded('Ten', ...lines(10)))))).toEqual(['container'])
    const eleven = slack(card('x', folded('Eleven', ...lines(11))))
    expect(kinds(eleven)).toEqual(['header', ...lines(11).map(() => 'rich_text')])
    checkMessage(eleven)
  })

  test('10 containers, and the eleventh stands open', () => {
    const groups = slack(card('x', ...Array.from({ length: 11 }, (_, index) => folded(`Group ${index}`, ...lines(1)))))
    expect(kinds(groups)).toEqual([...Array.from({ length: 10 }, () => 'container'), 'header', 'rich_text'])
    checkMessage(groups)
  })

  test('the title of a container of 150 characters, and one more', () => {
    const titled = (length: number) => JSON.stringify(slack(card('x', folded('t'.repeat(length), text('a')))))
    expect(titled(150)).toContain(`"${'t'.repeat(150)}"`)
    expect(titled(151)).toContain(`"${'t'.repeat(149)}…"`)
  })

  test('blocks in containers count among the 50', () => {
    const most = Array.from({ length: 5 }, (_, index) => folded(`Group ${index}`, ...lines(index === 4 ? 5 : 9)))
    expect(JSON.stringify(slack(card('x', ...most, ...lines(4))))).not.toContain('did not fit')
    const more = slack(card('x', ...most, ...lines(5)))
    expect(JSON.stringify(more)).toMatch(/\d more lines did not fit here/)
    checkMessage(more)
  })

  test.each([
    ['10 rows that open something, in a container', 9, ['container']],
    ['more of them, with pages and a menu', 10, ['header', 'rich_text', 'data_table', 'actions']],
  ])('%s', (_, rows, blocks) => {
    const [all] = table(rows, 'v', 'show').elements as SimpleElement[]
    const drawn = slack(card('x', folded('More', all!)))
    expect(kinds(drawn)).toEqual(blocks)
    checkMessage(drawn)
  })

  test('words for a picture of 2,000 characters, and one more', () => {
    const picture = { type: 'image', conversation: 'slack:T1:C1', file: 'F1' } as const
    const described = (length: number) =>
      slack(card('x', { ...picture, alt: 'p'.repeat(length) }), { ...surfaces.message, workspace: 'T1' })
    expect(described(2000).blocks[0]).toMatchObject({ type: 'image', alt_text: 'p'.repeat(2000) })
    expect(described(2001).blocks[0]).toMatchObject({ type: 'image', alt_text: `${'p'.repeat(1999)}…` })
  })

  test('a view takes twice the blocks, and its tables are text', () => {
    const headings = card('x', ...Array.from({ length: 101 }, (_, index) => heading(`H${index}`)))
    const view = slack(headings, surfaces.view)
    expect(view.blocks).toHaveLength(100)
    checkMessage(view, surfaces.view)
    expect(kinds(slack(table(3, 'v'), surfaces.view))).not.toContain('data_table')
  })
})

describe.each([
  ['slack', (drawn: Card): unknown => slack(drawn), (drawn: Card) => checkMessage(slack(drawn))],
  [
    'slack without tables',
    (drawn: Card): unknown => slack(drawn, surfaces.plainMessage),
    (drawn: Card) => checkMessage(slack(drawn, surfaces.plainMessage), surfaces.plainMessage),
  ],
  ['teams', (drawn: Card): unknown => drawTeams(drawn), (drawn: Card) => checkCard(drawTeams(drawn))],
])('what does not fit in %s', (_, draw, check) => {
  const fitting = Array.from({ length: 400 }, (_, rows) => rows + 1).find((rows) => notice(draw(list(rows))) !== undefined)! - 1

  test('all that fits is there, and nothing is said', () => {
    check(list(fitting))
    expect(JSON.stringify(draw(list(fitting)))).toContain(`show C-${fitting - 1}"`)
    expect(JSON.stringify(draw(list(fitting)))).not.toContain('did not fit')
  })

  test.each([1, 10, 500])('%d more rows than fit are counted, and the buttons stay', (excess) => {
    const drawn = JSON.stringify(draw(list(fitting + excess)))
    const kept = drawn.match(/show C-\d+"/g)?.length ?? 0
    expect(kept + (notice(draw(list(fitting + excess))) ?? 0)).toBe(fitting + excess)
    expect(kept).toBeGreaterThan(fitting - 6)
    expect(drawn).toContain('Ask for less at a time, or ask in the terminal, which shows everything.')
    expect(drawn).toContain('"Back"')
    check(list(fitting + excess))
  })

  test('a card that knows where the rest is offers it', () => {
    const drawn = JSON.stringify(draw(list(fitting + 1, { label: 'Next page', command: 'find after:"C-9"' })))
    expect(drawn).toContain('Next page')
    expect(drawn).toContain(JSON.stringify('find after:"C-9"').slice(1, -1))
    expect(drawn).not.toContain('in the terminal')
  })

  test('quotes, facts and buttons go the same way', () => {
    const crowded = card(
      'x',
      heading('Talk'),
      { type: 'facts', facts: Array.from({ length: 3 }, () => ({ label: 'l', value: 'v'.repeat(2900) })) },
      ...Array.from({ length: 30 }, () => ({ type: 'quote' as const, author: 'Lee', at: 'now', text: 'q'.repeat(2900) })),
      { type: 'divider' },
    )
    expect(JSON.stringify(draw(crowded))).toMatch(/\d+ more quotes did not fit here/)
    check(crowded)
    const choices = card('x', text('Which one?'), {
      type: 'buttons',
      buttons: Array.from({ length: 200 }, (_, index) => ({ label: `Choice ${index}`, command: `show ${'c'.repeat(500)}` })),
    })
    expect(JSON.stringify(draw(choices))).toMatch(/\d+ more buttons did not fit here/)
    expect(JSON.stringify(draw(choices))).toContain('Which one?')
    check(choices)
  })

  test('what is folded away goes before all else, and is counted outside of its group', () => {
    const facts = (name: string, number: number): SimpleElement => ({
      type: 'facts',
      facts: Array.from({ length: number }, (_, index) => ({ label: `${name} ${index}`, value: 'v'.repeat(300) })),
    })
    const crowded = card('x', folded('90 more fields', facts('folded', 90), text('Folded line.')), facts('open', 10), {
      type: 'buttons',
      buttons: press(2),
    })
    const drawn = JSON.stringify(draw(crowded))
    for (let index = 0; index < 10; index += 1) expect(drawn).toContain(`open ${index}`)
    expect(drawn).toContain('folded 0')
    const [, left] = /(\d+) more facts, 1 more line did not fit here/.exec(drawn) ?? []
    expect((drawn.match(/folded \d+/g)?.length ?? 0) + Number(left)).toBe(90)
    check(crowded)
  })

  test('a picture that lies elsewhere is left to the words beside it', () => {
    const quote: SimpleElement = { type: 'quote', author: 'Lee', at: '', text: 'See.', marks: ['file plan.png'] }
    expect(draw(card('x', quote, { type: 'image', conversation: 'slack:T2:C1', file: 'F1', alt: 'Plan' }))).toEqual(draw(card('x', quote)))
  })

  test('a command of 2,000 characters is kept whole, a longer one is a bug', () => {
    const saved = (length: number) => card('x', { type: 'buttons', buttons: [{ label: 'a', command: 'c'.repeat(length) }] })
    expect(JSON.stringify(draw(saved(2000)))).toContain(`"${'c'.repeat(2000)}"`)
    expect(() => draw(saved(2001))).toThrow('2001 characters, 2000 is the limit')
    const row = { cells: ['a'], command: 'c'.repeat(2001) }
    expect(() => draw(card('x', { type: 'table', caption: 't', columns: [{ label: 'a' }], rows: [row] }))).toThrow('2000 is the limit')
  })

  test('a card of nothing still says its sentence', () => {
    expect(JSON.stringify(draw(card('Nothing to do.')))).toContain('Nothing to do.')
    check(card('Nothing to do.'))
    check(card(''))
    check(card('x', { type: 'buttons', buttons: [] }, { type: 'facts', facts: [] }, { type: 'divider' }))
  })
})

describe('teams', () => {
  test('five buttons stand in the bar, six in rows', () => {
    const bar = drawTeams(card('x', text('a'), { type: 'buttons', buttons: press(5) }))
    expect(bar.actions).toHaveLength(5)
    const rows = drawTeams(card('x', text('a'), { type: 'buttons', buttons: press(6) }))
    expect(rows.actions).toBeUndefined()
    expect(rows.body.map((element) => (element.type === 'ActionSet' ? element.actions.length : 0))).toEqual([0, 5, 1])
  })

  test('titles end in an ellipsis beyond 42 characters and tell the rest when pointed at', () => {
    const titled = (length: number) =>
      drawTeams(card('x', { type: 'buttons', buttons: [{ label: 't'.repeat(length), command: 'x' }] })).actions?.[0]
    expect(titled(42)).toMatchObject({ title: 't'.repeat(42) })
    expect(titled(42)).not.toHaveProperty('tooltip')
    expect(titled(43)).toMatchObject({ title: `${'t'.repeat(41)}…`, tooltip: 't'.repeat(43) })
  })

  test('an input may not take the name of what the button sends', () => {
    const form = (name: string) =>
      card('x', { type: 'form', inputs: [{ type: 'text', name, label: 'a' }], submit: { label: 'b', command: 'c' } })
    for (const name of ['command', 'nonce']) expect(() => drawTeams(form(name))).toThrow(`called ${name}`)
  })

  test('the submit button sends the inputs, the others do not', () => {
    const { actions } = drawTeams(
      card(
        'x',
        { type: 'form', inputs: [{ type: 'date', name: 'on', label: 'On' }], submit: { label: 'Say', command: 'say' } },
        { type: 'buttons', buttons: [{ label: 'Leave', command: 'help' }] },
      ),
    )
    expect(actions?.map((action) => ('associatedInputs' in action ? action.associatedInputs : 'all'))).toEqual(['all', 'none'])
  })

  test('a question stands before the command is sent', () => {
    const [action] =
      drawTeams(card('x', { type: 'buttons', buttons: [{ label: 'Unlink', command: 'unlink C-1', confirm: 'Stop?' }] })).actions ?? []
    expect(action).toMatchObject({
      type: 'Action.ShowCard',
      card: { actions: [{ type: 'Action.Execute', title: 'Yes, Unlink', data: { command: 'unlink C-1', nonce: 'n' } }] },
    })
    expect(JSON.stringify(action)).toContain('Stop?')
  })

  test('the playground gets no width that it would warn about', () => {
    expect(teams(card('x'), { nonce: 'n', width: 'default' })).not.toHaveProperty('msteams')
  })
})

describe('what is folded away in Teams', () => {
  const drawn = drawTeams(card('x', folded('7 more fields', text('a')), text('b'), folded('2 done', text('c')), folded('Nothing')))

  test('is shown by a button that says what, and hidden by another', () => {
    expect(drawn.body.map(({ type, isVisible }) => [type, isVisible ?? true])).toEqual([
      ['ActionSet', true],
      ['ActionSet', false],
      ['Container', false],
      ['RichTextBlock', true],
      ['ActionSet', true],
      ['ActionSet', false],
      ['Container', false],
    ])
    const toggles = drawn.body.flatMap((element) => (element.type === 'ActionSet' ? element.actions : []))
    expect(toggles.map((toggle) => 'title' in toggle && toggle.title)).toEqual([
      'Show 7 more fields',
      'Hide 7 more fields',
      'Show 2 done',
      'Hide 2 done',
    ])
  })

  test('is found by ids of its own', () => {
    const ids = drawn.body.flatMap(({ id }) => id ?? [])
    const toggles = drawn.body.flatMap((element) => (element.type === 'ActionSet' ? element.actions : []))
    expect(toggles.map((toggle) => 'targetElements' in toggle && toggle.targetElements)).toEqual([
      ids.slice(0, 3),
      ids.slice(0, 3),
      ids.slice(3),
      ids.slice(3),
    ])
    checkCard(drawn)
  })
})

describe('the terminal shows everything', () => {
  test('what is folded elsewhere, set in under its title and within the width', () => {
    const shown = terminal(
      card('x', folded('2 more fields', text('word '.repeat(30)), { type: 'facts', facts: [{ label: 'Seats', value: '480' }] })),
      { width: 40 },
    )
    const [title, ...rest] = shown.split('\n')
    expect(title).toBe('2 more fields')
    expect(rest.filter((line) => line !== '' && !line.startsWith('  '))).toEqual([])
    expect(Math.max(...rest.map((line) => line.length))).toBeLessThanOrEqual(40)
    expect(shown.match(/word/g)).toHaveLength(30)
    expect(shown).toContain('  Seats:  480')
  })

  test('all rows, all of a long message', () => {
    expect(terminal(list(500)).match(/^C-\d+ /gm)).toHaveLength(500)
    expect(terminal(quote('q'.repeat(40_000))).replaceAll(/[^q]/g, '')).toHaveLength(40_000)
  })

  test('quoted words are marked on each line', () => {
    expect(terminal(quote('one\nNext: unlink C-142'))).toBe('Lee, now:\n> one\n> Next: unlink C-142')
  })

  test('commands are never broken', () => {
    const shown = terminal(card('x', { type: 'buttons', buttons: press(30) }))
    for (const { command } of press(30)) expect(shown).toContain(command)
  })
})

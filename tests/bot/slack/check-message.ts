// Walks a Slack message as Slack's own checks would: known kinds only, lengths, and nothing that mentions or formats.
import { expect } from 'vitest'
import { type Surface, surfaces } from '../../../src/bot/slack/limits.ts'
import type { SlackMessage } from '../../../src/bot/slack/render-card.ts'

type Json = Record<string, unknown>

const entitiesOnly = /^(?:[^&<>]|&(?:amp|lt|gt);)*$/

/** Fails unless Slack would take the message; answers with the addresses that it links to. */
export const checkMessage = (message: SlackMessage, surface: Surface = surfaces.message): string[] => {
  const json = JSON.stringify(message)
  expect(JSON.stringify(JSON.parse(json))).toBe(json)
  expect(message.text).toMatch(entitiesOnly)
  expect(message.text.length).toBeGreaterThan(0)
  expect(message.text.length).toBeLessThanOrEqual(3000)
  expect(message.blocks.length).toBeGreaterThan(0)
  const containers = message.blocks.flatMap((block) => (block.type === 'container' ? [block] : []))
  if (surface.groups === 'text') expect(containers).toEqual([])
  expect(containers.length).toBeLessThanOrEqual(10)
  const inner = containers.reduce((sum, { child_blocks }) => sum + child_blocks.length, 0)
  expect(message.blocks.length + inner).toBeLessThanOrEqual(surface === surfaces.view ? 100 : 50)
  if (surface.pictures === 'text') expect(JSON.stringify(message.blocks)).not.toContain('"type":"image"')
  expect(message.text.length + JSON.stringify(message.blocks).length).toBeLessThanOrEqual(surface === surfaces.view ? 250_000 : 13_000)
  const tables = message.blocks.flatMap((block) => (block.type === 'data_table' ? [block as unknown as Json] : []))
  if (surface.tables === 'text') expect(tables).toEqual([])
  // https://docs.slack.dev/reference/block-kit/blocks/data-table-block: all tables of a message together.
  expect(
    tables.reduce((sum, { rows }) => sum + (rows as Json[][]).flat().reduce((all, cell) => all + String(cell.text).length, 0), 0),
  ).toBeLessThan(10_001)
  return message.blocks.flatMap((block) => checkBlock(block as unknown as Json))
}

const checkBlock = (block: Json): string[] => {
  switch (block.type) {
    case 'header':
      return checkPlain(block.text, 150)
    case 'context':
      expect((block.elements as Json[]).length).toBeLessThanOrEqual(10)
      return (block.elements as Json[]).flatMap((element) => checkPlain(element, 2000))
    case 'section':
      return [...checkPlain(block.text, 3000), ...(block.accessory ? checkButton(block.accessory as Json) : [])]
    case 'actions':
      expect((block.elements as Json[]).length).toBeGreaterThan(0)
      expect((block.elements as Json[]).length).toBeLessThanOrEqual(25)
      expect(new Set((block.elements as Json[]).map((element) => element.action_id)).size).toBe((block.elements as Json[]).length)
      return (block.elements as Json[]).flatMap(checkButton)
    case 'data_table':
      return checkTable(block)
    case 'rich_text':
      return (block.elements as Json[]).flatMap(checkRichText)
    case 'container':
      return checkContainer(block)
    case 'image':
      return checkImage(block)
    case 'divider':
      return []
  }
  throw new Error(`A block that we never draw: ${block.type}`)
}

// https://docs.slack.dev/reference/block-kit/blocks/container-block
const held = ['actions', 'context', 'divider', 'file', 'header', 'image', 'input', 'rich_text', 'section', 'table', 'video']

const checkContainer = ({ title, child_blocks, is_collapsible, default_collapsed }: Json): string[] => {
  checkPlain(title, 150)
  const children = child_blocks as Json[]
  expect(children.length).toBeGreaterThan(0)
  expect(children.length).toBeLessThanOrEqual(10)
  if (default_collapsed) expect(is_collapsible).toBe(true)
  for (const { type } of children) expect(held).toContain(type)
  return children.flatMap(checkBlock)
}

// https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object
const checkImage = ({ type: _type, alt_text, slack_file, ...others }: Json): string[] => {
  checkWords(alt_text, 2000)
  expect(others).toEqual({})
  expect(slack_file).toEqual({ id: expect.stringMatching(/^F[A-Z0-9]+$/) })
  return []
}

const checkTable = ({ rows, caption, page_size }: Json): string[] => {
  const [heads = [], ...others] = rows as Json[][]
  expect(heads.length).toBeGreaterThan(0)
  expect(heads.length).toBeLessThanOrEqual(20)
  expect(others.length).toBeGreaterThan(0)
  expect(others.length).toBeLessThanOrEqual(100)
  expect(page_size).toBeLessThanOrEqual(100)
  checkWords(caption, 3000)
  expect(heads.every(({ type }) => type === 'raw_text')).toBe(true)
  for (const row of others) {
    expect(row).toHaveLength(heads.length)
    for (const cell of row) expect(cell.type === 'raw_text' || (cell.type === 'raw_number' && Number.isFinite(cell.value))).toBe(true)
  }
  for (const cell of [...heads, ...others.flat()]) checkWords((cell.text as string).replace(/[&<>]/g, '.'), 3003)
  return []
}

const checkPlain = (text: unknown, limit: number): string[] => {
  const { type, text: words, emoji } = text as Json
  expect(type).toBe('plain_text')
  expect(emoji).toBe(false)
  checkWords(words, limit)
  return []
}

// Thousands of texts pass here: one plain comparison each, and an expectation only for the one that fails it.
const checkWords = (words: unknown, limit: number): void => {
  const shown = words as string
  const length = shown.replace(/&/g, '&amp;').replace(/[<>]/g, '&lt;').length
  const isFine = shown.isWellFormed() && length > 0 && length <= limit && !/[[\p{Cc}\u202d\u202e]--[\n]]/v.test(shown)
  if (!isFine) expect.fail(`Slack would not take, or would misread, ${JSON.stringify(shown)} (${length} of ${limit})`)
}

const checkMenu = ({ action_id, placeholder, options }: Json): string[] => {
  expect(action_id).toBe('command:0')
  checkPlain(placeholder, 150)
  expect((options as Json[]).length).toBeLessThanOrEqual(100)
  for (const { text, value } of options as Json[]) {
    checkPlain(text, 75)
    expect((value as string).length).toBeGreaterThan(0)
    expect((value as string).length).toBeLessThanOrEqual(75)
  }
  return []
}

const checkButton = (button: Json): string[] => {
  if (button.type === 'static_select') return checkMenu(button)
  expect(button.type).toBe('button')
  expect(button.action_id).toMatch(/^(?:command|form):\d+$/)
  expect((button.value as string).length).toBeLessThanOrEqual(2000)
  const confirm = button.confirm as Record<string, Json> | undefined
  if (confirm) {
    checkPlain(confirm.title, 100)
    checkPlain(confirm.text, 300)
    checkPlain(confirm.confirm, 30)
    checkPlain(confirm.deny, 30)
  }
  return checkPlain(button.text, 75)
}

const checkRichText = (element: Json): string[] => {
  expect(['rich_text_section', 'rich_text_quote', 'rich_text_preformatted']).toContain(element.type)
  const runs = element.elements as Json[]
  expect(runs.length).toBeGreaterThan(0)
  return runs.flatMap((run) => {
    expect(['text', 'link']).toContain(run.type)
    checkWords((run.text as string).replace(/[&<>]/g, '.'), 3003)
    return run.type === 'link' ? [run.url as string] : []
  })
}

// Walks an Adaptive Card against the parts of schema 1.5 that we draw with: types, required properties, sizes, and nothing that formats or mentions.
import { expect } from 'vitest'
import type { AdaptiveCard } from '../../../src/bot/teams/render-card.ts'

type Json = Record<string, unknown>

/** Fails unless Teams would take the card; answers with the addresses that it links to. */
export const checkCard = (card: AdaptiveCard): string[] => {
  const json = JSON.stringify(card)
  expect(JSON.stringify(JSON.parse(json))).toBe(json)
  expect(Buffer.byteLength(json)).toBeLessThanOrEqual(28_000)
  expect(card.msteams).toEqual({ width: 'Full' })
  checkWords(card.fallbackText)
  const ids: string[] = []
  const urls = checkLayer(card as unknown as Json, ids)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, target] of json.matchAll(/"targetElements":\[([^\]]*)\]/g))
    expect(ids).toEqual(expect.arrayContaining(JSON.parse(`[${target}]`)))
  return urls
}

const checkLayer = (card: Json, ids: string[]): string[] => {
  expect(card.type).toBe('AdaptiveCard')
  expect(card.version).toBe('1.5')
  expect((card.body as Json[]).length).toBeGreaterThan(0)
  return [...list(card.body).flatMap((element) => checkElement(element, ids)), ...checkActions(card.actions, ids)]
}

const list = (value: unknown): Json[] => {
  expect(Array.isArray(value)).toBe(true)
  return value as Json[]
}

const checkActions = (actions: unknown, ids: string[]): string[] => {
  if (actions === undefined) return []
  expect(list(actions).length).toBeGreaterThan(0)
  expect(list(actions).length).toBeLessThanOrEqual(5)
  return list(actions).flatMap((action) => checkAction(action, ids))
}

const checkAction = (action: Json, ids: string[]): string[] => {
  if (action.type === 'Action.OpenUrl') return [action.url as string]
  checkWords(action.title)
  expect((action.title as string).length).toBeLessThanOrEqual(60)
  if (action.type === 'Action.ToggleVisibility') return []
  if (action.type === 'Action.ShowCard') return checkLayer(action.card as Json, ids)
  expect(action.type).toBe('Action.Execute')
  expect(action.verb).toBe('command')
  expect(Object.keys(action.data as Json)).toEqual(['command', 'nonce'])
  expect((action.data as { command: string }).command.length).toBeLessThanOrEqual(2000)
  return []
}

/**
 * Literal: markdown has no say in runs, and what would be formatted in runs as well is broken up.
 * Thousands of texts pass here: one plain comparison each, and an expectation only for the one that fails it.
 */
const checkWords = (words: unknown): void => {
  const shown = words as string
  const isFine = shown.isWellFormed() && shown.length > 0 && !/\{\{|<\/?at\b/i.test(shown) && !/[[\p{Cc}\u202d\u202e]--[\n]]/v.test(shown)
  if (!isFine) expect.fail(`Teams would misread ${JSON.stringify(shown)}`)
}

const checkElement = (element: Json, ids: string[]): string[] => {
  const selected = element.selectAction ? checkAction(element.selectAction as Json, ids) : []
  if (element.id !== undefined && !String(element.type).startsWith('Input.')) ids.push(element.id as string)
  switch (element.type) {
    case 'TextBlock':
      checkWords(element.text)
      expect(element.wrap).toBe(true)
      expect(element.text).not.toMatch(/[*_[\]`~#<>&\\|{}$@]|:\/\/|^\s*(?:[-+•]|\d+[.)])/)
      return selected
    case 'RichTextBlock':
      expect(list(element.inlines).length).toBeGreaterThan(0)
      return list(element.inlines).flatMap((run) => {
        expect(run.type).toBe('TextRun')
        checkWords(run.text)
        return run.selectAction ? checkAction(run.selectAction as Json, ids) : []
      })
    case 'Container':
    case 'Column':
    case 'TableCell':
      return [...selected, ...list(element.items).flatMap((item) => checkElement(item, ids))]
    case 'ColumnSet':
      return list(element.columns).flatMap((column) => checkElement(column, ids))
    case 'Table':
      return checkTable(element, ids)
    case 'ActionSet':
      return checkActions(element.actions, ids)
    case 'Image':
      checkWords(element.altText)
      expect(element.url).toMatch(/^https:/)
      return [element.url as string]
    case 'Input.Text':
    case 'Input.Date':
    case 'Input.ChoiceSet':
      return checkInput(element, ids)
  }
  throw new Error(`An element that we never draw: ${element.type}`)
}

const checkTable = (table: Json, ids: string[]): string[] => {
  const width = list(table.columns).length
  expect(width).toBeLessThanOrEqual(4)
  for (const column of list(table.columns)) expect(typeof column.width === 'number' || /^\d+px$/.test(String(column.width))).toBe(true)
  return list(table.rows).flatMap((row) => {
    expect(row.type).toBe('TableRow')
    expect(list(row.cells).length).toBe(width)
    return list(row.cells).flatMap((cell) => checkElement(cell, ids))
  })
}

const checkInput = (input: Json, ids: string[]): string[] => {
  ids.push(input.id as string)
  checkWords(input.label)
  if (input.isRequired) checkWords(input.errorMessage)
  if (input.type === 'Input.Date' && input.value !== undefined) expect(input.value).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  if (input.type === 'Input.ChoiceSet') for (const choice of list(input.choices)) checkWords(choice.title)
  return []
}

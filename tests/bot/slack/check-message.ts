// Walks a Slack message as Slack's own checks would: known kinds only, lengths, and nothing that mentions or formats.
import { expect } from 'vitest'
import type { SlackMessage } from '../../../src/bot/slack/render-card.ts'

type Json = Record<string, unknown>

const entitiesOnly = /^(?:[^&<>]|&(?:amp|lt|gt);)*$/

/** Fails unless Slack would take the message; answers with the addresses that it links to. */
export const checkMessage = (message: SlackMessage): string[] => {
  const json = JSON.stringify(message)
  expect(JSON.stringify(JSON.parse(json))).toBe(json)
  expect(message.text).toMatch(entitiesOnly)
  expect(message.text.length).toBeGreaterThan(0)
  expect(message.text.length).toBeLessThanOrEqual(3000)
  expect(message.blocks.length).toBeGreaterThan(0)
  expect(message.blocks.length).toBeLessThanOrEqual(50)
  expect(message.text.length + JSON.stringify(message.blocks).length).toBeLessThanOrEqual(13_000)
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
    case 'rich_text':
      return (block.elements as Json[]).flatMap(checkRichText)
    case 'divider':
      return []
  }
  throw new Error(`A block that we never draw: ${block.type}`)
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

const checkButton = (button: Json): string[] => {
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

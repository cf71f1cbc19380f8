// Slack's ways of writing a message, turned into plain words: mentions, links, entities, and what stands in attachments and blocks alone.
import type { Message } from './body.ts'
import { escapeText } from './escape.ts'

/** The name of an account, as far as it is known. */
export type NameOf = (user: string) => string | undefined

const decode = (text: string): string => text.replace(/&(lt|gt|amp);/g, (_whole, name) => (name === 'lt' ? '<' : name === 'gt' ? '>' : '&'))

/** https://docs.slack.dev/messaging/formatting-message-text: what people type as `<` arrives as `&lt;`, so every `<` is Slack's own. */
export const plainText = (text: string, nameOf: NameOf): string =>
  text
    .split(/(<[^<>]*>)/)
    .map((part) => (part.startsWith('<') && part.endsWith('>') ? spoken(part.slice(1, -1), nameOf) : decode(part)))
    .join('')

const spoken = (markup: string, nameOf: NameOf): string => {
  const bar = markup.indexOf('|')
  const target = bar < 0 ? markup : markup.slice(0, bar)
  const label = bar < 0 ? '' : decode(markup.slice(bar + 1))
  if (target.startsWith('@')) return `@${nameOf(target.slice(1)) ?? (label || target.slice(1))}`
  if (target.startsWith('#')) return `#${label || target.slice(1)}`
  if (target.startsWith('!date^')) return label
  if (target.startsWith('!')) return label ? `@${label.replace(/^@/, '')}` : `@${target.slice(1)}`
  const address = decode(target.replace(/^(?:mailto|tel):/, ''))
  return label === '' || label === address || isSameAddress(address, label) ? address : `${label} (${address})`
}

/** A bare `acme.example` that Slack made a link of. */
const isSameAddress = (address: string, label: string): boolean => address.replace(/^https?:\/\//i, '').replace(/\/$/, '') === label

/** What was said; of a message without text, what its attachments or blocks say. */
export const saidIn = (message: Message, nameOf: NameOf): string => {
  if (message.text !== undefined) return plainText(message.text, nameOf)
  const attached = (message.attachments ?? []).map(
    ({ fallback, pretext, title, text }) => fallback ?? [pretext, title, text].filter(Boolean).join('\n'),
  )
  return plainText([...attached, ...(message.blocks ?? []).flatMap(textsIn)].filter(Boolean).join('\n'), nameOf)
}

/** Every text that stands somewhere in a block. */
const textsIn = (block: unknown): string[] => {
  if (Array.isArray(block)) return block.flatMap(textsIn)
  if (typeof block !== 'object' || block === null) return []
  return Object.entries(block).flatMap(([key, value]) => (key === 'text' && typeof value === 'string' ? [value] : textsIn(value)))
}

/** The words without the mention of the bot; undefined: it was not mentioned. */
export const addressedText = (text: string, bot: string): string | undefined => {
  const mention = new RegExp(`<@${bot}(?:\\|[^<>]*)?>`)
  return mention.test(text) ? text.replace(mention, '').trim() : undefined
}

/** The words with the name beside the id of everybody who is mentioned, so that a command finds them. */
export const withNames = async (text: string, find: (user: string) => Promise<string | undefined>): Promise<string> => {
  const mentioned = new Set([...text.matchAll(/<@([A-Z0-9]+)(?:\|[^<>]*)?>/g)].map(([, user]) => user ?? ''))
  const names = new Map(await Promise.all([...mentioned].map(async (user) => [user, await find(user)] as const)))
  return text.replace(/<@([A-Z0-9]+)(?:\|[^<>]*)?>/g, (whole, user) => {
    const name = names.get(user)
    return name === undefined ? whole : `<@${user}|${escapeText(name).replaceAll('|', ' ')}>`
  })
}

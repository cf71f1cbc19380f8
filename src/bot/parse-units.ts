// Text as platforms deliver it, as units: characters that may be syntax, and chunks (mentions, links) that are words whatever is in them.

/** `literal`: came from a mention or a link, so that no quote, space or comparison in it means anything. */
export type Unit = { text: string; literal: boolean }

type Chunk = { pattern: RegExp; read: (match: RegExpExecArray) => string }

/** Markup that only a platform writes; what a person types as `<` arrives there as `&lt;`. No pattern looks past the next `<`. */
const chunks: Chunk[] = [
  { pattern: /<at(?: [^<>]*)?>([^<>]*)<\/at>/iy, read: ([, name]) => `@${decodeEntities(name ?? '').trim()}` },
  { pattern: /<@([A-Z0-9]+)(?:\|([^<>]*))?>/y, read: ([, id, name]) => `@${decodeEntities(name || id || '')}` },
  { pattern: /<#([A-Z0-9]+)(?:\|([^<>]*))?>/y, read: ([, id, name]) => `#${decodeEntities(name || id || '')}` },
  { pattern: /<!(?:subteam\^)?([A-Za-z0-9]+)(?:\|@?([^<>]*))?>/y, read: ([, id, name]) => `@${decodeEntities(name || id || '')}` },
  { pattern: /<mailto:([^<>|]*)(?:\|[^<>]*)?>/iy, read: ([, address]) => decodeEntities(address ?? '') },
  { pattern: /<tel:([^<>|]*)(?:\|([^<>]*))?>/iy, read: ([, number, label]) => decodeEntities(label || number || '') },
  { pattern: /<((?:https?|ftp):\/\/[^<>|]*)(?:\|([^<>]*))?>/iy, read: ([, url, label]) => linkOf(decodeEntities(url ?? ''), label) },
]

/** A bare `acme.example` that the platform made a link of is read as it was typed; every other link as its address. */
const linkOf = (url: string, label: string | undefined): string => {
  const typed = decodeEntities(label ?? '')
  return typed !== '' && url.replace(/^https?:\/\//i, '').replace(/\/$/, '') === typed ? typed : url
}

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
  '&#160;': ' ',
}
const entity = /&(?:lt|gt|amp|quot|apos|nbsp|#39|#160);/y

const decodeEntities = (text: string): string =>
  text.replace(/&(?:lt|gt|amp|quot|apos|nbsp|#39|#160);/g, (written) => entities[written] ?? written)

/** Each character is decoded once: `&amp;lt;` is the text `&lt;`. */
export const unitsOf = (text: string): Unit[] => {
  const units: Unit[] = []
  let at = 0
  while (at < text.length) {
    const { unit, length } = unitAt(text, at)
    units.push(unit)
    at += length
  }
  return units
}

const unitAt = (text: string, at: number): { unit: Unit; length: number } => {
  const character = text[at] ?? ''
  if (character === '<') {
    for (const { pattern, read } of chunks) {
      const match = matchAt(pattern, text, at)
      if (match) return { unit: { text: read(match), literal: true }, length: match[0].length }
    }
  }
  const written = character === '&' ? matchAt(entity, text, at)?.[0] : undefined
  if (written) return { unit: { text: entities[written] ?? written, literal: false }, length: written.length }
  return { unit: { text: character, literal: false }, length: 1 }
}

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

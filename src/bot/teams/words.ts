// Teams' ways of writing a message, turned into plain words: HTML bodies, mention tags, entities.
import type { Activity } from './activity.ts'

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

const decode = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[String(name).toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole
  })

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag)
  return found ? decode(found[1] ?? found[2] ?? '') : undefined
}

/** Breaks the line before or after itself; a list item also gets its dash. */
const lineTags = /^(?:p|div|li|tr|br|h[1-6]|blockquote|pre|hr)$/

type Writing = { out: string; links: { href: string; from: number }[]; skipping: string | undefined }

/** HTML as Teams writes it to plain text: paragraphs and list items on lines of their own, `@Name` for mentions, links with their address. */
export const textOfHtml = (html: string): string => {
  const writing: Writing = { out: '', links: [], skipping: undefined }
  for (const piece of html.match(/<[^<>]*>|[^<]+|</g) ?? []) {
    const tag = /^<(\/?)([a-z][a-z0-9]*)/i.exec(piece)
    if (tag) writeTag(writing, piece, String(tag[2]).toLowerCase(), tag[1] === '/')
    else if (writing.skipping === undefined && !piece.startsWith('<!')) writing.out += decode(piece)
  }
  return tidy(writing.out)
}

const writeTag = (writing: Writing, piece: string, name: string, closing: boolean): void => {
  if (writing.skipping !== undefined) {
    if (closing && name === writing.skipping) writing.skipping = undefined
    return
  }
  if (name === 'script' || name === 'style') writing.skipping = closing ? undefined : name
  else if (name === 'at') writing.out += closing ? '' : '@'
  else if (name === 'a') writeLink(writing, piece, closing)
  else if (name === 'img' || name === 'emoji') writing.out += attribute(piece, 'alt') ?? ''
  else if (lineTags.test(name)) writing.out += !closing && name === 'li' ? '\n- ' : '\n'
}

const writeLink = (writing: Writing, piece: string, closing: boolean): void => {
  if (!closing) {
    writing.links.push({ href: attribute(piece, 'href') ?? '', from: writing.out.length })
    return
  }
  const link = writing.links.pop()
  if (link?.href && writing.out.slice(link.from).trim() !== link.href) writing.out += ` (${link.href})`
}

const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** What a person wrote, as plain text; the mark-up that came with it stays in the delivery itself. */
export const saidIn = (activity: Activity): string => {
  const html = activity.attachments?.find((attachment) => attachment.contentType === 'text/html')?.content
  if (typeof html === 'string' && html.length > 0) return textOfHtml(html)
  if (activity.textFormat === 'xml') return textOfHtml(activity.text ?? '')
  return (activity.text ?? '').replace(/<at(?:\s[^<>]*)?>([^<>]*)<\/at>/gi, '@$1')
}

/** The typed text without the mention of the bot; the mentions of people stay for the parser. Undefined: the bot was not mentioned. */
export const addressedText = (activity: Activity): string | undefined => {
  const ours = (activity.entities ?? []).filter((entity) => entity.type === 'mention' && entity.mentioned?.id === activity.recipient?.id)
  if (ours.length === 0) return undefined
  return ours.reduce((text, entity) => text.replace(entity.text ?? '', ''), activity.text ?? '').trim()
}

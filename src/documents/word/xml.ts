// A small streaming XML tokenizer: one pass, no tree, no recursion, no entities but the five that XML itself has.
import { Unreadable } from '../unreadable.ts'

/** What a scan tells; names come with the usual prefix whatever prefix the file chose, and `path` ends in the element itself. */
export type XmlVisitor = {
  open(name: string, tag: string, path: readonly string[]): void
  close(name: string, path: readonly string[]): void
  /** Whether the text that comes next is wanted; unwanted text costs nothing. */
  wantsText(): boolean
  text(value: string): void
}

/** Deeper than any document that Word writes; our own stacks are arrays, so depth can't exhaust the machine's stack. */
const deepest = 1_000

type Scan = { xml: string; visitor: XmlVisitor; path: string[]; names: Map<string, string>; raw: string[] }

/**
 * Scans a document.
 * @throws Unreadable for a document type declaration, unknown entities, nesting beyond 1,000, or XML that is not well-formed
 */
export function scanXml(xml: string, visitor: XmlVisitor): void {
  const scan: Scan = { xml, visitor, path: [], names: new Map(), raw: [] }
  let at = 0
  for (;;) {
    const less = xml.indexOf('<', at)
    if (less < 0) break
    if (less > at && visitor.wantsText()) visitor.text(decodeEntities(xml.slice(at, less)))
    at = markup(scan, less)
  }
  if (scan.path.length > 0) throw damaged()
}

function markup(scan: Scan, less: number): number {
  switch (scan.xml.charCodeAt(less + 1)) {
    case 0x2f:
      return closeTag(scan, less)
    case 0x21:
      return declaration(scan, less)
    case 0x3f:
      return after(scan.xml, '?>', less)
    default:
      return openTag(scan, less)
  }
}

function openTag(scan: Scan, less: number): number {
  const { xml, path, visitor } = scan
  const greater = tagEnd(xml, less + 1)
  const isEmpty = xml.charCodeAt(greater - 1) === 0x2f
  const rawName = tagName(xml, less + 1, greater)
  const tag = xml.slice(less + 1 + rawName.length, isEmpty ? greater - 1 : greater)
  if (path.length === 0) readPrefixes(scan, tag)
  const name = canonicalName(scan, rawName)
  path.push(name)
  if (path.length > deepest) throw new Unreadable('its XML is nested too deeply')
  visitor.open(name, tag, path)
  if (isEmpty) {
    visitor.close(name, path)
    path.pop()
  } else {
    scan.raw.push(rawName)
  }
  return greater + 1
}

function closeTag(scan: Scan, less: number): number {
  const greater = scan.xml.indexOf('>', less)
  if (greater < 0) throw damaged()
  const rawName = scan.xml.slice(less + 2, greater)
  if (scan.raw.pop() !== rawName.trimEnd()) throw damaged()
  scan.visitor.close(scan.path.at(-1)!, scan.path)
  scan.path.pop()
  return greater + 1
}

function declaration(scan: Scan, less: number): number {
  const { xml, visitor } = scan
  if (xml.startsWith('<!--', less)) return after(xml, '-->', less + 4)
  if (!xml.startsWith('<![CDATA[', less)) throw new Unreadable('its XML declares a document type or entities, which Word never does')
  const end = after(xml, ']]>', less)
  if (visitor.wantsText()) visitor.text(xml.slice(less + 9, end - 3))
  return end
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  if (at < 0) throw damaged()
  return at + mark.length
}

/** The closing bracket of a tag; a bracket inside quotes does not close it. */
function tagEnd(xml: string, from: number): number {
  let quote = 0
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 0x3e) return at
    else if (code === 0x22 || code === 0x27) quote = code
    else if (code === 0x3c) throw damaged()
  }
  throw damaged()
}

function tagName(xml: string, from: number, greater: number): string {
  let at = from
  while (at < greater) {
    const code = xml.charCodeAt(at)
    if (code <= 0x20 || code === 0x2f) break
    at++
  }
  if (at === from) throw damaged()
  return xml.slice(from, at)
}

const usualPrefixes: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
}

function readPrefixes(scan: Scan, tag: string): void {
  for (const [, prefix = '', address = ''] of tag.matchAll(/\sxmlns(?::([\w.-]+))?\s*=\s*["']([^"']*)["']/g)) {
    const usual = usualPrefixes[address]
    if (usual !== undefined && usual !== prefix) scan.names.set(prefix, usual)
  }
}

function canonicalName(scan: Scan, rawName: string): string {
  if (scan.names.size === 0) return rawName
  const colon = rawName.indexOf(':')
  const usual = scan.names.get(colon < 0 ? '' : rawName.slice(0, colon))
  return usual === undefined ? rawName : `${usual}:${rawName.slice(colon + 1)}`
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Replaces the entities of XML; a code that XML does not allow, NUL among them, becomes U+FFFD. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-fA-F]{1,8})|#(\d{1,9})|(\w{1,20}));|&/g, (_whole, hex, decimal, name) => {
    if (hex !== undefined) return character(Number.parseInt(hex, 16))
    if (decimal !== undefined) return character(Number.parseInt(decimal, 10))
    const known = entities[name]
    if (known === undefined) throw damaged()
    return known
  })
}

/** The character of a code point, or U+FFFD where there is none: NUL, surrogates, beyond Unicode. */
export function character(code: number): string {
  const isNone = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
  return isNone ? '\ufffd' : String.fromCodePoint(code)
}

/** The value of an attribute by its local name, in whatever prefix. */
export function attribute(tag: string, name: string): string | undefined {
  for (const [, found = '', quoted = ''] of tag.matchAll(/\s([\w.:-]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    if (found.slice(found.indexOf(':') + 1) === name) return decodeEntities(quoted.slice(1, -1))
  }
  return undefined
}

function damaged(): Unreadable {
  return new Unreadable('its XML is damaged or cut off')
}

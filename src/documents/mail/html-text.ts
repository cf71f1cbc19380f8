// HTML to reading text in one pass: no tree, no recursion, no script, nothing fetched.

const lineBreaking = new Set(
  'address article blockquote br dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
)

/** Elements whose inside is not text for readers. */
const unread = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'iframe', 'object', 'svg'])

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euro: '€',
  pound: '£',
  copy: '©',
  reg: '®',
  trade: '™',
  sect: '§',
  para: '¶',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  deg: '°',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  zwnj: '',
}

/** The text of an HTML document: blocks on lines of their own, table cells apart by a tab. */
export function htmlText(html: string): string {
  const scan: Scan = { html, pieces: [], unclosed: new Set() }
  let at = 0
  while (at < html.length) {
    const less = html.indexOf('<', at)
    scan.pieces.push(decodeHtml(html.slice(at, less < 0 ? html.length : less)))
    if (less < 0) break
    at = readTag(scan, less)
  }
  const lines = scan.pieces.join('').split('\n')
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** `unclosed` are the unread elements known to have no end from here on, so that nobody searches for it twice. */
type Scan = { html: string; pieces: string[]; unclosed: Set<string> }

function readTag(scan: Scan, less: number): number {
  const { html, pieces } = scan
  if (html.startsWith('<!--', less)) return after(html, '-->', less)
  const name = /^<(\/?[a-z][a-z0-9]*)/i.exec(html.slice(less, less + 20))?.[1]?.toLowerCase()
  if (name === undefined) {
    // A lone bracket, as in "a < b", is text; a declaration is not.
    const isMarkup = html[less + 1] === '!' || html[less + 1] === '?' || html[less + 1] === '/'
    if (!isMarkup) pieces.push('<')
    return isMarkup ? after(html, '>', less) : less + 1
  }
  if (unread.has(name)) return afterElement(scan, name, less)
  pieces.push(separator(name))
  return after(html, '>', less)
}

function separator(name: string): string {
  if (name === 'td' || name === 'th') return '\t'
  return lineBreaking.has(name.replace('/', '')) ? '\n' : ''
}

function afterElement({ html, unclosed }: Scan, name: string, from: number): number {
  if (!unclosed.has(name)) {
    const closing = new RegExp(`</${name}[^>]{0,100}>`, 'gi')
    closing.lastIndex = from
    if (closing.exec(html) !== null) return closing.lastIndex
    unclosed.add(name)
  }
  return after(html, '>', from)
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from)
  return at < 0 ? html.length : at + mark.length
}

function decodeHtml(text: string): string {
  const spaced = text.replace(/[\s\u00a0]+/g, ' ')
  if (!spaced.includes('&')) return spaced
  return spaced.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, decimal, name) => {
    const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16)
    if (!Number.isNaN(code)) return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd'
    return named[name] ?? whole
  })
}

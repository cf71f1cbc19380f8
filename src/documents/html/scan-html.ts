// HTML as a row of events: one pass, no tree, no recursion; what an element means is decided elsewhere.
import { Tokenizer } from 'htmlparser2'

/** Names in lower case; an attribute without a value has ''. */
export type HtmlVisitor = {
  open(name: string, attributes: ReadonlyMap<string, string>): void
  close(name: string): void
  text(value: string): void
}

/** A tag with more attributes, or longer ones, is no document's: what is beyond is not looked at. */
const mostAttributes = 50
const longestValue = 10_000

type Tag = { name: string; attributes: Map<string, string>; attribute: string; value: string }

/** Tells every element and text in the order of the page. Whatever the bytes, it ends, in time linear to its length. */
export function scanHtml(html: string, visitor: HtmlVisitor): void {
  const tag: Tag = { name: '', attributes: new Map(), attribute: '', value: '' }
  const opened = (): void => {
    visitor.open(tag.name, tag.attributes)
    tag.attributes = new Map()
  }
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onopentagname(start, end) {
        tag.name = html.slice(start, end).toLowerCase()
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (start, end) => visitor.close(html.slice(start, end).toLowerCase()),
      onattribname(start, end) {
        tag.attribute = html.slice(start, Math.min(end, start + longestValue)).toLowerCase()
        tag.value = ''
      },
      onattribdata: (start, end) => addValue(tag, html.slice(start, end)),
      onattribentity: (code) => addValue(tag, String.fromCodePoint(code)),
      onattribend: () => endAttribute(tag),
      ontext: (start, end) => visitor.text(html.slice(start, end)),
      ontextentity: (code) => visitor.text(String.fromCodePoint(code)),
      ...unread,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
}

const nothing = (): void => undefined

/** Comments and declarations are not for readers. */
const unread = { oncdata: nothing, oncomment: nothing, ondeclaration: nothing, onprocessinginstruction: nothing, onend: nothing }

function addValue(tag: Tag, value: string): void {
  if (tag.value.length < longestValue) tag.value += value.slice(0, longestValue)
}

function endAttribute({ attributes, attribute, value }: Tag): void {
  // Of an attribute that is there twice, the first counts.
  if (attributes.size < mostAttributes && !attributes.has(attribute)) attributes.set(attribute, value)
}

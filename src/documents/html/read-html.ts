// A web page: its text as a reader of the page sees it, with insertions and deletions kept apart and hidden text beside it.
import { changeWarnings } from '../change-warnings.ts'
import type { ReadDocument } from '../document.ts'
import { decodeText } from '../text/decode-text.ts'
import { Unreadable } from '../unreadable.ts'
import { endFlow } from '../word/flow.ts'
import { closeElement, openElement } from './html-rules.ts'
import { closeChange, closeTable, endHidden, type HtmlStory, newHtmlStory, tell } from './html-story.ts'
import { scanHtml } from './scan-html.ts'

/** Reads a page that was saved as a file. @throws Unreadable when it shows no text. */
export function readHtml(bytes: Uint8Array): ReadDocument {
  const document = readHtmlText(decodeText(bytes, declaredEncoding(bytes)))
  if (document.text === '') throw new Unreadable('it holds no text')
  return document
}

/** Reads HTML that came in some other way, such as in a mail; nothing of it is run, and nothing fetched. */
export function readHtmlText(html: string): ReadDocument {
  const story = newHtmlStory()
  scanHtml(html, {
    open: (name, attributes) => openElement(story, name, attributes),
    close: (name) => closeElement(story, name),
    text: (text) => tell(story, text),
  })
  const isCut = story.unread !== undefined
  const { clean, marked } = endStory(story)
  const { revisions, hiddenText } = story
  const document = { revisions, comments: [], hiddenText }
  return {
    type: 'html',
    text: tidy(clean),
    ...(revisions.length > 0 && { markedText: tidy(marked) }),
    ...document,
    links: [...story.links],
    warnings: [...changeWarnings(document), ...pageWarnings(story, isCut)],
  }
}

function endStory(story: HtmlStory): { clean: string; marked: string } {
  endHidden(story)
  while (story.tables.length > 0) closeTable(story)
  for (const kind of ['inserted', 'deleted'] as const) while (story.changes[kind] !== undefined) closeChange(story, kind)
  return endFlow(story.flow)
}

function pageWarnings(story: HtmlStory, isCut: boolean): string[] {
  const warnings: [boolean, string][] = [
    [story.hasForeignParts, 'The page shows parts of other files; nothing was loaded.'],
    [isCut, 'The page ends inside a script or another part that no page shows; text after it may be missing.'],
  ]
  return warnings.filter(([applies]) => applies).map(([, sentence]) => sentence)
}

/** No spaces at the ends of lines, and never more than one empty line. */
function tidy(text: string): string {
  return text
    .replace(/[ \t]{1,1000}$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** What a page says of its own encoding, as far as a decoder may need it. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4_096)).toString('latin1')
  return (
    /<meta[^>]{1,200}charset\s{0,9}=\s{0,9}["']?([\w:-]{2,40})/i.exec(head)?.[1] ??
    /^<\?xml[^>]{1,200}encoding=["']([\w:-]{2,40})/.exec(head)?.[1]
  )
}

// A Word file: body, notes, headers and footers as text, with its tracked changes, comments and hidden text beside it.
import type { DocumentComment, ParagraphNumber, ReadDocument } from '../document.ts'
import { decodeText } from '../text/decode-text.ts'
import { Unreadable } from '../unreadable.ts'
import { type Change, finishChanges } from './changes.ts'
import { readHiddenStyles } from './hidden-styles.ts'
import { newListNumbers } from './list-numbers.ts'
import { type List, readNumbering, readStyleLists } from './numbering.ts'
import { readStory } from './read-story.ts'
import { isLinkAddress, type Relationship, readRelationships, relationshipsPart, targetPart } from './relationships.ts'
import { anchoredText, type Story, type StoryStyles, storyTexts } from './story.ts'
import { wordWarnings } from './word-warnings.ts'
import { openZip, type Zip } from './zip.ts'

/** Parts with text beside the body, in the order in which their text follows it. */
const partTypes = ['footnotes', 'endnotes', 'header', 'footer', 'diagramData']

export type WordFile = { zip: Zip; main: string; relationships: Relationship[]; missing: string[] }

/** Reads a .docx. @throws Unreadable when it is protected, damaged, incomplete or asks for too much. */
export function readWord(bytes: Uint8Array): ReadDocument {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new Unreadable(oldOfficeReason(bytes))
  const file = openWord(bytes)
  const styles = relatedParts(file, 'styles')[0]
  const hiddenStyles = styles === undefined ? new Set<string>() : readHiddenStyles(styles)
  const ofBody = { hiddenStyles, listNumbers: newListNumbers(readLists(file), styles === undefined ? new Map() : readStyleLists(styles)) }
  const ofOthers = { hiddenStyles, listNumbers: newListNumbers(new Map(), new Map()) }
  const body = readStory(xmlPart(file.zip, file.main) ?? '', ofBody)
  const stories = [body, ...partTypes.flatMap((type) => relatedParts(file, type)).map((xml) => readStory(xml, ofOthers))]
  const changes = stories.flatMap((story) => story.changes.list)
  const links = file.relationships.filter((one) => one.type === 'hyperlink' && one.isExternal).map((one) => one.target)
  const document: ReadDocument = {
    type: 'docx',
    ...joinTexts(stories, changes),
    revisions: finishChanges(changes),
    comments: readComments(file, body, ofOthers),
    hiddenText: stories.flatMap((story) => story.hiddenText),
    links: [...new Set(links.filter(isLinkAddress))],
    warnings: [],
  }
  return { ...document, warnings: wordWarnings(file, document, stories) }
}

function oldOfficeReason(bytes: Uint8Array): string {
  const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('EncryptedPackage', 0, 'utf16le')
  return isEncrypted ? 'it is protected by a password' : 'it is in the format of an older Word: save it as .docx'
}

function openWord(bytes: Uint8Array): WordFile {
  const zip = openZip(bytes)
  const roots = readRelationships(xmlPart(zip, '_rels/.rels') ?? '')
  const root = roots.find((one) => one.type === 'officeDocument' && !one.isExternal)
  const main = root === undefined ? 'word/document.xml' : targetPart('', root.target)
  if (!zip.has(main)) throw new Unreadable('its main part is missing')
  const relationships = readRelationships(xmlPart(zip, relationshipsPart(main)) ?? '')
  const missing = relationships.filter((one) => !one.isExternal && isTextPart(one) && !zip.has(targetPart(main, one.target)))
  return { zip, main, relationships, missing: [...new Set(missing.map((one) => one.type))] }
}

function isTextPart(relationship: Relationship): boolean {
  return partTypes.includes(relationship.type) || relationship.type === 'comments'
}

function xmlPart(zip: Zip, name: string): string | undefined {
  const bytes = zip.part(name)
  return bytes === undefined ? undefined : decodeText(bytes)
}

function relatedParts(file: WordFile, type: string): string[] {
  const related = file.relationships.filter((one) => one.type === type && !one.isExternal)
  const names = new Set(related.map((one) => targetPart(file.main, one.target)))
  return [...names].map((name) => xmlPart(file.zip, name)).filter((xml) => xml !== undefined)
}

function readLists(file: WordFile): Map<string, List> {
  const numbering = relatedParts(file, 'numbering')[0]
  return numbering === undefined ? new Map() : readNumbering(numbering)
}

/** Text of the parts one after the other; headers and footers that say the same are said once. */
function joinTexts(stories: Story[], changes: Change[]): Pick<ReadDocument, 'text' | 'markedText' | 'numbers'> {
  const texts = stories.map(storyTexts)
  const text = join(texts.map((one) => one.clean))
  const numbers: ParagraphNumber[] = texts[0]?.numbers ?? []
  const numbered = numbers.length === 0 ? {} : { numbers }
  const isMarked = changes.some((change) => change.kind !== 'formatting')
  return { text, ...numbered, ...(isMarked ? { markedText: join(texts.map((one) => one.marked)) } : {}) }
}

function join(texts: string[]): string {
  return [...new Set(texts)].join('').trimEnd()
}

function readComments(file: WordFile, body: Story, styles: StoryStyles): DocumentComment[] {
  return relatedParts(file, 'comments')
    .flatMap((xml) => readStory(xml, styles).comments)
    .map(({ id, author, at, text }) => ({ author, at, text, about: anchoredText(body, id) }))
}

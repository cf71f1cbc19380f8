// What a reader of a Word file must know beside its text, in plain sentences.
import type { ReadDocument } from '../document.ts'
import type { WordFile } from './read-word.ts'
import { isLinkAddress } from './relationships.ts'
import type { Story } from './story.ts'

/** The warnings of a file that was read. */
export function wordWarnings(file: WordFile, document: ReadDocument, stories: Story[]): string[] {
  const outside = file.relationships.filter((one) => one.isExternal)
  const embedded = file.relationships.filter((one) => ['oleObject', 'package'].includes(one.type)).length
  const hidden = document.hiddenText.length
  const warnings: [boolean, string][] = [
    [document.revisions.length > 0, `Tracked changes by ${byAuthor(document.revisions)} are present.`],
    [document.comments.length > 0, `Comments by ${byAuthor(document.comments)} are present.`],
    [hidden > 0, `Hidden text is present (${hidden} ${hidden === 1 ? 'passage' : 'passages'}).`],
    [
      outside.some((one) => one.type === 'hyperlink' && !isLinkAddress(one.target)),
      'Links that are not web or mail addresses were left out.',
    ],
    [outside.some((one) => one.type !== 'hyperlink'), 'The file refers to pictures or files outside itself; nothing was loaded.'],
    [file.zip.names.some((name) => name.endsWith('vbaproject.bin')), 'The file contains macros; they were not run.'],
    [stories.some((story) => story.hasForeignText), 'Part of the text is embedded as another document and was not read.'],
    [embedded > 0, `Files embedded in it (${embedded}) were not read.`],
    [file.missing.length > 0, `Parts of the file are missing (${file.missing.join(', ')}).`],
    [document.text === '', 'The file holds no text.'],
  ]
  return warnings.filter(([applies]) => applies).map(([, sentence]) => sentence)
}

/** "Lee (2) and Ana (1)": every author with the number of entries, most first. */
function byAuthor(entries: readonly { author: string }[]): string {
  const counts = new Map<string, number>()
  for (const { author } of entries) counts.set(author, (counts.get(author) ?? 0) + 1)
  const named = [...counts].sort((one, other) => other[1] - one[1]).map(([author, count]) => `${author || 'an unnamed author'} (${count})`)
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(named)
}

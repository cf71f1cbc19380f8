// What a reader of a Word file must know beside its text, in plain sentences.
import { changeWarnings } from '../change-warnings.ts'
import type { ReadDocument } from '../document.ts'
import type { WordFile } from './read-word.ts'
import { isLinkAddress } from './relationships.ts'
import type { Story } from './story.ts'

/** The warnings of a file that was read. */
export function wordWarnings(file: WordFile, document: ReadDocument, stories: Story[]): string[] {
  const outside = file.relationships.filter((one) => one.isExternal)
  const embedded = file.relationships.filter((one) => ['oleObject', 'package'].includes(one.type)).length
  const warnings: [boolean, string][] = [
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
  return [...changeWarnings(document), ...warnings.filter(([applies]) => applies).map(([, sentence]) => sentence)]
}

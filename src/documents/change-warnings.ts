// Sentences about what a document holds beside its reading text, the same for every type of file.
import type { ReadDocument } from './document.ts'

/** One sentence each for tracked changes, comments and hidden text, where there are any. */
export function changeWarnings({ revisions, comments, hiddenText }: Pick<ReadDocument, 'revisions' | 'comments' | 'hiddenText'>): string[] {
  const hidden = hiddenText.length
  const warnings: [boolean, string][] = [
    [revisions.length > 0, `Tracked changes by ${byAuthor(revisions)} are present.`],
    [comments.length > 0, `Comments by ${byAuthor(comments)} are present.`],
    [hidden > 0, `Hidden text is present (${hidden} ${hidden === 1 ? 'passage' : 'passages'}).`],
  ]
  return warnings.filter(([applies]) => applies).map(([, sentence]) => sentence)
}

/** Whether a warning of a document is one of these. */
export const isChangeWarning = (warning: string): boolean =>
  /^(?:Tracked changes by|Comments by|Hidden text) .* ?(?:is|are) present/.test(warning)

/** "Lee (2) and Ana (1)": every author with the number of entries, most first. */
function byAuthor(entries: readonly { author: string }[]): string {
  const counts = new Map<string, number>()
  for (const { author } of entries) counts.set(author, (counts.get(author) ?? 0) + 1)
  const named = [...counts].sort((one, other) => other[1] - one[1]).map(([author, count]) => `${author || 'an unnamed author'} (${count})`)
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(named)
}

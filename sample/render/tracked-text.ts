// Text with tracked changes, cut into pieces.

export type Piece =
  | { kind: 'plain'; text: string }
  | { kind: 'inserted' | 'deleted'; author: string; text: string }
  | { kind: 'comment-start' | 'comment-end'; comment: number }

const MARK = /\[\[(ins|del):([^|\]]+)\|([^\]]*)\]\]|\[\[(open|close):(\d+)\]\]/g

/** The pieces of a text in order; text without marks is one plain piece. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = []
  let from = 0
  for (const match of text.matchAll(MARK)) {
    if (match.index > from) found.push({ kind: 'plain', text: text.slice(from, match.index) })
    found.push(marked(match))
    from = match.index + match[0].length
  }
  if (from < text.length) found.push({ kind: 'plain', text: text.slice(from) })
  return found
}

function marked([, change, author = '', text = '', edge, comment]: RegExpExecArray): Piece {
  if (change) return { kind: change === 'ins' ? 'inserted' : 'deleted', author, text }
  return { kind: edge === 'open' ? 'comment-start' : 'comment-end', comment: Number(comment) }
}

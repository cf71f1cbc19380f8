// How far two texts hold the same words, in whatever order.

/** F1 of two bags of words: 1 for the same words, 0 for none in common. */
export function wordF1(one: string, other: string): number {
  const [ours, theirs] = [bag(one), bag(other)]
  let shared = 0
  for (const [word, count] of ours) shared += Math.min(count, theirs.get(word) ?? 0)
  const total = sum(ours) + sum(theirs)
  return total === 0 ? 1 : (2 * shared) / total
}

function bag(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function sum(counts: Map<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0)
}

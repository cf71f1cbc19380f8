// Sentences about the pages of a PDF that could not be read like the others.

export function pagesWithoutText(pages: readonly number[]): string | undefined {
  if (pages.length === 0) return undefined
  return pages.length === 1 ? `Page ${pages[0]} has no text layer.` : `Pages ${ranges(pages)} have no text layer.`
}

export function damagedPages(pages: readonly number[]): string | undefined {
  if (pages.length === 0) return undefined
  return `${pages.length === 1 ? 'Page' : 'Pages'} ${ranges(pages)} could not be read: damaged.`
}

/** "3, 5 and 7-20": rising numbers with runs drawn together. */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return new Intl.ListFormat('en').format(runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)))
}

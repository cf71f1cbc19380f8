// Links of a chain that do not hold: which entry was rewritten together with its hash, so that by itself it looks sound.

export type BrokenLink = { seq: number; text: string }

export type LinkCheck = {
  /** Whether the entry is chained to the one before it. */
  link(seq: number, holds: boolean): void
  /** The next link can't be judged: an entry is missing there, or known to be altered. */
  interrupt(): void
  finish(): BrokenLink[]
}

/**
 * An entry between two broken links was rewritten. Of a single broken link the earlier entry was, because the later one still names what
 * stood there before; unless nothing after it tells the two apart.
 */
export const checkLinks = (): LinkCheck => {
  const broken: BrokenLink[] = []
  let run: { from: number; to: number } | undefined
  const close = (isAtEnd: boolean): void => {
    if (run) broken.push(...blamed(run, isAtEnd))
    run = undefined
  }
  return {
    link(seq, holds) {
      if (holds) close(false)
      else run = { from: run?.from ?? seq, to: seq }
    },
    interrupt: () => close(true),
    finish() {
      close(true)
      return broken
    },
  }
}

const blamed = ({ from, to }: { from: number; to: number }, isAtEnd: boolean): BrokenLink[] => {
  if (to > from) return range(from, to - 1).map((seq) => ({ seq, text: 'was rewritten: it is chained to neither neighbour' }))
  if (from === 0) return [{ seq: 0, text: 'was rewritten: the chain does not begin with it' }]
  if (!isAtEnd) return [{ seq: from - 1, text: 'was rewritten: the entry after it was chained to another one' }]
  return [from - 1, from].map((seq) => ({
    seq,
    text: `was rewritten, or entry ${seq === from ? from - 1 : from} was: they are not chained`,
  }))
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)

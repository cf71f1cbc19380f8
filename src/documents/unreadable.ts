// The expected "no" of a reader: the file cannot be read, and why, in words for people.

/** Thrown by readers; `message` fits into "This file could not be read: <reason>. The original is kept." */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  /** A whole document, but of pictures: somebody can read it, we can't. */
  readonly isScan: boolean

  constructor(reason: string, { isScan = false, cause }: { isScan?: boolean; cause?: unknown } = {}) {
    super(reason, { cause })
    this.isScan = isScan
  }
}

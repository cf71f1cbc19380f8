// How much of the machine one hostile file may take, stated in one place.

export type ReaderLimits = {
  /** Child processes side by side. */
  children: number
  /** Files that a child reads before it is replaced: a fresh one costs as much as twenty files until its code is warm. */
  filesPerChild: number
  /** V8's heap in a child, in megabytes. */
  heapMegabytes: number
  /** Resident memory at which a child is ended, in megabytes. */
  residentMegabytes: number
  /** Wall time for the first 100 pages; more pages get more in proportion, as they are read. */
  secondsPerHundredPages: number
  /** Characters of text that the first 100 pages may hold; more pages may hold more in proportion. */
  charactersPerHundredPages: number
  mostPages: number
  /** Characters of text in a file that has no pages. */
  mostCharacters: number
  /** Size of the file itself. */
  mostBytes: number
  /** How often memory and time are looked at, in milliseconds. */
  watchMilliseconds: number
}

export const defaultReaderLimits: ReaderLimits = {
  children: 2,
  filesPerChild: 500,
  heapMegabytes: 256,
  residentMegabytes: 384,
  secondsPerHundredPages: 10,
  charactersPerHundredPages: 1_000_000,
  mostPages: 5_000,
  mostCharacters: 5_000_000,
  mostBytes: 50_000_000,
  watchMilliseconds: 50,
}

/** Milliseconds that a file may take of which `pages` pages have been read so far. */
export function allowedMilliseconds(limits: ReaderLimits, pages: number): number {
  return limits.secondsPerHundredPages * 1_000 * Math.max(1, pages / 100)
}

/** Characters that a file may hold of which `pages` pages have been read so far. */
export function allowedCharacters(limits: ReaderLimits, pages: number): number {
  return limits.charactersPerHundredPages * Math.max(1, pages / 100)
}

export function tooLarge(limits: ReaderLimits): string {
  return `it is larger than ${limits.mostBytes / 1_000_000} MB`
}

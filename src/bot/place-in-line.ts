// Paging by command lines: the line that asked, with the place from which its list goes on.
import { parse } from './parse.ts'
import { writeLine } from './write-line.ts'

/** The line without a place, so that the next page does not carry two. */
export const withoutPlace = (line: string): string => {
  const parsed = parse(line)
  return writeLine({ ...parsed, pairs: parsed.pairs.filter(({ key }) => key.toLowerCase() !== 'after') })
}

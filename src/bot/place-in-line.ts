// Paging by command lines: the line that asked, with the place from which its list goes on.
import { withoutPair } from './without-pair.ts'

/** The line without a place, so that the next page does not carry two. */
export const withoutPlace = (line: string): string => withoutPair(line, 'after')

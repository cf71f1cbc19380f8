// A command line without one of its pairs, for buttons that ask again.
import { parse } from './parse.ts'
import { writeLine } from './write-line.ts'

export const withoutPair = (line: string, key: string): string => {
  const parsed = parse(line)
  return writeLine({ ...parsed, pairs: parsed.pairs.filter((pair) => pair.key.toLowerCase() !== key) })
}

// The grammar of filters: `or` binds looser than what stands side by side, a dash turns round one part, parentheses hold parts together.
import { Refusal } from '../../contracts/refusal.ts'
import type { PairToken, Token, WordToken } from './tokens.ts'

export type Syntax = { all: Syntax[] } | { any: Syntax[] } | { not: Syntax } | PairToken | WordToken

const longestFilter = 2_000
const mostParts = 60
const deepest = 12

/** @throws Refusal for a filter that nobody types: too long, too many parts, too deep */
export const checkLength = (typed: string): void => {
  if (typed.length > longestFilter) throw tooMuch(`it is ${typed.length.toLocaleString('en')} characters long; ${longestFilter} fit`)
}

const tooMuch = (why: string): Refusal =>
  new Refusal('invalid', `That is too much to search for: ${why}.`, { next: 'Ask for less at once.' })

/** What the parts mean together. An `or` with nothing beside it, and a parenthesis that nothing closes, are read as if they were words. */
export const syntaxOf = (tokens: readonly Token[]): Syntax => {
  if (tokens.length > mostParts * 2) throw tooMuch(`it has more than ${mostParts} parts`)
  return new SyntaxReader(tokens).alternatives(0)
}

class SyntaxReader {
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  #next(): Token | undefined {
    return this.#tokens[this.#at]
  }

  alternatives(depth: number): Syntax {
    if (depth > deepest) throw tooMuch(`its parentheses are more than ${deepest} deep`)
    const found: Syntax[][] = [[]]
    for (let token = this.#next(); token && token.type !== 'close'; token = this.#next()) {
      if (token.type === 'or') this.#or(found)
      else found.at(-1)?.push(...this.#part(depth))
    }
    const parts = found.filter((all) => all.length > 0).map(together)
    return parts.length === 1 && parts[0] ? parts[0] : { any: parts }
  }

  #or(found: Syntax[][]): void {
    this.#at += 1
    const next = this.#next()
    const isBetween = (found.at(-1)?.length ?? 0) > 0 && next !== undefined && next.type !== 'close' && next.type !== 'or'
    if (isBetween) found.push([])
    else found.at(-1)?.push({ type: 'word', text: 'or', quoted: false })
  }

  /** One part; none for a pair of parentheses around nothing. */
  #part(depth: number): Syntax[] {
    const token = this.#next()
    this.#at += 1
    if (token?.type === 'not') return this.#part(depth).map((not) => ({ not }))
    if (token?.type !== 'open') return token?.type === 'pair' || token?.type === 'word' ? [token] : []
    const within = this.alternatives(depth + 1)
    this.#at += 1
    return 'any' in within && within.any.length === 0 ? [] : [within]
  }
}

const together = (all: Syntax[]): Syntax => (all.length === 1 && all[0] ? all[0] : { all })

// Words that are searched for: folded like the words of texts and names, so that whatever is typed is compared and never interpreted.
import { nameWords, wordsOf } from './company-name.ts'
import { ContractId } from './contract.ts'
import { Refusal } from './refusal.ts'

const longestQuery = 256

/**
 * The distinct words of what was typed; legal forms (`Ltd`) are left out where other words remain. `C-142` stays one word.
 * @throws Refusal over 256 characters
 */
export const queryWords = (typed: readonly string[]): string[] => {
  if (typed.join(' ').length > longestQuery) {
    throw new Refusal('invalid', `That is too much to search for: ${longestQuery} characters at most.`, {
      next: 'Search with fewer words.',
    })
  }
  const numbers = typed.filter(isNumber).map((number) => number.toLowerCase())
  const words = typed.filter((word) => !isNumber(word)).join(' ')
  return [...new Set([...numbers, ...(wordsOf(words).length > 0 ? nameWords(words) : [])])]
}

const isNumber = (typed: string): boolean => ContractId.safeParse(typed.toUpperCase()).success

/** The distinct words of a text, to be found by. */
export const searchedWords = (...texts: (string | undefined)[]): string[] => [...new Set(texts.flatMap((text) => wordsOf(text ?? '')))]

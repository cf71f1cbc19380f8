// How well a person fits what somebody typed: by the beginnings of the words of name and e-mail, then by likeness.
import { partial_ratio, ratio } from 'fuzzball'
import { foldCase, wordsOf } from '../contracts/company-name.ts'

type Named = { name: string; email?: string | undefined }

const longestPrefix = 16
/** Below this likeness (0 to 100) it is another name. */
const leastLikeness = 70

const nameWordsOf = ({ name, email }: Named): string[] => [...new Set([...wordsOf(name), ...wordsOf(email?.split('@')[0] ?? '')])]

/** All beginnings of all words: what is looked up by equality, which every server serves. */
export const prefixesOf = (person: Named): string[] => [
  ...new Set(
    nameWordsOf(person).flatMap((word) => Array.from({ length: Math.min(word.length, longestPrefix) }, (_, end) => word.slice(0, end + 1))),
  ),
]

/** The words of what was typed, as they can be looked up. */
export const typedWords = (typed: string): string[] => wordsOf(typed.slice(0, 200)).map((word) => word.slice(0, longestPrefix))

/** Every typed word begins a word of the person. */
export const isBegunBy = (person: Named, words: readonly string[]): boolean => {
  const prefixes = new Set(prefixesOf(person))
  return words.every((word) => prefixes.has(word))
}

/** 0 to 100; 100 is the whole name. */
export const likeness = (person: Named, typed: string): number => {
  const [name, sought] = [foldCase(person.name), foldCase(typed).replace(/^@/, '').trim()]
  return Math.max(ratio(name, sought), ...nameWordsOf(person).map((word) => ratio(word, sought) - 1))
}

/** Like enough to be offered, though nothing begins with what was typed. */
export const isAlike = (person: Named, typed: string): boolean =>
  likeness(person, typed) >= leastLikeness || partial_ratio(foldCase(person.name), foldCase(typed)) >= leastLikeness + 15

// What a name is found by while it is typed: the beginnings of its words, and their trigrams for when it is typed wrong.
import { nameWords } from './company-name.ts'

const longestBeginning = 12

/** `^acm`: names with a word that begins so. A longer word is found by its first twelve characters. */
export const beginning = (word: string): string => `^${[...word].slice(0, longestBeginning).join('')}`

/** Beginnings of two characters and more; a shorter word is its own beginning. */
const beginningsOf = (word: string): string[] => {
  const characters = [...word].slice(0, longestBeginning)
  const lengths = characters.map((_, index) => index + 1).filter((length) => length >= Math.min(2, characters.length))
  return lengths.map((length) => `^${characters.slice(0, length).join('')}`)
}

/** `~acm`: three characters in a row, the word's ends counted as characters. */
export const trigramsOf = (word: string): string[] => {
  const characters = ['$', ...word, '$']
  return characters.slice(2).map((last, index) => `~${characters[index]}${characters[index + 1]}${last}`)
}

/** All that names are looked up by. */
export const nameTokens = (names: readonly string[]): string[] => {
  const words = [...new Set(names.flatMap(nameWords))]
  return [...new Set(words.flatMap((word) => [...beginningsOf(word), ...trigramsOf(word)]))]
}

// Five things to try, printed when the playground starts.

export type ToTry = {
  /** A word that finds a family of contracts: `penhallow`. */
  word: string
  /** The number of one of them. */
  contract: string
  /** The first name of somebody else in the playground. */
  colleague: string
}

/** In a channel the bot hears only what mentions it: the page offers it once `@` is typed. */
export const thingsToTry = ({ word, contract, colleague }: ToTry): string[] => [
  `In the personal chat type: find ${word}`,
  `Then: show ${contract}`,
  `In the channel type @, choose Throughline, add: find ${word}. Reply below it in the same way: @Throughline link ${contract}`,
  'On the note that follows let others say something; then: @Throughline decide "12-month cap" clause:liability, and: @Throughline why liability',
  `as ${colleague}, to be somebody else; as, to see who there is`,
]

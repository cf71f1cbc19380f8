// Five things to try, printed when the playground starts.

export type ToTry = {
  /** A word that finds a family of contracts: `penhallow`. */
  word: string
  /** The number of one of them. */
  contract: string
  /** The first name of somebody else in the playground. */
  colleague: string
}

export const thingsToTry = ({ word, contract, colleague }: ToTry): string[] => [
  `In the personal chat type: find ${word}`,
  `Then: show ${contract}`,
  `In the channel post something, and reply in its thread: @Throughline link ${contract}. The note that follows lets others reply.`,
  '@Throughline decide "12-month cap, agreed by finance" clause:liability, and later: @Throughline why liability',
  `as ${colleague}, to be somebody else; as, to see who there is`,
]

// How common a word is, told coarsely from one block of contracts, because reading it to find out may cost as much as all of its places.
import type { Model } from 'mongoose'

/** So few blocks of contracts are read at once, however common a word is. */
const fewBlocks = 4
const manyPlaces = 1_000

/** Whether the token probably stands in more than a thousand rows. `newest` is the number of the newest block. */
export const isCommon = async <Row>(rows: Model<Row>, token: string, newest: number): Promise<boolean> => {
  if (newest < fewBlocks) return false
  const sample = { tokens: token, block: newest - 1 }
  const most = Math.ceil(manyPlaces / newest)
  const found = await rows.find(sample as never, { _id: 1 }, { limit: most }).lean()
  return found.length >= most
}

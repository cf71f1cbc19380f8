// Reading rows of contracts by their numbers, and by what they belong to.
import { type Model, trusted } from 'mongoose'
import type { ContractRow } from './projections/contract-rows.ts'

/** So many words are asked for in one read. */
const wordsAtOnce = 50

/** The rows of these contracts, and of those that belong to something by one of the words, of these `most` a read. */
export const readRows = async (
  contracts: Model<ContractRow>,
  ids: readonly string[],
  words: readonly string[],
  fields: Record<string, 1>,
  most?: number,
): Promise<ContractRow[]> => {
  const parts = Array.from({ length: Math.ceil(words.length / wordsAtOnce) }, (_, part) =>
    words.slice(part * wordsAtOnce, (part + 1) * wordsAtOnce),
  )
  const belonging = parts.map((some) =>
    contracts
      .find({ belongs: some.length === 1 ? some[0] : trusted({ $in: some }) } as never, fields, most === undefined ? {} : { limit: most })
      .lean<ContractRow[]>(),
  )
  const named = ids.length === 0 ? [] : [contracts.find({ _id: trusted({ $in: [...ids] }) }, fields).lean<ContractRow[]>()]
  return (await Promise.all([...named, ...belonging])).flat()
}

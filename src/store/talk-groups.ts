// What a contract's talk amounts to, conversation by conversation: how much of it a person may read, and what is held back from them.
import type { Model } from 'mongoose'
import type { Audience, Visibility } from '../contracts/talk.ts'
import { maySeeMessage, type TalkReader } from '../contracts/visible-talk.ts'
import type { TalkRow } from './projections/talk-rows.ts'
import type { TalkPage } from './store.ts'

/** Messages about which the rule says the same. */
export type TalkGroup = {
  contract: string
  conversation: string
  audience: Audience
  visibility: Visibility
  roster?: string
  count: number
  from: string
  to: string
}

export const groupsOf = async (talk: Model<TalkRow>, contract: string, range: object, scope: object): Promise<TalkGroup[]> => {
  const alike = { conversation: '$conversation', audience: '$audience', visibility: '$visibility', roster: '$roster' }
  const groups = await talk.aggregate<{ _id: Omit<TalkGroup, 'contract'>; count: number; from: string; to: string }>([
    { $match: { contract, ...range } },
    { $match: scope },
    { $group: { _id: alike, count: { $sum: 1 }, from: { $min: '$place' }, to: { $max: '$place' } } },
  ])
  return groups.map(({ _id, count, from, to }) => ({ contract, ..._id, count, from: instantOf(from), to: instantOf(to) }))
}

const instantOf = (place: string): string => place.slice(0, place.indexOf('|'))

export const countVisible = (groups: readonly TalkGroup[], reader: TalkReader): number =>
  groups.filter((group) => maySeeMessage(reader, group, group.conversation)).reduce((sum, { count }) => sum + count, 0)

/** What is held back, told to people of the company only: an outsider does not learn that there is anything. */
export const hiddenOf = (groups: readonly TalkGroup[], reader: TalkReader): TalkPage['hidden'] => {
  const hidden = groups.filter((group) => !maySeeMessage(reader, group, group.conversation))
  const [first] = hidden.map(({ from }) => from).sort()
  const last = hidden
    .map(({ to }) => to)
    .sort()
    .at(-1)
  if (!reader.internal || first === undefined || last === undefined) return undefined
  return { count: hidden.reduce((sum, { count }) => sum + count, 0), from: first, to: last }
}

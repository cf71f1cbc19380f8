// Threads that are linked to contracts.
import type { Model } from 'mongoose'
import type { LinkRow } from './projections/link-rows.ts'
import type { LinkedThreadRow, ThreadStore } from './store.ts'

export const createThreads = (links: Model<LinkRow>): Pick<ThreadStore, 'linked' | 'ofConversation'> => ({
  async linked(thread) {
    const rows = await links.find({ thread, active: true }).lean<LinkRow[]>()
    return threadsOf(rows)[0]
  },
  async ofConversation(conversation) {
    return threadsOf(await links.find({ conversation, active: true }).lean<LinkRow[]>())
  },
})

const threadsOf = (rows: readonly LinkRow[]): LinkedThreadRow[] =>
  [...Map.groupBy(rows, ({ thread }) => thread)].map(([thread, of]) => ({
    thread,
    conversation: of[0]?.conversation ?? '',
    contracts: of.map(({ contract }) => contract).sort(),
    roster: of[0]?.roster,
  }))

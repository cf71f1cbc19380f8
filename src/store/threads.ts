// Threads that are linked to contracts.
import { type Model, trusted } from 'mongoose'
import { openEntry } from '../contracts/record/open-entry.ts'
import type { Entries } from './entries.ts'
import { createGroupedRead } from './grouped-read.ts'
import type { LinkRow } from './projections/link-rows.ts'
import type { LinkedThreadRow, ThreadStore } from './store.ts'

type Parts = { links: Model<LinkRow>; entries: Pick<Entries, 'under'> }

export const createThreads = ({ links, entries }: Parts): Pick<ThreadStore, 'linked' | 'ofConversation' | 'ofPlatform' | 'ofMessage'> => ({
  // Every delivery asks this, so deliveries of the same moment ask together.
  linked: createGroupedRead(async (threads) => {
    const thread = threads.length === 1 ? threads[0] : trusted({ $in: threads })
    const rows = await links.find({ thread, active: true } as object).lean<LinkRow[]>()
    const found = new Map(threadsOf(rows).map((row) => [row.thread, row]))
    return (one) => found.get(one)
  }),
  async ofConversation(conversation) {
    return threadsOf(await links.find({ conversation, active: true }).lean<LinkRow[]>())
  },
  async ofPlatform(platform) {
    return threadsOf(await links.find({ platform, active: true }).lean<LinkRow[]>())
  },
  async ofMessage(message, contracts) {
    for (const contract of contracts) {
      // Of the record itself: the rows of talk may still be behind it.
      const entry = await entries.under(contract, `m:${message}`)
      const said = entry && openEntry(entry)
      if (said?.kind === 'message') return said.payload.thread
    }
    return undefined
  },
})

const threadsOf = (rows: readonly LinkRow[]): LinkedThreadRow[] =>
  [...Map.groupBy(rows, ({ thread }) => thread)].map(([thread, of]) => ({
    thread,
    conversation: of[0]?.conversation ?? '',
    contracts: of.map(({ contract }) => contract).sort(),
    roster: of[0]?.roster,
  }))

// Every week: administrators are told how often record keepers read by their special right, and on which contracts (rule P7).
import { DateTime } from 'luxon'
import { card, heading } from '../bot/card.ts'
import { namesOf } from '../bot/names.ts'
import { openEntry } from '../contracts/record/open-entry.ts'
import { defineJob } from './job.ts'

export const reportKeeperReads = defineJob({
  name: 'report-keeper-reads',
  every: 'week',
  async run({ store, clock, tellAdministrators }, period) {
    const since = DateTime.fromJSDate(clock()).minus({ weeks: 1 }).toUTC().toISO() ?? ''
    const reads = (await store.record.ofKind('keeper_read', since)).flatMap((entry) => {
      const opened = openEntry(entry)
      return opened?.kind === 'keeper_read' ? [opened] : []
    })
    if (reads.length === 0) return
    const nameOf = await namesOf(
      store,
      reads.map(({ entry }) => entry.actor),
    )
    const facts = reads.map(({ entry, payload }) => ({
      label: entry.contract,
      value: `${nameOf(entry.actor)}: ${payload.reason}`,
      note: entry.at.slice(0, 10),
    }))
    const line = `${reads.length} record keeper read${reads.length === 1 ? '' : 's'} in the last seven days`
    await tellAdministrators(`keeper-reads:${period}`, card(line, heading(line), { type: 'facts', facts }))
  },
})

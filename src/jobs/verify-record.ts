// Every night: all records are checked, and administrators are told of the first entry that was altered, if any was.
import { card, heading, text } from '../bot/card.ts'
import type { Fault } from '../contracts/record/verify.ts'
import { defineJob } from './job.ts'

export const verifyRecord = defineJob({
  name: 'verify-record',
  every: 'day',
  async run({ store, report, tellAdministrators }, period) {
    const faults: Fault[] = (await store.anchors.check()).faults
    let entries = 0
    for await (const chain of store.record.verify()) {
      entries += chain.entries
      faults.push(...chain.faults)
    }
    const [first] = faults
    if (!first) return report(`Verified ${entries} entries: every chain is intact`)
    const line = `The record is not intact: entry ${first.seq} of ${first.contract} ${first.text}. ${faults.length} faults in all.`
    report(line)
    await tellAdministrators(
      `verify-record:${period}`,
      card(line, heading('The record is not intact'), text(line, 'bad'), text('Run: throughline verify')),
    )
  },
})

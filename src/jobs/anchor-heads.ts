// Every hour: what a killed process left is folded, and the heads of all records that moved are signed and kept outside of the database.
import { defineJob } from './job.ts'

export const anchorHeads = defineJob({
  name: 'anchor-heads',
  every: 'hour',
  async run({ store, clock, report }) {
    const behind = await store.record.catchUp()
    if (behind > 0) report(`Caught up with ${behind} records`)
    const anchor = await store.anchors.write(clock().toISOString())
    if (anchor) report(`Signed ${anchor.heads.length} record heads (anchor ${anchor.hash.slice(0, 12)})`)
  },
})

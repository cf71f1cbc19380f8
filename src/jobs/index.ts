// What the clock asks: every job, one line each.
import { anchorHeads } from './anchor-heads.ts'
import type { Job } from './job.ts'
import { reportKeeperReads } from './report-keeper-reads.ts'
import { verifyRecord } from './verify-record.ts'

export const jobs: readonly Job[] = [anchorHeads, verifyRecord, reportKeeperReads]

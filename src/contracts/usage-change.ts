// Recording usage: one entry a count; the same count of the same day is recorded once.
import type { CalendarDate } from './calendar-date.ts'
import type { Contract } from './contract.ts'
import type { Draft } from './record/entry.ts'

export type Count = { field: string; value: number; on: CalendarDate }

export const usageDrafts = (
  contract: Contract,
  counts: readonly Count[],
  act: { actor: string; source: string; key: string; from?: string },
): Draft[] =>
  counts
    .filter(({ field, value, on }) => contract.usage[field]?.value !== value || contract.usage[field]?.on !== on)
    .map(({ field, value, on }) => ({
      kind: 'usage',
      key: `usage:${field}:${on}:${act.key}`,
      actor: act.actor,
      source: act.source,
      payload: { field, value, on, ...(act.from !== undefined && { source: act.from }) },
    }))

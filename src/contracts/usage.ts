// Usage: how much of what a contract allows is used, and when that comes near to a limit.
import type { CalendarDate } from './calendar-date.ts'
import type { Contract } from './contract.ts'
import { isOpen, type Obligation } from './obligation.ts'

export type Usage = {
  value: number /** The day that it was counted for. */
  on: CalendarDate
  by: string
  at: string
  source: string | undefined
}

/** Of a limit: from here on it is told. */
const near = 0.9

/** A limit that usage is held against: what a field allows, or what an obligation hangs on. */
export type Limit = { field: string; most: number; obligation?: Obligation }
export type Nearness = 'below' | 'near' | 'over'
export type Measured = { field: string; usage: Usage; limit: Limit; share: number; nearness: Nearness }

const limitsOf = (contract: Contract, field: string): Limit[] => {
  const allowed = contract.fields[field]?.value
  const hanging = contract.obligations.filter((one) => isOpen(one) && one.threshold?.field === field)
  return [
    ...(typeof allowed === 'number' ? [{ field, most: allowed }] : []),
    ...hanging.map((obligation) => ({ field, most: obligation.threshold?.above ?? 0, obligation })),
  ]
}

/** Each thing that is counted against each of its limits, the fullest first; `over` is above the limit, not at it. */
export const measuredUsage = (contract: Contract): Measured[] =>
  Object.entries(contract.usage)
    .flatMap(([field, usage]) => limitsOf(contract, field).map((limit) => measured(field, usage, limit)))
    .sort((one, other) => other.share - one.share)

const measured = (field: string, usage: Usage, limit: Limit): Measured => {
  const share = limit.most > 0 ? usage.value / limit.most : usage.value > 0 ? Number.MAX_SAFE_INTEGER : 0
  return { field, usage, limit, share, nearness: usage.value > limit.most ? 'over' : share >= near ? 'near' : 'below' }
}

/** What came nearer to a limit by a change: told once, when it happens. */
export const crossedBy = (before: Contract, after: Contract): Measured[] => {
  const rank = (nearness: Nearness | undefined) => ['below', 'near', 'over'].indexOf(nearness ?? 'below')
  const was = new Map(measuredUsage(before).map((one) => [keyOf(one), one.nearness]))
  return measuredUsage(after).filter((one) => rank(one.nearness) > rank(was.get(keyOf(one))))
}

const keyOf = ({ field, limit }: Measured): string => `${field}:${limit.obligation?.id ?? ''}`

// The values that a contract's row holds on a day: the one place where they are taken from it.
import type { CalendarDate } from '../../contracts/calendar-date.ts'
import type { FieldValue } from '../../contracts/field-value.ts'
import type { Values } from '../../contracts/filter/evaluate.ts'

/** Field by field, since when which value is in force; an absent value: nothing is. */
type Timeline = { [key: string]: { from: CalendarDate; value?: FieldValue }[] }

/** `timeline` where what is in force changes by the day, by amendments; its fields take the place of the row's own values. */
export type ValuedRow = { values: string; timeline?: string }

export const valuesOnDay = ({ values, timeline }: ValuedRow, day: CalendarDate | undefined): Values => {
  const own = JSON.parse(values) as Values
  if (timeline === undefined || day === undefined) return own
  const changing = Object.entries(JSON.parse(timeline) as Timeline)
  const inForce = changing.map(([key, spans]) => [key, spans.findLast(({ from }) => from <= day)?.value] as const)
  return Object.fromEntries([...Object.entries(own), ...inForce].filter(([, value]) => value !== undefined)) as Values
}

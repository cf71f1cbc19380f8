// Periods: one name an hour, a day, a week of the company's zone, through both nights on which clocks change.
import { describe, expect, it } from 'vitest'
import { periodOf } from '../../src/jobs/period.ts'

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC', 'Australia/Lord_Howe']

const hoursOf = (from: string, count: number) => Array.from({ length: count }, (_, hour) => new Date(Date.parse(from) + hour * 3_600_000))

describe('periodOf', () => {
  it.each([
    ['hour', '2026-11-24T14:59:59Z', '2026-11-24T15 +01:00'],
    ['day', '2026-11-23T23:30:00Z', '2026-11-24'],
    ['day', '2026-11-24T22:59:59Z', '2026-11-24'],
    ['week', '2027-01-01T12:00:00Z', '2026-W53'],
    ['week', '2026-11-24T12:00:00Z', '2026-W48'],
  ] as const)('%s of %s is %s in Berlin', (period, instant, name) => {
    expect(periodOf(period, new Date(instant), 'Europe/Berlin')).toBe(name)
  })

  it.each(zones)('gives every hour of a year of %s a name of its own', (zone) => {
    const names = hoursOf('2026-01-01T00:10:00Z', 24 * 365).map((instant) => periodOf('hour', instant, zone))
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(zones)('keeps two clocks 40 minutes apart in the same day of %s except around midnight', (zone) => {
    const days = new Set(hoursOf('2026-01-01T00:10:00Z', 24 * 365).map((instant) => periodOf('day', instant, zone)))
    expect(days.size).toBeGreaterThanOrEqual(365)
    expect(days.size).toBeLessThanOrEqual(366)
  })
})

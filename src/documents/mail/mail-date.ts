// The date of a mail: read strictly, because a date that is guessed is worse than none.

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Offsets in minutes of the zone names that RFC 5322, section 4.3, still knows. */
const zoneNames: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
}

const form = /^(?:[a-z]{3},?\s*)?(\d{1,2})\s+([a-z]{3})\s+(\d{4})\s+(\d{2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[a-z]{1,3})$/

/** The instant of a Date header as ISO 8601 in UTC (RFC 5322, section 3.3), or null when it does not state one. */
export function mailDate(value: string): string | null {
  const plain = value
    .replace(/\([^()]{0,100}\)/g, ' ')
    .trim()
    .toLowerCase()
  const found = plain.length > 100 ? null : form.exec(plain)
  if (found === null) return null
  const [day, year, hour, minute, second] = [found[1], found[3], found[4], found[5], found[6] ?? '0'].map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const month = months.indexOf(found[2] ?? '')
  const offset = zoneMinutes(found[7] ?? '')
  if (month < 0 || offset === undefined || hour > 23 || minute > 59 || second > 60) return null
  const local = new Date(Date.UTC(year, month, day, hour, minute, Math.min(second, 59)))
  // Date moves the 31st of June to July; a date that does not exist states nothing.
  if (local.getUTCDate() !== day || local.getUTCMonth() !== month) return null
  return new Date(local.getTime() - offset * 60_000).toISOString()
}

function zoneMinutes(zone: string): number | undefined {
  const digits = /^([+-])(\d{2})(\d{2})$/.exec(zone)
  if (digits === null) return zoneNames[zone]
  const [hours, minutes] = [Number(digits[2]), Number(digits[3])]
  if (hours > 14 || minutes > 59) return undefined
  return (digits[1] === '-' ? -1 : 1) * (hours * 60 + minutes)
}

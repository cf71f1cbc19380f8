// Days as numbers, for arithmetic on many of them: the Gregorian calendar, proleptic, day 0 being 1 March of the year 0.

/** So many days lie before the first of a month in a year that begins in March. */
const beforeMonth = (month: number): number => Math.floor((153 * month + 2) / 5)

/** The parts of an ISO day; the day must be one of the calendar. */
export const partsOf = (date: string): { year: number; month: number; day: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})

export const numberOfDay = (date: string): number => {
  const { year, month, day } = partsOf(date)
  // A year from March on has its leap day at the end.
  const [begun, sinceMarch] = month > 2 ? [year, month - 3] : [year - 1, month + 9]
  return begun * 365 + Math.floor(begun / 4) - Math.floor(begun / 100) + Math.floor(begun / 400) + beforeMonth(sinceMarch) + day - 1
}

const daysOf400Years = 146_097

export const dayOfNumber = (number: number): string => {
  const era = Math.floor(number / daysOf400Years)
  const inEra = number - era * daysOf400Years
  const years = Math.floor((inEra - Math.floor(inEra / 1_460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365)
  const inYear = inEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100))
  const sinceMarch = Math.floor((5 * inYear + 2) / 153)
  const month = sinceMarch < 10 ? sinceMarch + 3 : sinceMarch - 9
  return spell(era * 400 + years + (month <= 2 ? 1 : 0), month, inYear - beforeMonth(sinceMarch) + 1)
}

/** Before the first and behind the last day that four digits can write there are none. */
const spell = (year: number, month: number, day: number): string => {
  if (year < 1) return '0001-01-01'
  return year > 9_999 ? '9999-12-31' : spellParts(year, month, day)
}

const spellParts = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const lengthOf = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (lengths[month - 1] as number))

/** The same day number so many months later, or the month's last day. */
export const addMonths = (date: string, count: number): string => {
  const { year, month, day } = partsOf(date)
  const months = year * 12 + month - 1 + count
  const [inYear, inMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1]
  return spell(inYear, inMonth, Math.min(day, lengthOf(inYear, inMonth)))
}

/** Whether there is such a day; only days that are written in full, `2026-12-31`, are. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const { year, month, day } = partsOf(text)
  return month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month)
}

/** Monday is 1. */
export const weekdayOfNumber = (number: number): number => ((number + 2) % 7) + 1

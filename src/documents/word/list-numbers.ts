// Counts the paragraphs of lists as Word does, so that each can say its number: "2.1", "(a)", "Article IV".
import type { Level, List, ListPlace } from './numbering.ts'

export type ListNumbers = {
  /** The number that Word writes before the next paragraph in this place; undefined where it writes none or a mere bullet. */
  next(own: ListPlace, style: string): string | undefined
}

type Count = { values: (number | undefined)[]; begun: Set<string> }

const deepestLevel = 8

/** A fresh count over the lists of a file and the lists of its styles. */
export function newListNumbers(lists: ReadonlyMap<string, List>, styles: ReadonlyMap<string, ListPlace>): ListNumbers {
  const counts = new Map<string, Count>()
  return {
    next(own, style) {
      const styled = styles.get(style)
      const id = own.list ?? styled?.list
      const list = id === undefined ? undefined : lists.get(id)
      if (id === undefined || list === undefined) return undefined
      const level = Math.min(deepestLevel, own.level ?? styled?.level ?? 0)
      const count = counts.get(list.counts) ?? { values: [], begun: new Set() }
      counts.set(list.counts, count)
      advance(count, { id, list, level })
      return written(list, count, level)
    },
  }
}

function advance({ values, begun }: Count, { id, list, level }: { id: string; list: List; level: number }): void {
  const start = list.starts.get(level)
  const isFirst = start !== undefined && !begun.has(`${id} ${level}`)
  begun.add(`${id} ${level}`)
  const before = values[level]
  values[level] = isFirst ? start : before === undefined ? (list.levels.get(level)?.start ?? 1) : before + 1
  for (let deeper = level + 1; deeper <= deepestLevel; deeper++) {
    if (level < (list.levels.get(deeper)?.restartsAfter ?? deeper)) values[deeper] = undefined
  }
}

function written(list: List, { values }: Count, level: number): string | undefined {
  const own = list.levels.get(level)
  if (own === undefined || own.format === 'bullet' || own.format === 'none') return undefined
  const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const place = Number(digit) - 1
    const shown = list.levels.get(place)
    return numberIn(own.isLegal ? 'decimal' : (shown?.format ?? 'decimal'), values[place] ?? shown?.start ?? 1)
  })
  return text.trim() === '' ? undefined : text.trim()
}

const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx', 'xc']
const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix']

/** A number in one of Word's formats; those of other scripts are written in digits. */
function numberIn(format: Level['format'], value: number): string {
  switch (format) {
    case 'lowerRoman':
      return roman(value)
    case 'upperRoman':
      return roman(value).toUpperCase()
    case 'lowerLetter':
      return letters(value)
    case 'upperLetter':
      return letters(value).toUpperCase()
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'ordinal':
      return `${value}${ordinalEnding(value)}`
    default:
      return String(value)
  }
}

function roman(value: number): string {
  if (value < 1 || value > 999) return String(value)
  const hundreds = ['', 'c', 'cc', 'ccc', 'cd', 'd', 'dc', 'dcc', 'dccc', 'cm'][Math.floor(value / 100)]
  return `${hundreds}${tens[Math.floor(value / 10) % 10]}${ones[value % 10]}`
}

/** a to z, then aa, bb and so on, as Word counts. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value)
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

function ordinalEnding(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'
}

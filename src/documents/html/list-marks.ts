// The numbers that a page puts before the items of a list: they are not in its text, and a clause is known by its number.

/** One list; `next` counts its items, undefined where it has no numbers. */
export type HtmlList = { next: number | undefined; step: number; form: string }

export function newList(name: string, attributes: ReadonlyMap<string, string>): HtmlList {
  const isPlain = name !== 'ol' || /list-style(?:-type)?\s{0,9}:\s{0,9}none/i.test(attributes.get('style') ?? '')
  const start = Number.parseInt(attributes.get('start') ?? '', 10)
  const step = attributes.has('reversed') ? -1 : 1
  return {
    next: isPlain ? undefined : Number.isNaN(start) ? 1 : start,
    step,
    form: attributes.get('type') ?? formOf(attributes.get('style')),
  }
}

const styleForms: [RegExp, string][] = [
  [/lower-(?:alpha|latin)/i, 'a'],
  [/upper-(?:alpha|latin)/i, 'A'],
  [/lower-roman/i, 'i'],
  [/upper-roman/i, 'I'],
]

function formOf(style = ''): string {
  return styleForms.find(([name]) => name.test(style))?.[1] ?? '1'
}

/** "3. ", "c. " or "iii. " for the item that begins now; '' where the page shows no number. */
export function nextMark(list: HtmlList | undefined, attributes: ReadonlyMap<string, string>): string {
  if (list?.next === undefined) return ''
  const stated = Number.parseInt(attributes.get('value') ?? '', 10)
  const number = Number.isNaN(stated) ? list.next : stated
  list.next = number + list.step
  return `${shown(number, list.form)}. `
}

function shown(number: number, form: string): string {
  const mark = form.toLowerCase() === 'a' ? letters(number) : form.toLowerCase() === 'i' ? roman(number) : String(number)
  return form === 'A' || form === 'I' ? mark.toUpperCase() : mark
}

/** a to z, then aa, ab. */
function letters(number: number): string {
  if (number < 1 || number > 700) return String(number)
  const last = String.fromCharCode(97 + ((number - 1) % 26))
  return number <= 26 ? last : letters(Math.floor((number - 1) / 26)) + last
}

const romanSigns: [number, string][] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(number: number): string {
  if (number < 1 || number > 399) return String(number)
  let [rest, text] = [number, '']
  for (const [value, sign] of romanSigns) {
    for (; rest >= value; rest -= value) text += sign
  }
  return text
}

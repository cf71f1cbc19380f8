// The lists of a Word file: how each level of a list is counted and written, and which list a style belongs to.
import { attribute, scanXml } from './xml.ts'

/** One level of a list. `text` holds %1 for the number of the first level, %2 for that of the second, and so on. */
export type Level = { start: number; format: string; text: string; restartsAfter: number | undefined; isLegal: boolean }
/** `counts` names the count that lists of one kind share; `starts` are levels that begin afresh in this list. */
export type List = { counts: string; levels: ReadonlyMap<number, Level>; starts: ReadonlyMap<number, number> }
/** Where a paragraph stands in a list; list "0" is none. */
export type ListPlace = { list: string | undefined; level: number | undefined }

/** A whole number of a file; what is none or has more than six digits counts as `otherwise`. */
export const whole = (text: string, otherwise: number): number => (/^\d{1,6}$/.test(text) ? Number(text) : otherwise)

type Draft = { level: Level | undefined; index: number }
type Override = { levels: Map<number, Level>; starts: Map<number, number> }
type Lists = {
  kinds: Map<string, Map<number, Level>>
  /** Kinds that say "as that style does", and the kind that the style names. */
  sameAs: Map<string, string>
  styled: Map<string, string>
  lists: Map<string, Override & { kind: string }>
}

/** The lists of the numbering part by their number. */
export function readNumbering(xml: string): Map<string, List> {
  const found: Lists = { kinds: new Map(), sameAs: new Map(), styled: new Map(), lists: new Map() }
  let [kind, list] = ['', '']
  const draft: Draft = { level: undefined, index: 0 }
  scanXml(xml, {
    open(name, tag, path) {
      if (name === 'w:abstractNum') kind = attribute(tag, 'abstractNumId') ?? ''
      else if (name === 'w:num') list = attribute(tag, 'numId') ?? ''
      openList(found, { name, tag, kind, list, path })
      openLevel(found, { name, tag, kind, list, path }, draft)
    },
    close() {},
    wantsText: () => false,
    text() {},
  })
  return new Map([...found.lists].map(([id, each]) => [id, listOf(found, each)]))
}

type Seen = { name: string; tag: string; kind: string; list: string; path: readonly string[] }

function openList({ kinds, sameAs, styled, lists }: Lists, { name, tag, kind, list }: Seen): void {
  const value = attribute(tag, 'val') ?? ''
  if (name === 'w:abstractNum') kinds.set(kind, new Map())
  else if (name === 'w:numStyleLink') sameAs.set(kind, value)
  else if (name === 'w:styleLink') styled.set(value, kind)
  else if (name === 'w:num') lists.set(list, { kind: '', levels: new Map(), starts: new Map() })
  else if (name === 'w:abstractNumId') {
    const of = lists.get(list)
    if (of !== undefined) of.kind = value
  }
}

function openLevel({ kinds, lists }: Lists, { name, tag, kind, list, path }: Seen, draft: Draft): void {
  const value = attribute(tag, 'val') ?? ''
  const isOverride = path.includes('w:lvlOverride')
  if (name === 'w:lvlOverride' || name === 'w:lvl') draft.index = whole(attribute(tag, 'ilvl') ?? '', draft.index)
  if (name === 'w:startOverride') lists.get(list)?.starts.set(draft.index, whole(value, 1))
  if (name === 'w:lvl') {
    draft.level = { start: 1, format: 'decimal', text: '', restartsAfter: undefined, isLegal: false }
    ;(isOverride ? lists.get(list)?.levels : kinds.get(kind))?.set(draft.index, draft.level)
  }
  if (path.at(-2) !== 'w:lvl' || draft.level === undefined) return
  if (name === 'w:start') draft.level.start = whole(value, 1)
  else if (name === 'w:numFmt') draft.level.format = value
  else if (name === 'w:lvlText') draft.level.text = value
  else if (name === 'w:lvlRestart') draft.level.restartsAfter = whole(value, draft.index)
  else if (name === 'w:isLgl') draft.level.isLegal = value !== '0' && value !== 'false'
}

function listOf({ kinds, sameAs, styled }: Lists, { kind, levels, starts }: Override & { kind: string }): List {
  const counts = styled.get(sameAs.get(kind) ?? '') ?? kind
  return { counts, levels: new Map([...(kinds.get(counts) ?? []), ...levels]), starts }
}

/** The list of each paragraph style that has one, by itself or by the style that it is based on. */
export function readStyleLists(xml: string): Map<string, ListPlace> {
  const own = new Map<string, ListPlace & { basedOn: string }>()
  let style: (ListPlace & { basedOn: string }) | undefined
  scanXml(xml, {
    open(name, tag, path) {
      const value = attribute(tag, 'val') ?? ''
      if (name === 'w:style') {
        style = { basedOn: '', list: undefined, level: undefined }
        own.set(attribute(tag, 'styleId') ?? '', style)
      } else if (style === undefined) return
      else if (name === 'w:basedOn') style.basedOn = value
      else if (path.at(-2) === 'w:numPr' && name === 'w:numId') style.list = value
      else if (path.at(-2) === 'w:numPr' && name === 'w:ilvl') style.level = whole(value, 0)
    },
    close() {},
    wantsText: () => false,
    text() {},
  })
  return new Map([...own.keys()].map((id) => [id, inherited(own, id)]))
}

/** Word allows ten steps from a style to its base and no more. */
function inherited(own: ReadonlyMap<string, ListPlace & { basedOn: string }>, id: string): ListPlace {
  let place: ListPlace = { list: undefined, level: undefined }
  let style = own.get(id)
  for (let step = 0; step <= 10 && style !== undefined; step++) {
    place = { list: place.list ?? style.list, level: place.level ?? style.level }
    style = own.get(style.basedOn)
  }
  return place
}

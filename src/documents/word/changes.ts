// Tracked changes as they are met in a Word part: who changed what, one entry per change and not per run.
import type { Revision } from '../document.ts'
import { paragraphMark, type Side } from './flow.ts'
import { attribute } from './xml.ts'

/** A change as Word writes it; a move is told at both of its ends until it is finished. */
export type Change = Omit<Revision, 'kind'> & { kind: 'inserted' | 'deleted' | 'moved-from' | 'moved-to' | 'formatting' }

type OpenChange = { change: Change; side: Side; until: number }

export type Changes = {
  list: Change[]
  /** Changes around the text that is being read, outermost first, each with the depth of the element that ends it. */
  open: OpenChange[]
  /** The change whose text ran up to here, so that a change that Word cut into runs stays one. */
  touching: Change | undefined
  structural: Change | undefined
}

/** Changes inside changes beyond this depth are told by the outer ones. */
const deepestChange = 8

export function newChanges(): Changes {
  return { list: [], open: [], touching: undefined, structural: undefined }
}

export function sideOf(changes: Changes): Side {
  return changes.open.at(-1)?.side
}

/** The change that an element states: the one that already runs here by the same author, or a new one. */
export function stateChange(changes: Changes, kind: Change['kind'], tag: string): Change {
  const stated = newChange(kind, tag)
  const around = changes.open.at(-1)?.change
  if (around !== undefined && isSame(around, stated, false)) return around
  if (changes.touching !== undefined && isSame(changes.touching, stated, true)) return changes.touching
  changes.list.push(stated)
  changes.touching = stated
  return stated
}

/** States a change and keeps it open until the element at depth `until` closes. */
export function openChange(changes: Changes, kind: Change['kind'], tag: string, until: number): void {
  const change = stateChange(changes, kind, tag)
  if (changes.open.length >= deepestChange || changes.open.some((one) => one.change === change)) return
  const isOut = kind === 'deleted' || kind === 'moved-from' || sideOf(changes) === 'out'
  changes.open.push({ change, side: isOut ? 'out' : 'in', until })
}

export function closeChanges(changes: Changes, depth: number): void {
  while (changes.open.length > 0 && changes.open.at(-1)!.until >= depth) changes.open.pop()
}

/** A change of formatting; those that touch no words (tables, sections) are told once per author and time. */
export function stateFormatting(changes: Changes, tag: string, isStructural: boolean): Change {
  const stated = newChange('formatting', tag)
  const last = changes.structural
  const repeats = last !== undefined && (stated.author === '' || isSame(last, stated, true))
  if (isStructural && repeats) return last
  changes.list.push(stated)
  if (isStructural) changes.structural = stated
  return stated
}

/** Adds text to the changes that run around it; text outside of any change ends their run. */
export function tellChanges(changes: Changes, text: string): void {
  if (changes.open.length === 0) {
    changes.touching = undefined
    return
  }
  for (const { change } of changes.open) change.text += text
  changes.touching = changes.open.at(-1)?.change
}

/** The changes for people: a move once, a lone paragraph mark as ¶. */
export function finishChanges(list: readonly Change[]): Revision[] {
  const arrivals = new Set(list.filter((change) => change.kind === 'moved-to').map((change) => change.text.trim()))
  return list
    .filter((change) => change.kind !== 'moved-from' || !arrivals.has(change.text.trim()))
    .map(({ kind, author, at, text }) => ({ kind: plainKind(kind), author, at, text: plainText(text) }))
}

function plainKind(kind: Change['kind']): Revision['kind'] {
  return kind === 'moved-from' || kind === 'moved-to' ? 'moved' : kind
}

function plainText(text: string): string {
  return text.trim() === '' && text.includes('\n') ? paragraphMark : text.replace(/^\n+|\n+$/g, '')
}

function newChange(kind: Change['kind'], tag: string): Change {
  return { kind, author: attribute(tag, 'author') ?? '', at: statedTime(tag), text: '' }
}

/** The time that a tag states, as it states it, or null. */
export function statedTime(tag: string): string | null {
  const at = attribute(tag, 'date')
  return at !== undefined && /^\d{4}-\d\d-\d\dT[\d:.]{5,15}(Z|[+-]\d\d:\d\d)?$/.test(at) ? at : null
}

function isSame(one: Change, other: Change, alsoTime: boolean): boolean {
  return one.kind === other.kind && one.author === other.author && (!alsoTime || one.at === other.at)
}

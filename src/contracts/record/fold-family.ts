// What a contract belongs to, entry by entry: the last word about each parent holds.
import type { FamilyLink } from '../family-link.ts'
import type { Entry } from './entry.ts'
import type { Payloads } from './kinds.ts'

export const linksAfter = (links: readonly FamilyLink[], { parent, relation, order }: Payloads['family'], entry: Entry): FamilyLink[] => {
  const others = links.filter((link) => link.parent !== parent)
  return relation === null ? others : [...others, { parent, relation, order, by: entry.actor, at: entry.at, seq: entry.seq }]
}

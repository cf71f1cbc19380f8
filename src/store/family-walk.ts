// Walking a family, step by step from contract to contract, over rows of what belongs to what.
import type { FamilyLink } from '../contracts/family-link.ts'
import { type Belonging, belongingTo } from './projections/contract-rows.ts'

export type FamilyItem = { id: string; links: readonly Pick<FamilyLink, 'parent' | 'relation'>[] }

/** Where a walk goes on to: what an item belongs to, and in which ways others belong to it. */
export type Directions<Item extends FamilyItem> = { above: (item: Item) => string[]; below: readonly Belonging[] }

/** Reads by numbers, and those that belong by one of the words; what who asks may not see is not in the answer, so nothing is reached by it. */
export type ReadItems<Item extends FamilyItem> = (ids: readonly string[], words: readonly string[]) => Promise<Item[]>

const mastersOf = ({ links }: FamilyItem): string[] => links.flatMap(({ parent, relation }) => (relation === 'under' ? [parent] : []))

/** All whose terms bear on where the walk begins: what something amends has no bearing on it, its master has. */
export const bearing: Directions<FamilyItem> = { above: mastersOf, below: ['bears'] }

/** All that belong together. */
export const together: Directions<FamilyItem> = { above: ({ links }) => links.map(({ parent }) => parent), below: ['bears', 'under'] }

/** Reaches each item once, and stops when there are more than `most`. */
export const walk = async <Item extends FamilyItem>(
  start: readonly Item[],
  { above, below }: Directions<Item>,
  read: ReadItems<Item>,
  most = Number.POSITIVE_INFINITY,
): Promise<Map<string, Item>> => {
  const found = new Map(start.map((item) => [item.id, item]))
  let open: readonly Item[] = start
  while (open.length > 0 && found.size <= most) {
    const ids = [...new Set(open.flatMap(above))].filter((id) => !found.has(id))
    const words = open.flatMap(({ id }) => belongingTo(id, ...below))
    const reached = ids.length + words.length > 0 ? await read(ids, words) : []
    open = [...new Map(reached.filter(({ id }) => !found.has(id)).map((item) => [item.id, item])).values()]
    for (const item of open) found.set(item.id, item)
  }
  return found
}

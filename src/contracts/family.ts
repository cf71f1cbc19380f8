// A family of contracts: a master and what amends it, stands under it or renews it; which of them may change another, and since when.
import { type CalendarDate, firstDay } from './calendar-date.ts'
import { type Contract, type FieldValues, valuesOf } from './contract.ts'
import type { FamilyLink, Relation } from './family-link.ts'

export type Member = { id: string; values: FieldValues; links: readonly Pick<FamilyLink, 'parent' | 'relation' | 'order'>[] }
/** What is not in it does not exist for who asks. */
export type Family = { members: ReadonlyMap<string, Member>; children: ReadonlyMap<string, readonly Member[]> }

export const memberOf = (contract: Contract): Member => ({ id: contract.id, values: valuesOf(contract), links: contract.family })

export const numberIn = (id: string): number => Number(id.slice(2))

export const familyOf = (members: Iterable<Member>): Family => {
  const byId = new Map(Array.from(members, (member) => [member.id, member]))
  const children = new Map<string, Member[]>()
  for (const member of [...byId.values()].sort((one, other) => numberIn(one.id) - numberIn(other.id))) {
    for (const { parent } of member.links) children.set(parent, [...(children.get(parent) ?? []), member])
  }
  return { members: byId, children }
}

/** Those that belong to it directly, in the order of their numbers. */
export const childrenOf = ({ children }: Family, parent: string, ...wanted: Relation[]): Member[] =>
  (children.get(parent) ?? []).filter(({ links }) => links.some((link) => link.parent === parent && wanted.includes(link.relation)))

/** The agreement that it stands under. */
export const masterOf = (family: Family, { links }: Member): Member | undefined =>
  family.members.get(links.find(({ relation }) => relation === 'under')?.parent ?? '')

/** Signed once, and so it bears on others: one that has expired since goes on ruling what it changed. */
export const wasExecuted = ({ values }: Member): boolean => values.status === 'executed' || values.status === 'expired'

/** Why a document changes nothing on that day; undefined when it does. */
export const silenceOf = (member: Member, day: CalendarDate): string | undefined => {
  const { status, effectiveDate } = member.values
  if (status === undefined) return 'changes nothing: whether it is executed is not known'
  if (!wasExecuted(member)) return `changes nothing: it is ${status === 'draft' ? 'a draft' : status.replace('-', ' ')}`
  if (effectiveDate === undefined) return 'changes nothing: when it takes effect is not known'
  return effectiveDate > day ? 'changes nothing yet' : undefined
}

/** A document that changes another: since when, and which changes it comes after because it amends or renews them in turn. */
export type Change = {
  document: Member
  relation: Relation
  from: CalendarDate
  order: number | undefined
  over: ReadonlySet<string>
}

/** What amends a document amends with it all that it amends, though never earlier than that. A cycle that two people made leads nowhere. */
export const changesOf = (family: Family, id: string): Change[] => {
  const since = new Map<string, CalendarDate>([[id, firstDay]])
  const waiting = [id]
  for (let parent = waiting.shift(); parent !== undefined; parent = waiting.shift()) {
    for (const child of childrenOf(family, parent, 'amends', 'renews')) {
      const from = startOf(child, since.get(parent) ?? firstDay)
      const known = since.get(child.id)
      if (from === undefined || (known !== undefined && known <= from)) continue
      since.set(child.id, from)
      waiting.push(child.id)
    }
  }
  since.delete(id)
  return [...since].map(([changing, from]) => changeOf(family, family.members.get(changing) as Member, from, since, id))
}

const startOf = (child: Member, notBefore: CalendarDate): CalendarDate | undefined => {
  const { effectiveDate } = child.values
  if (!wasExecuted(child) || effectiveDate === undefined) return undefined
  return effectiveDate < notBefore ? notBefore : effectiveDate
}

const changeOf = (
  family: Family,
  document: Member,
  from: CalendarDate,
  since: ReadonlyMap<string, CalendarDate>,
  changed: string,
): Change => {
  const links = document.links.filter(({ parent, relation }) => relation !== 'under' && (parent === changed || since.has(parent)))
  const orders = links.flatMap(({ order }) => order ?? [])
  const relation = links.some((link) => link.relation === 'renews') ? 'renews' : 'amends'
  return { document, relation, from, order: orders.length > 0 ? Math.max(...orders) : undefined, over: changedBy(family, document, since) }
}

/** The other changes that it amends or renews, directly or through others. */
const changedBy = (family: Family, document: Member, among: ReadonlyMap<string, unknown>): Set<string> => {
  const over = new Set<string>()
  const waiting = [document.id]
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    for (const { parent, relation } of family.members.get(id)?.links ?? []) {
      if (relation === 'under' || over.has(parent) || !among.has(parent)) continue
      over.add(parent)
      waiting.push(parent)
    }
  }
  over.delete(document.id)
  return over
}

/** Whether one of two changes of the same day comes after the other: it changes it, or the higher number was given to it. */
export const comesAfter = (one: Change, other: Change): boolean => {
  const [over, under] = [one.over.has(other.document.id), other.over.has(one.document.id)]
  if (over !== under) return over
  return one.order !== undefined && other.order !== undefined && one.order > other.order
}

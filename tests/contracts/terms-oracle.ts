// What is in force, found the slow way: every path from a document to what it changes is walked, and history is replayed day by day.
import type { Member } from '../../src/contracts/family.ts'
import { canonicalJson } from '../../src/contracts/record/canonical-json.ts'

type Told = { value: unknown; by: string }
type Act = { document: Member; day: string }

const never = ['title', 'type', 'status', 'effectiveDate']
const term = ['initialTerm', 'expirationDate', 'renewalTerm', 'autoRenewal', 'noticePeriodToTerminateRenewal']
const wasSigned = ({ values: { status } }: Member) => status === 'executed' || status === 'expired'

export const oracle = (members: readonly Member[], id: string, asked: string, today: string): Told[] => {
  let key = asked
  const find = (wanted: string) => members.find((member) => member.id === wanted)

  /** Every way, without coming back to where it was, from a document down to those that change it. */
  const acts = (target: string, at: string, day: string, path: string[]): Act[] =>
    members.flatMap((document) =>
      document.links
        .filter(({ parent, relation }) => parent === at && relation !== 'under')
        .flatMap(() => {
          const takesEffect = document.values.effectiveDate
          if (!wasSigned(document) || takesEffect === undefined || document.id === target || path.includes(document.id)) return []
          const from = takesEffect > day ? takesEffect : day
          const here: Act = { document, day: from }
          return [here, ...acts(target, document.id, from, [...path, document.id])]
        }),
    )

  const said = (target: Member): Told[] => {
    const own = target.values[key]
    let told: Told[] = own === undefined ? [] : [{ value: own, by: target.id }]
    if (never.includes(key)) return told
    const all = acts(target.id, target.id, '0001-01-01', [])
    const leadsThere = ({ parent, relation }: Member['links'][number]) =>
      relation !== 'under' && (parent === target.id || all.some(({ document }) => document.id === parent))
    const documents = [...new Set(all.map(({ document }) => document))].map((document) => {
      const ways = all.filter((act) => act.document === document)
      return {
        document,
        day: ways.map(({ day }) => day).sort()[0] as string,
        order: Math.max(-1, ...document.links.filter(leadsThere).flatMap(({ order }) => order ?? [])),
        over: upward(document, [document.id]),
      }
    })
    /** All that it changes among them, however far up. */
    function upward({ links }: Member, seen: string[]): Set<string> {
      const next = links.filter(({ parent, relation }) => relation !== 'under' && !seen.includes(parent))
      const up = next.flatMap(({ parent }) => all.find((act) => act.document.id === parent)?.document ?? [])
      return new Set(up.flatMap((one) => [one.id, ...upward(one, [...seen, one.id])]))
    }
    for (const day of [...new Set(documents.map((one) => one.day))].sort()) {
      if (day > today) break
      const now = documents.filter((one) => one.day === day && one.document.values[key] !== undefined)
      if (now.length === 0) continue
      const isAfter = (one: (typeof now)[number], other: (typeof now)[number]): boolean => {
        const [above, below] = [one.over.has(other.document.id), other.over.has(one.document.id)]
        return above !== below ? above : one.order > other.order && other.order >= 0
      }
      const last = now.filter((one) => !now.some((other) => isAfter(other, one)))
      told = alike((last.length > 0 ? last : now).map(({ document }) => ({ value: document.values[key], by: document.id })))
    }
    return told
  }

  const alike = (told: Told[]): Told[] => {
    const sorted = told.toSorted((one, other) => Number(one.by.slice(2)) - Number(other.by.slice(2)))
    return sorted.filter(
      ({ value }, at) => sorted.findIndex((other) => canonicalJson(other.value as never) === canonicalJson(value as never)) === at,
    )
  }

  const annexed = (target: Member): Told[] =>
    alike(
      members
        .filter(({ links }) => links.some(({ parent, relation }) => parent === target.id && relation === 'under'))
        .filter(({ values: { type } }) => type === 'sla' || type === 'dpa')
        .filter(({ values: { status, effectiveDate, expirationDate } }) => {
          if (effectiveDate === undefined || effectiveDate > today) return false
          return status === 'executed' || (status === 'expired' && expirationDate !== undefined && expirationDate >= today)
        })
        .flatMap(said),
    )

  const saysEnd = (target: Member): boolean => ['expirationDate', 'initialTerm'].some((one) => oracleSaid(one, target).length > 0)
  const oracleSaid = (other: string, target: Member): Told[] => {
    const before = key
    key = other
    const told = said(target)
    key = before
    return told
  }

  const inForce = (target: Member | undefined, seen: string[]): Told[] => {
    if (!target || seen.includes(target.id)) return []
    const told = said(target)
    if (told.length > 0 || never.includes(key)) return told
    const fromAnnexes = term.includes(key) ? [] : annexed(target)
    if (fromAnnexes.length > 0) return fromAnnexes
    const master = find(target.links.find(({ relation }) => relation === 'under')?.parent ?? '')
    if (!master || !['executed', 'expired', 'terminated'].includes(master.values.status ?? '')) return []
    return term.includes(key) && saysEnd(target) ? [] : inForce(master, [...seen, target.id])
  }
  return inForce(find(id), [])
}

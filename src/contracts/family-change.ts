// Putting a contract into a family and taking it out: what may belong to what, and the entries that record it.
import { type Contract, type ContractType, field, titleOf } from './contract.ts'
import { isAnnex } from './effective-terms.ts'
import type { FamilyLink, Relation } from './family-link.ts'
import type { Draft } from './record/entry.ts'
import { Refusal } from './refusal.ts'

export type WantedLink = { parent: Contract; relation: Relation; order: number | undefined }
type Act = { actor: string; source: string; key: string }

/** How a paper of a type belongs to another unless somebody says otherwise; undefined where that can't be told. */
export const usualRelation = (type: ContractType | undefined): Relation | undefined => {
  if (type === 'amendment') return 'amends'
  return type === 'order-form' || type === 'sow' || type === 'dpa' || type === 'sla' ? 'under' : undefined
}

/** Whether it has a say in the terms of what it belongs to: an order form has none. */
export const changesTerms = (contract: Contract, relation: Relation): boolean => relation !== 'under' || isAnnex(field(contract, 'type'))

export const linkTo = (contract: Contract, parent: string): FamilyLink | undefined => contract.family.find((link) => link.parent === parent)

/** The agreement that it stands under already, where another one is wanted: a contract has one master. */
export const formerMaster = (contract: Contract, { parent, relation }: WantedLink): string | undefined =>
  relation === 'under' ? contract.family.find((link) => link.relation === 'under' && link.parent !== parent.id)?.parent : undefined

/** @throws Refusal for a contract that would belong to itself */
export const refuseItself = (contract: Contract, parent: Contract): void => {
  if (contract.id !== parent.id) return
  throw new Refusal('invalid', `${contract.id} can't belong to itself.`, {
    next: `Name the contract that it amends, renews or stands under: family add ${contract.id} to:C-142`,
  })
}

/**
 * `above` holds what the parent belongs to, as far as the asker may see it.
 * @throws Refusal for a contract that would belong to itself through others
 */
export const refuseCircle = (contract: Contract, parent: Contract, above: readonly Contract[]): void => {
  const between = pathUp(parent, contract.id, new Map(above.map((one) => [one.id, one])), new Set())
  if (between === undefined) return
  const path = between.map((id) => `${id} belongs to`).join(' ')
  throw new Refusal('conflict', `${path} ${contract.id}, so ${contract.id} can't belong to ${parent.id} as well.`, {
    next: `Take one of them out first: family remove ${between.at(-1)} from:${contract.id}`,
  })
}

/** The contracts on a way up from one to another; undefined where there is none. */
const pathUp = (from: Contract, to: string, known: ReadonlyMap<string, Contract>, seen: Set<string>): string[] | undefined => {
  if (seen.has(from.id)) return undefined
  seen.add(from.id)
  for (const { parent } of from.family) {
    if (parent === to) return [from.id]
    const next = known.get(parent)
    const further = next && pathUp(next, to, known, seen)
    if (further) return [from.id, ...further]
  }
  return undefined
}

/** Nothing where it belongs there in that way already. A former master goes with the same act. */
export const addDrafts = (contract: Contract, wanted: WantedLink, { key, ...act }: Act): Draft[] => {
  const { parent, relation, order } = wanted
  const held = linkTo(contract, parent.id)
  if (held?.relation === relation && held.order === order) return []
  const former = formerMaster(contract, wanted)
  return [
    ...(former === undefined ? [] : removeDrafts(contract, [former], { key, ...act })),
    {
      ...act,
      kind: 'family',
      key: `family:${parent.id}:${key}`,
      payload: { parent: parent.id, relation, ...(order !== undefined && { order }) },
    },
  ]
}

export const removeDrafts = (contract: Contract, parents: readonly string[], { key, ...act }: Act): Draft[] =>
  parents
    .filter((parent) => linkTo(contract, parent))
    .map((parent) => ({ ...act, kind: 'family', key: `family:${parent}:${key}`, payload: { parent, relation: null } }))

export const relationWords: Record<Relation, string> = { amends: 'amends', under: 'stands under', renews: 'renews' }

/** `C-7 Amendment 1` */
export const nameOfContract = (contract: Contract): string => `${contract.id} ${titleOf(contract)}`

/** @throws Refusal with the three ways to choose from */
export const relationMeant = (contract: Contract, asked: Relation | undefined, again: (relation: Relation) => string): Relation => {
  const relation = asked ?? usualRelation(field(contract, 'type'))
  if (relation !== undefined) return relation
  throw new Refusal('ambiguous', `How ${contract.id} belongs to it can't be told from its type.`, {
    next: 'Say it: as:amends, as:under or as:renews',
    choices: (['amends', 'under', 'renews'] as const).map((one) => ({ label: relationWords[one], command: again(one) })),
  })
}

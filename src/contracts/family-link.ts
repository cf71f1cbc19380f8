// How one contract belongs to another: it amends it, stands under it, or renews it.
import { z } from 'zod'

export const relations = ['amends', 'under', 'renews'] as const
/**
 * `amends`: from its effective date on its values take the place of the other's. `under`: an order form, a statement of work or an annex
 * under a master agreement: it says what it says for itself, and what it does not say it takes from the master. `renews`: as `amends`,
 * for the next term.
 */
export const Relation = z.enum(relations)
export type Relation = z.infer<typeof Relation>

export type FamilyLink = {
  /** The contract that it belongs to. */
  parent: string
  relation: Relation
  /** Of several that take effect on one day the one with the higher number comes after the others. */
  order: number | undefined
  by: string
  at: string
  seq: number
}

// Recording what is used, and telling the owner of the contract at the moment when it comes near a limit or goes above it.
import { type Contract, field } from '../contracts/contract.ts'
import type { FieldDefinition } from '../contracts/field-definition.ts'
import { maySee } from '../contracts/permission.ts'
import { crossedBy, type Measured } from '../contracts/usage.ts'
import { type Count, usageDrafts } from '../contracts/usage-change.ts'
import type { Store } from '../store/store.ts'
import { nearLimitCard } from './cards/usage.ts'
import { tellPerson } from './tell-person.ts'

export type UsageAct = { actor: string; source: string; key: string; from?: string }

/** `crossed`: what came nearer to a limit by these counts. */
export const recordUsage = async (
  store: Store,
  contract: Contract,
  counts: readonly Count[],
  act: UsageAct,
  definitions: readonly FieldDefinition[],
): Promise<{ contract: Contract; crossed: Measured[]; recorded: number }> => {
  let before = contract
  const { contract: after, entries } = await store.record.append(contract.id, (now) => {
    before = now
    return usageDrafts(now, counts, act)
  })
  const crossed = entries.length > 0 ? crossedBy(before, after) : []
  const owner = field(after, 'owner')
  const told = owner === undefined || owner === act.actor ? undefined : await store.people.get(owner)
  if (told && crossed.length > 0 && maySee(told, after))
    await tellPerson(store, told, `usage:${after.id}:${act.key}`, nearLimitCard(after, crossed, definitions))
  return { contract: after, crossed, recorded: entries.length }
}

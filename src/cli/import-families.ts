// The families of an import: once all files are contracts, each is linked to what it amends, renews or stands under.
import { nearest } from '../bot/nearest.ts'
import { type Contract, ContractId, field } from '../contracts/contract.ts'
import { memberOf, silenceOf } from '../contracts/family.ts'
import {
  addDrafts,
  changesTerms,
  linkTo,
  nameOfContract,
  refuseCircle,
  refuseItself,
  relationWords,
  usualRelation,
} from '../contracts/family-change.ts'
import type { Relation } from '../contracts/family-link.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { Store } from '../store/store.ts'
import type { WantedFamily } from './family-cells.ts'

export type FamilyImport = {
  store: Store
  by: string
  today: string
  /** The contract that a file of this import became; undefined for a file that is none of it, '' for one that became none. */
  contractOf: (file: string) => string | undefined
  files: readonly string[]
}

/** Links one contract to its parents; what came of it, in words for the report. @throws Refusal: what was linked before it stays. */
export const linkFamily = async (around: FamilyImport, id: string, { parents, order }: WantedFamily): Promise<string> => {
  const { store } = around
  const said: string[] = []
  for (const wanted of parents) {
    const contract = await store.contracts.state(id)
    if (!contract) throw new Error(`${id} is not in the record after it was imported`)
    const parent = await parentMeant(around, wanted.parent)
    refuseItself(contract, parent)
    const relation = relationOf(contract, wanted.relation)
    refuseCircle(contract, parent, await aboveOf(store, parent))
    const stands = await link(around, contract, { parent, relation, order })
    const silent = changesTerms(contract, relation) ? silenceOf(memberOf(contract), around.today) : undefined
    const remark = stands ? silent : 'no longer: it was changed since'
    said.push(`${relationWords[relation]} ${nameOfContract(parent)}${remark ? ` (${remark})` : ''}`)
  }
  return said.join('; ')
}

type Wanted = { parent: Contract; relation: Relation; order: number | undefined }

/** A link of the CSV is made once: false where somebody took it away since an earlier run. */
const link = async ({ store, by }: FamilyImport, contract: Contract, wanted: Wanted): Promise<boolean> => {
  const key = `import:${wanted.relation}${wanted.order === undefined ? '' : `:${wanted.order}`}`
  const made = await store.record.entries(contract.id)
  if (made.some((entry) => entry.key === `family:${wanted.parent.id}:${key}`))
    return linkTo(contract, wanted.parent.id)?.relation === wanted.relation
  await store.record.append(contract.id, (now) => addDrafts(now, wanted, { actor: by, source: 'import', key }))
  return true
}

const parentMeant = async ({ store, contractOf, files }: FamilyImport, name: string): Promise<Contract> => {
  const imported = contractOf(name)
  if (imported === '') {
    throw new Refusal('conflict', `Its parent ${name} could not be imported.`, {
      next: 'Mend that file or its row, and run the import again.',
    })
  }
  const parent = await store.contracts.state(imported ?? name)
  if (parent && (imported !== undefined || ContractId.safeParse(name).success)) return parent
  const [near] = nearest(name, files)
  throw new Refusal(
    'not-found',
    `Its parent "${name}" is no file of this folder and no contract${near ? ` (did you mean "${near}"?)` : ''}.`,
    {
      next: 'Name the file as it is called there, or give a number such as C-142.',
    },
  )
}

const relationOf = (contract: Contract, said: Relation | undefined): Relation => {
  const relation = said ?? usualRelation(field(contract, 'type'))
  if (relation !== undefined) return relation
  throw new Refusal('ambiguous', 'How it belongs to its parent can not be told from its type.', {
    next: 'Fill the column "relation": amendment, order form, SOW, DPA, SLA or renewal',
  })
}

/** All that a contract belongs to, whoever may see it: a circle is one for everybody. */
const aboveOf = async (store: Store, contract: Contract): Promise<Contract[]> => {
  const above = new Map<string, Contract>()
  const waiting = contract.family.map(({ parent }) => parent)
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const next = above.has(id) ? undefined : await store.contracts.state(id)
    if (!next) continue
    above.set(id, next)
    waiting.push(...next.family.map(({ parent }) => parent))
  }
  return [...above.values()]
}

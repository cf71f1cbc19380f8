// The projection `contracts`: one row a chain with its state, and what it is found and filtered by.
import { type Model, trusted } from 'mongoose'
import { type Contract, ContractId, type FieldValues, field } from '../../contracts/contract.ts'
import { isAnnex } from '../../contracts/effective-terms.ts'
import { reviewRank } from '../../contracts/proposal.ts'
import { emptyContract } from '../../contracts/record/fold-contract.ts'
import type { Database } from '../database.ts'
import type { Folded } from '../folded.ts'
import { accessOf } from '../visible-to.ts'
import { owedIn } from './owed-in.ts'
import { type Insert, upsertNewer } from './upsert-newer.ts'

export type ContractRow = {
  _id: string
  /** Folded up to this entry. */
  seq: number
  hash: string
  /** A `Folded` as JSON text: what arrives broken from a platform survives in it, as it would not in a BSON string. */
  state: string
  /** Contracts are paged through block by block; -1 for chains that are not contracts. */
  block: number
  /** Who may see it, in words that visibleTo turns a person into. */
  access: string[]
  /** The values of its fields as JSON text, to be filtered by. */
  values: string
  widened: string[]
  owner?: string
  /** Values that wait for a person: how many, and the rank of the most urgent; absent when none waits. */
  waiting?: number
  review?: number
  /** Its obligations by number, the next day by which one is owed, and how near what is used comes to a limit (1 near, 2 over). */
  obligations: string[]
  due?: string
  usage?: number
  /** What it belongs to and how, in words that its family is found by: `bears:C-1`. */
  belongs: string[]
  /** The same as JSON text, whole; absent where it belongs to nothing. */
  links?: string
  /** Its family has yet to be looked up by what changed here. */
  untold?: true
}

const contractsPerBlock = 128

export const numberOf = (contract: string): number => Number(contract.slice(2))
export const blockOf = (contract: string): number =>
  ContractId.safeParse(contract).success ? Math.floor(numberOf(contract) / contractsPerBlock) : -1

/** The numbers of a block, up to the last that was given. */
export const idsOfBlock = (block: number, last: number): string[] =>
  Array.from({ length: contractsPerBlock }, (_, index) => block * contractsPerBlock + index)
    .filter((number) => number > 0 && number <= last)
    .map((number) => `C-${number}`)

export const defineContractRows = (db: Database): Model<ContractRow> =>
  db.model<ContractRow>(
    'contracts',
    {
      ...{ seq: Number, hash: String, state: String, block: Number, access: [String], values: String, widened: [String] },
      ...{ owner: String, waiting: Number, review: Number, belongs: [String], links: String, untold: Boolean },
      ...{ obligations: [String], due: String, usage: Number },
    },
    [
      { fields: { block: 1 } },
      { fields: { owner: 1, review: 1 } },
      { fields: { review: 1 } },
      { fields: { belongs: 1 } },
      { fields: { untold: 1 } },
      { fields: { obligations: 1 } },
      { fields: { due: 1 } },
      { fields: { usage: 1 } },
    ],
  )

const valuesOf = (contract: Contract): Partial<FieldValues> =>
  Object.fromEntries(Object.entries(contract.fields).map(([key, held]) => [key, held.value]))

/** What the row of a contract says of its proposals: how many, and how urgent the most urgent of them is. */
const reviewOf = ({ proposals }: Contract): Pick<ContractRow, 'review' | 'waiting'> =>
  proposals.length === 0 ? {} : { review: Math.min(...proposals.map(reviewRank)), waiting: proposals.length }

/** `bears`: it has a say in the terms of the other, because it amends or renews it, or is an annex to it. */
export type Belonging = 'bears' | 'annex' | 'under'
export const belongingTo = (parent: string, ...ways: Belonging[]): string[] => ways.map((way) => `${way}:${parent}`)

/** An annex is one of those that stand under a master and speak for all of it. */
const belongingOf = (contract: Contract): string[] =>
  contract.family.flatMap(({ parent, relation }) => {
    if (relation !== 'under') return belongingTo(parent, 'bears')
    return belongingTo(parent, ...(isAnnex(field(contract, 'type')) ? (['annex', 'bears', 'under'] as const) : (['under'] as const)))
  })

/** What a family asks of a row. */
export const memberRowOf = (contract: Contract) => ({
  _id: contract.id,
  access: accessOf(contract),
  values: JSON.stringify(valuesOf(contract)),
  belongs: belongingOf(contract),
  ...(contract.family.length > 0 && { links: JSON.stringify(contract.family) }),
})

const rowOf = ({ contract, widened }: Folded): ContractRow => {
  const owner = field(contract, 'owner')
  return {
    seq: contract.head.seq,
    hash: contract.head.hash,
    state: JSON.stringify({ contract, widened }),
    block: blockOf(contract.id),
    ...memberRowOf(contract),
    access: blockOf(contract.id) < 0 ? [] : accessOf(contract),
    widened: [...widened],
    ...(owner !== undefined && { owner }),
    ...reviewOf(contract),
    ...owedIn(contract),
  }
}

/**
 * Moves the row on to what was folded; a row that somebody moved further stays as it is. `isFirst`: there was no row before; `untold`: what
 * changed has yet to be told to its family.
 */
export const keepContractRow = async (
  model: Model<ContractRow>,
  insert: Insert<ContractRow>,
  folded: Folded,
  isFirst: boolean,
  untold = false,
): Promise<void> => {
  const row: ContractRow = { ...rowOf(folded), ...(untold && { untold }) }
  if (isFirst) await upsertNewer(model, insert, row)
  else await model.replaceOne({ _id: row._id, seq: trusted({ $lt: row.seq }) }, row)
}

/** All of its family is told, unless it changed again since. */
export const markTold = async (model: Model<ContractRow>, contract: string, seq: number): Promise<void> => {
  await model.updateOne({ _id: contract, seq }, { $unset: { untold: 1 } })
}

/** A row that an earlier version kept lacks what that one did not know: it is as empty there as its record is. */
export const foldedOf = (row: Pick<ContractRow, 'state'>): Folded => {
  const { contract, widened } = JSON.parse(row.state) as Folded
  return { contract: { ...emptyContract(contract.id), ...contract }, widened }
}

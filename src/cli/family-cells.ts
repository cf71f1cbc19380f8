// The columns of an import's CSV that say which contract a file belongs to: parent, relation and order.
import { contractNumber } from '../bot/contract-number.ts'
import { nearest } from '../bot/nearest.ts'
import type { ContractType } from '../contracts/contract.ts'
import type { Relation } from '../contracts/family-link.ts'
import { foldFieldName } from '../contracts/fields.ts'
import { Refusal } from '../contracts/refusal.ts'

export const familyColumns = ['parent', 'relation', 'order'] as const

/** As they stand in the file. */
export type FamilyCells = { parent?: string; relation?: string; order?: string }

/** `parent`: a file of the same import, or the number of a contract; `relation`: undefined where the contract's type tells. */
export type WantedParent = { parent: string; relation: Relation | undefined }
/** `type`: what the kind of paper says, where no column says it. */
export type WantedFamily = { parents: WantedParent[]; order: number | undefined; type: ContractType | undefined }

type Kind = { relation: Relation; type?: ContractType }

/** The words of the field, and those of `family add`. */
const kinds: Record<string, Kind> = {
  amendment: { relation: 'amends', type: 'amendment' },
  'order form': { relation: 'under', type: 'order-form' },
  SOW: { relation: 'under', type: 'sow' },
  'statement of work': { relation: 'under', type: 'sow' },
  DPA: { relation: 'under', type: 'dpa' },
  SLA: { relation: 'under', type: 'sla' },
  renewal: { relation: 'renews' },
  amends: { relation: 'amends' },
  under: { relation: 'under' },
  renews: { relation: 'renews' },
}
const byWord = new Map(Object.entries(kinds).map(([word, kind]) => [foldFieldName(word), kind]))

const listOf = (cell: string | undefined): string[] => (cell ?? '').split(';').map((one) => one.trim())

/** @throws Refusal that says what the cells can be; undefined where the row names no parent */
export const readFamilyCells = ({ parent, relation, order }: FamilyCells): WantedFamily | undefined => {
  const names = listOf(parent).filter((name) => name !== '')
  const words = listOf(relation)
  if (names.length === 0) {
    if (!relation && !order) return undefined
    throw new Refusal('invalid', 'The row says how it belongs to another contract, and not to which.', {
      next: 'Fill the column "parent" with a file of this import or a number such as C-142.',
    })
  }
  if (words.length > 1 && words.length !== names.length) {
    throw new Refusal('invalid', `The row has ${names.length} parents and ${words.length} relations.`, {
      next: 'Give one relation for all, or one for each, separated by semicolons in the order of the parents.',
    })
  }
  const meant = words.map(kindMeant)
  const kindOf = (index: number) => (meant.length > 1 ? meant[index] : meant[0])
  return {
    parents: names.map((name, index) => ({ parent: contractNumber(name) ?? name, relation: kindOf(index)?.relation })),
    order: orderMeant(order),
    type: meant.find((kind) => kind?.type)?.type,
  }
}

const kindMeant = (word: string): Kind | undefined => {
  if (word === '') return undefined
  const kind = byWord.get(foldFieldName(word))
  if (kind) return kind
  const [near] = nearest(word, Object.keys(kinds))
  throw new Refusal('invalid', `The relation can't be "${word}"${near ? ` (did you mean "${near}"?)` : ''}.`, {
    next: `It is one of: ${Object.keys(kinds).join(', ')}`,
  })
}

const orderMeant = (typed: string | undefined): number | undefined => {
  if (!typed) return undefined
  if (/^[1-9]\d{0,2}$/.test(typed)) return Number(typed)
  throw new Refusal('invalid', `The order can't be "${typed}".`, {
    next: 'It is a number from 1 to 999: of several papers that take effect on one day the highest comes last.',
  })
}

// Reviews: which contracts hold values that were read from documents and wait for a person, for who may settle them.
import { trusted } from 'mongoose'
import type { Contract } from '../contracts/contract.ts'
import type { Person } from '../contracts/identity.ts'
import { mayWrite } from '../contracts/permission.ts'
import { type ContractRow, numberOf } from './projections/contract-rows.ts'
import type { ReviewStore, WaitingByOwner } from './store.ts'
import { openRows, type RowParts, visibleRows } from './visible-rows.ts'

type Row = Pick<ContractRow, '_id' | 'access' | 'owner' | 'review' | 'waiting'>

const fields = { owner: 1, review: 1, waiting: 1 } as const
const anyRank = trusted({ $gte: 0, $lte: 3 })
/** Contracts that are opened to look for what comes first; those with the most urgent values are among them. */
const mostOpened = 100

export const createReviews = (parts: RowParts): ReviewStore => {
  const rowsOf = (person: Person, filter: object) => visibleRows<Row>(parts, person, { ...filter, review: anyRank }, fields)
  const opened = async (person: Person, rows: readonly Row[]): Promise<Contract[]> => {
    const states = await openRows(parts, [...rows].sort(mostUrgentFirst).slice(0, mostOpened))
    return states.filter((contract) => contract.proposals.length > 0 && mayWrite(person, contract))
  }
  return {
    async waiting(person, owner) {
      if (owner !== undefined) return opened(person, await rowsOf(person, { owner }))
      const own = await opened(person, await rowsOf(person, { owner: person.id }))
      return own.length > 0 ? own : opened(person, await rowsOf(person, {}))
    },
    async byOwner(person) {
      const owners = new Map<string | undefined, WaitingByOwner>()
      for (const { owner, waiting = 0 } of await rowsOf(person, {})) {
        const known = owners.get(owner) ?? { owner, contracts: 0, values: 0 }
        owners.set(owner, { ...known, contracts: known.contracts + 1, values: known.values + waiting })
      }
      return [...owners.values()].sort((one, other) => other.values - one.values)
    },
  }
}

const mostUrgentFirst = (one: Row, other: Row): number => (one.review ?? 0) - (other.review ?? 0) || numberOf(one._id) - numberOf(other._id)

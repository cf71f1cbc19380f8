// Obligations and usage over all contracts: found by number, by the day that is near, by the limit that is near.
import { trusted } from 'mongoose'
import { type CalendarDate, firstDay } from '../contracts/calendar-date.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Person } from '../contracts/identity.ts'
import { Refusal } from '../contracts/refusal.ts'
import { type ContractRow, numberOf } from './projections/contract-rows.ts'
import type { ListedContracts, ObligationStore } from './store.ts'
import { openRows, type RowParts, visibleRows } from './visible-rows.ts'
import { visibleTo } from './visible-to.ts'

type Row = Pick<ContractRow, '_id' | 'access' | 'due' | 'usage'>

const fields = { due: 1, usage: 1 } as const
/** More contracts than anybody goes through at once; the nearest days are among them. */
const mostOpened = 200

export const createObligations = (parts: RowParts): ObligationStore => {
  const opened = async (person: Person, rows: readonly Row[]): Promise<Contract[]> => {
    const { may } = visibleTo(person)
    return (await openRows(parts, rows.slice(0, mostOpened))).filter(may)
  }
  const listed = async (person: Person, rows: readonly Row[]): Promise<ListedContracts> => ({
    contracts: await opened(person, rows),
    isAll: rows.length <= mostOpened,
  })
  const rowsOf = (person: Person, filter: object) => visibleRows<Row>(parts, person, filter, fields)
  return {
    async holding(person, id) {
      const [contract] = await opened(person, await rowsOf(person, { obligations: id }))
      if (contract) return contract
      throw new Refusal('not-found', `There is no obligation ${id}.`, { next: 'See what is owed: obligation list' })
    },
    async due(person, until: CalendarDate) {
      const rows = await rowsOf(person, { due: trusted({ $gte: firstDay, $lte: until }) })
      return listed(
        person,
        rows.toSorted((one, other) => compare(one.due ?? '', other.due ?? '') || numberOf(one._id) - numberOf(other._id)),
      )
    },
    async nearLimits(person) {
      const rows = await rowsOf(person, { usage: trusted({ $gte: 1, $lte: 2 }) })
      return listed(
        person,
        rows.toSorted((one, other) => (other.usage ?? 0) - (one.usage ?? 0) || numberOf(one._id) - numberOf(other._id)),
      )
    },
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

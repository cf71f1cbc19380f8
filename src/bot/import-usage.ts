// Usage from a table: one row a contract, one column a thing that is counted; rows that can't be used are told and the others recorded.
import type { CalendarDate } from '../contracts/calendar-date.ts'
import type { Contract } from '../contracts/contract.ts'
import type { FieldDefinition } from '../contracts/field-definition.ts'
import { fieldNamed } from '../contracts/fields.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { Measured } from '../contracts/usage.ts'
import type { Count } from '../contracts/usage-change.ts'
import type { Store } from '../store/store.ts'
import { contractNumber } from './contract-number.ts'
import { parseCsv, type CsvRow as Row } from './parse-csv.ts'
import { parsePastDay } from './past-day.ts'
import { notCounted, readCount, refuseTwice } from './read-count.ts'
import { recordUsage, type UsageAct } from './record-usage.ts'

export type UsageImport = {
  text: string
  name: string
  today: CalendarDate
  definitions: readonly FieldDefinition[]
  /** The contract, or a refusal: who may read and write it is the asker's matter. */
  open(id: string): Promise<Contract>
  act: UsageAct
}

export type ImportedUsage = {
  recorded: number
  contracts: number
  crossed: { contract: Contract; measured: Measured[] }[]
  problems: string[]
}

const mostRows = 10_000

/** @throws Refusal for what is no such table; nothing is recorded then */
export const importUsage = async (store: Store, wanted: UsageImport): Promise<ImportedUsage> => {
  const { definitions, act } = wanted
  const rows = tableOf(wanted)
  const done: ImportedUsage = { recorded: 0, contracts: 0, crossed: [], problems: [] }
  const counted = new Map<string, number>()
  for (const [index, row] of rows.entries()) {
    try {
      const contract = await wanted.open(contractOf(row))
      const counts = countsOf(row, wanted)
      refuseAgain(contract, counts, counted, index + 2)
      const { contract: after, crossed, recorded } = await recordUsage(store, contract, counts, act, definitions)
      done.recorded += recorded
      done.contracts += 1
      if (crossed.length > 0) done.crossed.push({ contract: after, measured: crossed })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      done.problems.push(`Row ${index + 2}: ${error.message}`)
    }
  }
  return done
}

/** A count of one day stands in one row: of two nobody knows which is right. Remembers what this row counts. */
const refuseAgain = ({ id }: Contract, counts: readonly Count[], counted: Map<string, number>, row: number): void => {
  for (const { field, on } of counts) {
    const former = counted.get(`${id} ${field} ${on}`)
    if (former !== undefined)
      throw new Refusal('invalid', `${id} ${field} of ${on} stands in row ${former} already.`, { next: 'Keep one of the two.' })
  }
  for (const { field, on } of counts) counted.set(`${id} ${field} ${on}`, row)
}

const tableOf = ({ text, name, definitions }: UsageImport): Row[] => {
  const rows = parseCsv(name, text, separatorOf(text))
  const columns = Object.keys(rows[0] ?? {})
  if (!columns.includes('contract') || columns.length < 2 || rows.length > mostRows)
    throw new Refusal('invalid', `${name} is no table of usage.`, {
      next: `Its first line names the columns: contract,seats,on. At most ${mostRows.toLocaleString('en')} rows.`,
    })
  const unknown = columns.find((column) => !isCounted(column, definitions))
  if (unknown !== undefined) throw notCounted(unknown, definitions)
  refuseTwice(columns, definitions)
  return rows
}

const isCounted = (column: string, definitions: readonly FieldDefinition[]): boolean =>
  column === 'contract' || column === 'on' || fieldNamed(definitions, column)?.type === 'number'

/** Spreadsheets of many countries write semicolons, and commas in numbers: the first line tells. */
const separatorOf = (text: string): string => {
  const [header = ''] = text.split(/\r?\n/, 1)
  return [';', '\t'].find((sign) => header.includes(sign)) ?? ','
}

const contractOf = ({ contract = '' }: Row): string => {
  const id = contractNumber(contract)
  if (id) return id
  throw new Refusal('invalid', `"${contract}" is no contract's number.`, { next: 'Write it as C-142.' })
}

const countsOf = (row: Row, { today, definitions }: UsageImport): Count[] => {
  const on = row.on ? parsePastDay(row.on, today) : today
  return Object.entries(row)
    .filter(([column, cell]) => column !== 'contract' && column !== 'on' && cell !== '')
    .map(([column, cell]) => ({ ...readCount(column, cell, definitions), on }))
}

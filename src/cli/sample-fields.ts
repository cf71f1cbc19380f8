// The smart fields of the sample: what its agreements say, each with the agreement as its source, and what Lindenmoor agrees to without asking.
import { join } from 'node:path'
import { parseFieldValue } from '../bot/field-values.ts'
import { readFieldChanges } from '../bot/read-field-changes.ts'
import { fieldDrafts } from '../contracts/field-change.ts'
import { definitionOf } from '../contracts/fields.ts'
import type { Store } from '../store/store.ts'
import { type FieldRow, pairsOfRow } from './import-fields.ts'
import { readCsv } from './read-csv.ts'
import { sampleFolder } from './sample.ts'

type Read = { contract: string; row: FieldRow | undefined; by: string; today: string }

/** Set once, however often the first start was interrupted. */
export const setSampleFields = async (store: Store, { contract: id, row, by, today }: Read): Promise<void> => {
  const contract = await store.contracts.state(id)
  if (!row || !contract) return
  const changes = await readFieldChanges(pairsOfRow(row), { store, today, definitions: await store.fields.list(), contract })
  const act = { actor: by, source: 'import', key: 'sample', from: row.file }
  await store.record.append(id, (now) => fieldDrafts(now, changes, act))
}

const standardsBy = 'kim@lindenmoor.example'

/** By somebody of legal, as in any company. */
export const setSampleStandards = async (store: Store): Promise<void> => {
  const by = await store.people.ofEmail(standardsBy)
  if (!by) throw new Error(`the sample has no ${standardsBy}`)
  for (const { field = '', standard = '' } of await readCsv(join(sampleFolder, 'standards.csv'), { known: ['field', 'standard'] })) {
    const definition = definitionOf(await store.fields.list(), field)
    if (definition.standard !== undefined) continue
    const value = await parseFieldValue(definition, standard, { store, today: '2023-11-02' })
    const version = definition.version + 1
    await store.fields.change({ key: definition.key, version, change: { standard: value }, by: by.id, source: 'import' })
  }
}

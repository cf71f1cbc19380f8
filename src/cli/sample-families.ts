// The families of the sample: which of its agreements amends or stands under which.
import { join } from 'node:path'
import { addDrafts } from '../contracts/family-change.ts'
import { Relation } from '../contracts/family-link.ts'
import type { Store } from '../store/store.ts'
import { readCsv } from './read-csv.ts'
import { sampleFolder } from './sample.ts'

export type SampleLink = { file: string; relation: Relation; parent: string }

export const sampleFamilies = async (): Promise<SampleLink[]> =>
  (await readCsv(join(sampleFolder, 'families.csv'), { known: ['file', 'relation', 'parent'] })).map(
    ({ file = '', relation, parent = '' }) => ({ file, parent, relation: Relation.parse(relation) }),
  )

/** Set once, however often the first start was interrupted; what a file belongs to stands before it in the list. */
export const setSampleFamily = async (
  store: Store,
  links: readonly SampleLink[],
  { file, by, numbers }: { file: string; by: string; numbers: ReadonlyMap<string, string> },
): Promise<void> => {
  for (const { relation, parent } of links.filter((link) => link.file === file)) {
    const above = await store.contracts.state(numbers.get(parent) ?? '')
    if (!above) throw new Error(`the sample's ${file} belongs to ${parent}, which is not imported before it`)
    const wanted = { parent: above, relation, order: undefined }
    await store.record.append(numbers.get(file) ?? '', (now) => addDrafts(now, wanted, { actor: by, source: 'import', key: 'sample' }))
  }
}

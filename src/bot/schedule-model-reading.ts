// A document that joins a contract is put down for the model, where one is configured; nobody waits for it.
import type { Contract } from '../contracts/contract.ts'
import type { FieldReader } from '../documents/field-reader.ts'
import type { ReadDocument } from '../documents/read-document.ts'
import type { ModelReading, Store } from '../store/store.ts'

/** `waiting`: it reads the document behind the answer; `withheld`: the contract is restricted, and it is not shown it. */
export type ModelPart = { name: string; state: 'waiting' | 'withheld' }

export type Models = { store: Store; model?: FieldReader | undefined }

/** Whether a model may be shown what documents of a contract say. */
export const maySeeTexts = (model: FieldReader, contract: Contract): boolean => !contract.restricted || model.seesRestricted

/** A mail's own words are talk, its attachments are read by themselves. */
export const scheduleModelReading = async (
  { store, model }: Models,
  read: ReadDocument | undefined,
  reading: ModelReading,
): Promise<ModelPart | undefined> => {
  if (!model || !read || read.type === 'mail' || read.text.trim() === '') return undefined
  const contract = await store.contracts.state(reading.contract)
  if (!contract) return undefined
  const { name } = model
  if (!maySeeTexts(model, contract)) return { name, state: 'withheld' }
  return (await store.modelReadings.schedule(reading)) ? { name, state: 'waiting' } : undefined
}

// A document joins a contract: original kept by sha256, text read in a child process, one entry in the record.
import type { CalendarDate } from '../contracts/calendar-date.ts'
import type { Contract, DocumentVersion } from '../contracts/contract.ts'
import type { FieldDefinition } from '../contracts/field-definition.ts'
import type { Draft } from '../contracts/record/entry.ts'
import type { FieldReader } from '../documents/field-reader.ts'
import type { ReadDocument, Reader, Reading } from '../documents/read-document.ts'
import { safeFileName } from '../documents/safe-file-name.ts'
import type { Store } from '../store/store.ts'
import { bellOf } from './bell.ts'
import { foundIn, ruleDrafts } from './propose-from-document.ts'
import { type ModelPart, scheduleModelReading } from './schedule-model-reading.ts'

/** `definitions`: the fields there are; `model`: a reader of fields beside the rules, where one is configured. */
export type AddingParts = { store: Store; reader: Reader; definitions: readonly FieldDefinition[]; model?: FieldReader | undefined }

export type NewDocument = {
  contract: string
  bytes: Uint8Array
  name: string
  /** The day of signature, when this is the executed document. */
  executedOn?: string
  by: string
  source: string
  /** The day it is for the company. */
  today: CalendarDate
}

/** `byModel`: what the configured model has to do with it. */
export type AddedDocument = {
  contract: Contract
  document: DocumentVersion
  known: boolean
  read: ReadDocument | undefined
  byModel: ModelPart | undefined
}

/** The same bytes twice are one document. What could not be read is kept all the same, with the reason as its warning. */
export const addDocument = async (around: AddingParts, added: NewDocument): Promise<AddedDocument[]> => {
  const { store, reader, definitions } = around
  const name = safeFileName(added.name)
  const { sha256, size } = await store.files.keep(added.bytes)
  const reading = await reader.read(added.bytes, name, { meaning: true })
  const read = reading.ok ? reading.document : undefined
  const warnings = reading.ok ? reading.document.warnings : [unreadWarning(reading)]
  const text = read?.text.trim() ?? ''
  if (text !== '') await store.files.keepText(added.contract, { sha256, name }, read?.text ?? '')
  const facts = { sha256, name, size, type: read?.type ?? 'unknown', warnings, hasText: text !== '' }
  const found = await foundIn(read, { store, definitions, today: added.today })
  const given = { contract: added.contract, document: sha256, name, actor: added.by, source: added.source }
  // Put down before the entry, so that no crash comes between them; what is put down and then not kept is given up.
  const byModel = await scheduleModelReading(around, read, { ...given, today: added.today })
  // Of a document that is held already too: a crash may have left its entry without what it says. What was proposed once has its key.
  const { contract, entries } = await store.record.append(added.contract, (now) => [
    ...(heldAlready(now, added, sha256) ? [] : [documentDraft(added, facts), ...executedDraft(now, added, sha256)]),
    ...(found ? ruleDrafts(now, found, { ...given, definitions }) : []),
  ])
  const document = heldAlready(contract, added, sha256)
  if (!document) throw new Error(`document ${sha256} is not in the record of ${added.contract} after its entry`)
  const known = !entries.some(({ kind }) => kind === 'document')
  if (byModel) bellOf(store.modelReadings).ring()
  return [{ contract, document, known, read, byModel }, ...(await addAttachments(around, added, read))]
}

/** The same bytes are held already; only that they were signed is news. */
const heldAlready = (contract: Contract, { executedOn }: NewDocument, sha256: string): DocumentVersion | undefined =>
  contract.documents.findLast((version) => version.sha256 === sha256 && (executedOn === undefined || version.executedOn === executedOn))

const unreadWarning = ({ reason, isScan }: Extract<Reading, { ok: false }>): string =>
  isScan ? 'A scan: it has no text. Enter the fields by hand.' : `This file could not be read: ${reason}. The original is kept.`

const documentDraft = (added: NewDocument, facts: Omit<Draft<'document'>['payload'], 'executedOn'>): Draft => ({
  kind: 'document',
  key: `document:${facts.sha256}${added.executedOn ? `:executed:${added.executedOn}` : ''}`,
  actor: added.by,
  source: added.source,
  payload: { ...facts, ...(added.executedOn && { executedOn: added.executedOn }) },
})

const wasSigned = ['executed', 'expired', 'terminated']

/** An executed contract is one whose signed document was uploaded as executed; one that has ended since stays ended. */
const executedDraft = (contract: Contract, added: NewDocument, sha256: string): Draft[] => {
  const status = contract.fields.status?.value
  if (!added.executedOn || (status !== undefined && wasSigned.includes(status))) return []
  const payload = { field: 'status', value: 'executed', ...(status && { previous: status }), source: added.name }
  return [{ kind: 'field', key: `field:status:executed:${sha256}`, actor: added.by, source: added.source, payload }]
}

/** A mail is a document together with what is attached to it. */
const addAttachments = async (around: AddingParts, mail: NewDocument, read: ReadDocument | undefined): Promise<AddedDocument[]> => {
  const added: AddedDocument[] = []
  for (const { bytes, name } of read?.attachments ?? []) {
    added.push(
      ...(await addDocument(around, { contract: mail.contract, bytes, name, by: mail.by, source: mail.source, today: mail.today })),
    )
  }
  return added
}

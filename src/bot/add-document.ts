// A document joins a contract: original kept by sha256, text read in a child process, one entry in the record.
import type { Contract, DocumentVersion } from '../contracts/contract.ts'
import { type ProposedValue, proposedDrafts, rulesReader } from '../contracts/proposal.ts'
import type { Draft } from '../contracts/record/entry.ts'
import { proposedValues } from '../documents/proposed-values.ts'
import type { ReadDocument, Reader, Reading } from '../documents/read-document.ts'
import { safeFileName } from '../documents/safe-file-name.ts'
import type { Store } from '../store/store.ts'

export type NewDocument = {
  contract: string
  bytes: Uint8Array
  name: string
  /** The day of signature, when this is the executed document. */
  executedOn?: string
  by: string
  source: string
}

export type AddedDocument = { contract: Contract; document: DocumentVersion; known: boolean; read: ReadDocument | undefined }

/** The same bytes twice are one document. What could not be read is kept all the same, with the reason as its warning. */
export const addDocument = async (around: { store: Store; reader: Reader }, added: NewDocument): Promise<AddedDocument[]> => {
  const { store, reader } = around
  const name = safeFileName(added.name)
  const { sha256, size } = await store.files.keep(added.bytes)
  const reading = await reader.read(added.bytes, name, { meaning: true })
  const read = reading.ok ? reading.document : undefined
  const warnings = reading.ok ? reading.document.warnings : [unreadWarning(reading)]
  const text = read?.text.trim() ?? ''
  if (text !== '') await store.files.keepText(added.contract, { sha256, name }, read?.text ?? '')
  const facts = { sha256, name, size, type: read?.type ?? 'unknown', warnings, hasText: text !== '' }
  const values = await valuesIn(store, read)
  const { contract, entries } = await store.record.append(added.contract, (now) =>
    heldAlready(now, added, sha256)
      ? []
      : [documentDraft(added, facts), ...executedDraft(now, added, sha256), ...proposals(now, values, added, { sha256, name })],
  )
  const document = heldAlready(contract, added, sha256)
  if (!document) throw new Error(`document ${sha256} is not in the record of ${added.contract} after its entry`)
  const attachments = await addAttachments(around, added, read)
  const known = !entries.some(({ kind }) => kind === 'document')
  return [{ contract, document, known, read }, ...attachments]
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

/** An executed contract is one whose signed document was uploaded as executed. */
const executedDraft = (contract: Contract, added: NewDocument, sha256: string): Draft[] => {
  const status = contract.fields.status?.value
  if (!added.executedOn || status === 'executed') return []
  const payload = { field: 'status', value: 'executed', ...(status && { previous: status }), source: added.name }
  return [{ kind: 'field', key: `field:status:executed:${sha256}`, actor: added.by, source: added.source, payload }]
}

/** What the rules found in an agreement; a mail's own words are talk, its attachments are read by themselves. */
const valuesIn = async (store: Store, read: ReadDocument | undefined): Promise<ProposedValue[]> => {
  if (!read?.meaning || read.type === 'mail') return []
  const values = proposedValues(read.text, read.meaning)
  if (values.length === 0) return []
  const inUse = new Set((await store.fields.list()).filter(({ retired }) => !retired).map(({ key }) => key))
  return values.filter(({ field }) => inUse.has(field))
}

const proposals = (
  contract: Contract,
  values: readonly ProposedValue[],
  added: NewDocument,
  file: { sha256: string; name: string },
): Draft[] =>
  proposedDrafts(contract, values, {
    document: file.sha256,
    name: file.name,
    reader: rulesReader,
    actor: added.by,
    source: added.source,
  })

/** A mail is a document together with what is attached to it. */
const addAttachments = async (
  around: { store: Store; reader: Reader },
  mail: NewDocument,
  read: ReadDocument | undefined,
): Promise<AddedDocument[]> => {
  const added: AddedDocument[] = []
  for (const { bytes, name } of read?.attachments ?? []) {
    added.push(...(await addDocument(around, { contract: mail.contract, bytes, name, by: mail.by, source: mail.source })))
  }
  return added
}

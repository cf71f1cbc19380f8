// Proposals: values that were read from a document and wait for a person, who confirms, changes or turns down each of them.
import { z } from 'zod'
import { isCalendarDate } from './calendar-date.ts'
import type { Contract } from './contract.ts'
import type { Evidence } from './evidence.ts'
import { FieldValue } from './field-value.ts'
import { isSameJson, type Json } from './record/canonical-json.ts'
import type { Draft } from './record/entry.ts'
import { Refusal } from './refusal.ts'

/** A value as a reader found it, with the sentence that says so; offsets in the document's text, end exclusive. */
export const ProposedValue = z.strictObject({
  field: z.string(),
  value: FieldValue,
  /** Stands for at least 97 % right. */
  sure: z.boolean(),
  page: z.number().nullable(),
  sentence: z.string(),
  start: z.int(),
  end: z.int(),
})
export type ProposedValue = z.infer<typeof ProposedValue>

export type Proposal = {
  /** `12.3`: the third value of entry 12 of its contract. */
  id: string
  field: string
  value: FieldValue
  sure: boolean
  evidence: Evidence
  /** `rules`, or the name of a model. */
  reader: string
  at: string
  seq: number
}

export const rulesReader = 'rules'

type ReadBy = { document: string; name: string; reader: string; actor: string; source: string }

/** The entry that proposes what a reader found in a document; nothing when it found only what the contract says already. */
export const proposedDrafts = (contract: Contract, values: readonly ProposedValue[], read: ReadBy): Draft[] => {
  const news = values.filter(({ field, value }) => !isSameJson(contract.fields[field]?.value, value))
  if (news.length === 0) return []
  const { document, name, reader, actor, source } = read
  return [{ kind: 'proposed', key: `proposed:${document}:${reader}`, actor, source, payload: { document, name, reader, values: news } }]
}

/** Confirmed as it is, or with the value that the person gives instead. */
export type Verdict = { proposal: Proposal; value?: FieldValue }

type Act = { actor: string; source: string }

/**
 * A confirmed proposal becomes the value of its field, with its sentence as evidence; a changed one keeps the sentence, because the
 * person read it there. Confirming what somebody else settled meanwhile records nothing.
 */
export const confirmDrafts = (contract: Contract, verdicts: readonly Verdict[], act: Act): Draft[] =>
  verdicts
    .filter(({ proposal }) => isWaiting(contract, proposal.id))
    .map(({ proposal, value }) => {
      const { id, field, evidence } = proposal
      const previous = contract.fields[field]?.value
      return {
        kind: 'field',
        key: `field:${field}:proposal:${id}`,
        actor: act.actor,
        source: act.source,
        payload: {
          field,
          value: (value ?? proposal.value) as Json as never,
          ...(previous !== undefined && { previous: previous as Json as never }),
          source: sourceOf(evidence),
          evidence,
          proposal: id,
        },
      }
    })

/** "Amendment 2.docx, page 3" */
export const sourceOf = ({ name, page }: Evidence): string => (page === null ? name : `${name}, page ${page}`)

/** Not in this contract: the reader was wrong. */
export const dismissDrafts = (contract: Contract, proposals: readonly Proposal[], act: Act): Draft[] => {
  const waiting = proposals.filter(({ id }) => isWaiting(contract, id)).map(({ id }) => id)
  if (waiting.length === 0) return []
  return [
    { kind: 'dismissed', key: `dismissed:${waiting.join(',')}`, actor: act.actor, source: act.source, payload: { proposals: waiting } },
  ]
}

export const isWaiting = (contract: Contract, id: string): boolean => contract.proposals.some((proposal) => proposal.id === id)

/** 0 to 3: money and dates before the rest, and of each what is not sure first: what costs most when it is wrong. */
export const reviewRank = ({ value, sure }: Pick<Proposal, 'value' | 'sure'>): number => (isUrgent(value) ? 0 : 2) + (sure ? 1 : 0)

const isUrgent = (value: FieldValue): boolean =>
  typeof value === 'string' ? isCalendarDate(value) : typeof value === 'object' && 'minor' in value

/** By rank, and within a rank as they were read. */
export const inReviewOrder = (proposals: readonly Proposal[]): Proposal[] =>
  [...proposals].sort((one, other) => reviewRank(one) - reviewRank(other) || one.seq - other.seq || placeOf(one) - placeOf(other))

const placeOf = ({ id }: Proposal): number => Number(id.split('.')[1])

/** @throws Refusal for a proposal that nobody made, or that somebody settled */
export const waitingProposal = (contract: Contract, id: string): Proposal => {
  const proposal = contract.proposals.find((one) => one.id === id)
  if (proposal) return proposal
  throw new Refusal('conflict', `${contract.id} has no value ${id} that waits: somebody settled it, or a newer reading replaced it.`, {
    next: `See what waits now: review ${contract.id}`,
  })
}

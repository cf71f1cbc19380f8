// Changing obligations: the entries that propose, confirm, finish and drop them; what is settled already is settled.
import type { CalendarDate } from './calendar-date.ts'
import type { Contract } from './contract.ts'
import { isOpen, nextDue, type Obligation, type ObligationTerms, type ProposedObligation, type WaitingObligation } from './obligation.ts'
import type { Draft } from './record/entry.ts'
import { Refusal } from './refusal.ts'

type Act = { actor: string; source: string }
type ReadBy = Act & { document: string; name: string; reader: string }

/** The entry that proposes what a reader found in a document. */
export const proposedObligationDrafts = (obligations: readonly ProposedObligation[], read: ReadBy): Draft[] => {
  const { document, name, reader, actor, source } = read
  if (obligations.length === 0) return []
  const payload = { document, name, reader, obligations: [...obligations] }
  return [{ kind: 'obligations_proposed', key: `obligations:${document}:${reader}`, actor, source, payload }]
}

export const obligationDraft = (id: string, terms: ObligationTerms, act: Act & { key: string }): Draft => ({
  kind: 'obligation',
  key: `obligation:${act.key}`,
  actor: act.actor,
  source: act.source,
  payload: { ...terms, obligation: id },
})

/** A read commitment becomes one that is owed, with its sentence; what waits no more records nothing. */
export const confirmedObligationDrafts = (contract: Contract, read: WaitingObligation, id: string, act: Act): Draft[] => {
  if (!contract.waitingObligations.some((one) => one.id === read.id)) return []
  const { id: proposal, document, name, seq: _seq, sure: _sure, page, sentence, start, end, ...terms } = read
  const payload = { ...terms, obligation: id, proposal, evidence: { document, name, page, sentence, start, end } }
  return [{ kind: 'obligation', key: `obligation:proposal:${proposal}`, actor: act.actor, source: act.source, payload }]
}

/** `due`: the day that the asker means, where a button knows it. */
type Done = { on: CalendarDate; due?: CalendarDate | undefined }

/**
 * Whether it was done already as far as anybody who does not name the next due day can mean: on the same day, or for a due day that is not
 * over yet, so that the next one would be answered a period early.
 */
const wasDone = ({ done }: Obligation, { on, due }: Done): boolean => {
  const last = done.at(-1)
  return due === undefined && last !== undefined && (last.on === on || (last.due ?? '') >= on)
}

/**
 * Each due day is answered once, whoever says so first: of two who press Done, or of one who types it twice, the second does not answer the
 * next day with it.
 */
export const doneDrafts = (contract: Contract, id: string, { on, due: meant }: Done, act: Act): Draft[] => {
  const obligation = obligationIn(contract, id)
  if (!isOpen(obligation) || wasDone(obligation, { on, due: meant })) return []
  const due = nextDue(obligation)
  if (meant !== undefined && meant !== due) return []
  const occasion = due ?? `${obligation.done.length + 1}`
  const payload = { obligation: id, on, ...(due !== undefined && { due }) }
  return [{ kind: 'obligation_done', key: `obligation-done:${id}:${occasion}`, actor: act.actor, source: act.source, payload }]
}

export const droppedDrafts = (contract: Contract, id: string, reason: string, act: Act): Draft[] =>
  obligationIn(contract, id).dropped === undefined
    ? [
        {
          kind: 'obligation_dropped',
          key: `obligation-dropped:${id}`,
          actor: act.actor,
          source: act.source,
          payload: { obligation: id, reason },
        },
      ]
    : []

/** What was read is no obligation of this contract. */
export const dismissedObligationDrafts = (contract: Contract, ids: readonly string[], act: Act): Draft[] => {
  const waiting = contract.waitingObligations.filter(({ id }) => ids.includes(id)).map(({ id }) => id)
  if (waiting.length === 0) return []
  const payload = { proposals: waiting, reason: 'not in this contract' }
  return [{ kind: 'obligation_dropped', key: `obligation-dismissed:${waiting.join(',')}`, actor: act.actor, source: act.source, payload }]
}

/** @throws Refusal for one that the contract does not have */
export const obligationIn = (contract: Contract, id: string): Obligation => {
  const obligation = contract.obligations.find((one) => one.id === id)
  if (obligation) return obligation
  throw new Refusal('not-found', `There is no obligation ${id}.`, { next: 'See what is owed: obligation list' })
}

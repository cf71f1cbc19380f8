// The fold of obligations: read ones wait, confirmed ones are owed, done ones are done until they are due again.
import type { Contract } from '../contract.ts'
import type { Obligation, WaitingObligation } from '../obligation.ts'
import type { Opened } from './open-entry.ts'

type Of<Kind extends Opened['kind']> = Extract<Opened, { kind: Kind }>
export type ObligationEntry = Of<'obligations_proposed' | 'obligation' | 'obligation_done' | 'obligation_dropped'>
type Folded = Pick<Contract, 'obligations' | 'waitingObligations'>

export const foldObligations = (contract: Contract, opened: ObligationEntry): Partial<Folded> => {
  switch (opened.kind) {
    case 'obligations_proposed':
      return { waitingObligations: withReading(contract.waitingObligations, opened) }
    case 'obligation':
      return {
        obligations: [...contract.obligations, obligationOf(opened)],
        waitingObligations: contract.waitingObligations.filter(({ id }) => id !== opened.payload.proposal),
      }
    case 'obligation_done':
      return { obligations: contract.obligations.map((one) => (one.id === opened.payload.obligation ? withDone(one, opened) : one)) }
    case 'obligation_dropped':
      return {
        obligations: contract.obligations.map((one) =>
          one.id === opened.payload.obligation ? { ...one, dropped: opened.payload.reason } : one,
        ),
        waitingObligations: contract.waitingObligations.filter(({ id }) => !opened.payload.proposals?.includes(id)),
      }
    default:
      return opened satisfies never
  }
}

/** What an earlier version of the document said word for word is said by the later one now. */
const withReading = (waiting: readonly WaitingObligation[], { payload, entry }: Of<'obligations_proposed'>): WaitingObligation[] => {
  const { document, name, obligations } = payload
  const read = obligations.map((one, index) => ({ ...one, id: `${entry.seq}.${index + 1}`, document, name, seq: entry.seq }))
  return [...waiting.filter((one) => !read.some((other) => other.sentence === one.sentence && other.what === one.what)), ...read]
}

const obligationOf = ({ payload, entry }: Of<'obligation'>): Obligation => {
  const { obligation, proposal: _proposal, ...terms } = payload
  return { ...terms, id: obligation, by: entry.actor, at: entry.at, seq: entry.seq, done: [], dropped: undefined }
}

const withDone = (obligation: Obligation, { payload, entry }: Of<'obligation_done'>): Obligation => ({
  ...obligation,
  done: [...obligation.done, { due: payload.due, on: payload.on, by: entry.actor }],
})

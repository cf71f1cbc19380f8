// The fold: a contract is what its entries add up to.
import type { Contract, ContractFields, DocumentVersion, LinkedThread, Sourced } from '../contract.ts'
import type { FieldValue } from '../field-value.ts'
import { conversationOf } from '../talk.ts'
import type { Entry } from './entry.ts'
import { genesis } from './entry.ts'
import { linksAfter } from './fold-family.ts'
import { foldObligations } from './fold-obligations.ts'
import { stillWaiting, withReading } from './fold-proposals.ts'
import { type Opened, openEntry } from './open-entry.ts'

/** A contract before its first entry. */
export const emptyContract = (id: string): Contract => ({
  id,
  createdAt: '',
  fields: {},
  restricted: false,
  grants: [],
  documents: [],
  proposals: [],
  obligations: [],
  waitingObligations: [],
  usage: {},
  threads: [],
  family: [],
  decisions: [],
  approvers: [],
  talkCount: 0,
  head: genesis(id),
})

/** The contract after one more entry; entries come in the order of their seq. */
export const foldContract = (contract: Contract, entry: Entry): Contract => {
  const opened = openEntry(entry)
  const head = { seq: entry.seq, hash: entry.hash }
  return opened ? { ...contract, ...change(contract, opened), head } : { ...contract, head }
}

type Change = Partial<Contract>
type Of<Kind extends Opened['kind']> = Extract<Opened, { kind: Kind }>

const change = (contract: Contract, opened: Opened): Change => {
  switch (opened.kind) {
    case 'created':
      return created(opened)
    case 'field':
      return {
        fields: fieldSet(contract, opened),
        proposals: stillWaiting(contract.proposals, opened.payload),
      }
    case 'proposed':
      return { proposals: withReading(contract.proposals, opened) }
    case 'dismissed':
      return { proposals: contract.proposals.filter(({ id }) => !opened.payload.proposals.includes(id)) }
    case 'obligations_proposed':
    case 'obligation':
    case 'obligation_done':
    case 'obligation_dropped':
      return foldObligations(contract, opened)
    case 'usage':
      return { usage: { ...contract.usage, ...usageOf(contract, opened) } }
    case 'granted':
      return { grants: [...without(contract, opened.payload.person), grantOf(opened)] }
    case 'revoked':
      return { grants: without(contract, opened.payload.person) }
    case 'restricted':
      return { restricted: opened.payload.restricted }
    case 'document':
      return { documents: [...contract.documents, documentOf(opened)] }
    case 'linked':
      return { threads: [...contract.threads.filter((thread) => thread.thread !== opened.payload.thread), threadOf(opened)] }
    case 'conversation':
      return { threads: contract.threads.map((link) => renamedIn(link, opened.payload)) }
    case 'unlinked':
      return { threads: contract.threads.map((link) => (link.thread === opened.payload.thread ? { ...link, active: false } : link)) }
    case 'family':
      return { family: linksAfter(contract.family, opened.payload, opened.entry) }
    case 'decision':
      return { decisions: [...contract.decisions, decisionOf(opened)] }
    case 'message':
      return { talkCount: contract.talkCount + 1 }
    default:
      return {}
  }
}

const created = (opened: Of<'created'>): Change => ({
  createdAt: opened.entry.at,
  restricted: opened.payload.restricted ?? false,
  fields: Object.fromEntries(Object.entries(opened.payload.fields).map(([key, value]) => [key, sourced(opened, value, undefined)])),
})

/** A value of nothing takes the field away: not set. */
const fieldSet = ({ fields }: Contract, opened: Of<'field'>): ContractFields => {
  const { field, value, source, evidence } = opened.payload
  if (value !== null) return { ...fields, [field]: { ...sourced(opened, value, source), ...(evidence && { evidence }) } }
  const { [field]: _unset, ...others } = fields
  return others
}

const sourced = ({ entry }: Opened, value: unknown, source: string | undefined): Sourced<FieldValue> => ({
  value: value as FieldValue,
  by: entry.actor,
  at: entry.at,
  source,
  seq: entry.seq,
})

const without = (contract: Contract, person: string) => contract.grants.filter((grant) => grant.person !== person)

/** A count of an earlier day that comes late does not replace a later one. */
const usageOf = ({ usage }: Contract, { payload, entry }: Of<'usage'>): Contract['usage'] => {
  const { field, value, on, source } = payload
  return on < (usage[field]?.on ?? '') ? {} : { [field]: { value, on, source, by: entry.actor, at: entry.at } }
}

const grantOf = ({ payload, entry }: Of<'granted'>) => ({ ...payload, by: entry.actor, at: entry.at })

const documentOf = ({ payload, entry }: Of<'document'>): DocumentVersion => ({
  ...payload,
  executedOn: payload.executedOn,
  by: entry.actor,
  at: entry.at,
  seq: entry.seq,
})

const threadOf = ({ payload, entry }: Of<'linked'>) => ({
  thread: payload.thread,
  conversationName: payload.conversationName,
  by: entry.actor,
  at: entry.at,
  active: true,
  seq: entry.seq,
})

const renamedIn = (link: LinkedThread, { conversation, name }: Of<'conversation'>['payload']): LinkedThread =>
  conversationOf(link.thread) === conversation ? { ...link, conversationName: name } : link

const decisionOf = ({ payload, entry }: Of<'decision'>) => ({
  id: payload.decision,
  text: payload.text,
  clause: payload.clause,
  cites: payload.cites,
  by: entry.actor,
  at: entry.at,
  thread: payload.thread,
  key: entry.key,
  seq: entry.seq,
})

// A contract at a glance: who with, whose, what state, which dates, which papers, what was decided last.
import { dayOf, showDay } from '../../contracts/calendar-date.ts'
import { showClause } from '../../contracts/clause-type.ts'
import { type Contract, type CoreKey, coreKeys, titleOf } from '../../contracts/contract.ts'
import { coreField } from '../../contracts/core-fields.ts'
import { showFieldValue } from '../../contracts/fields.ts'
import { type Card, type CardElement, card, context, type Fact, heading } from '../card.ts'
import type { NameOf } from '../names.ts'

/** Everybody who is named on the card, so that names can be looked up first. */
export const peopleOfContract = (contract: Contract): (string | undefined)[] => [
  contract.fields.owner?.value,
  ...Object.values(contract.fields).map((field) => field.by),
  ...contract.decisions.map((decision) => decision.by),
  ...contract.documents.map((document) => document.by),
  ...contract.grants.map((grant) => grant.person),
]

export const contractCard = (contract: Contract, nameOf: NameOf, zone: string): Card => {
  const title = `${contract.id} ${titleOf(contract)}`
  return card(
    summaryOf(contract, nameOf),
    heading(title),
    { type: 'facts', facts: [...fieldFacts(contract, nameOf, zone), ...accessFacts(contract, nameOf)] },
    documentLines(contract, nameOf, zone),
    decisionLines(contract, nameOf, zone),
    context(talkLine(contract)),
    { type: 'buttons', buttons: contractButtons(contract) },
  )
}

const summaryOf = (contract: Contract, nameOf: NameOf): string => {
  const { counterparty, status, expirationDate, owner } = contract.fields
  const parts = [
    `${contract.id} ${titleOf(contract)}`,
    counterparty && `with ${counterparty.value}`,
    status && showFieldValue(coreField('status'), status.value, nameOf),
    expirationDate && `expires ${showDay(expirationDate.value)}`,
    owner && `owner ${nameOf(owner.value)}`,
  ]
  return parts.filter(Boolean).join(', ')
}

const shown = coreKeys.filter((key) => key !== 'title')

const fieldFacts = (contract: Contract, nameOf: NameOf, zone: string): Fact[] =>
  shown.flatMap((key) => fieldFact(contract, key, nameOf, zone) ?? [])

const fieldFact = <Key extends CoreKey>(contract: Contract, key: Key, nameOf: NameOf, zone: string): Fact | undefined => {
  const held = contract.fields[key]
  if (!held)
    return key === 'expirationDate'
      ? { label: coreField(key).label, value: 'not known', note: `set ${contract.id} expires=2027-12-31` }
      : undefined
  const changed = held.seq > 0 || held.source ? { note: provenance(held, nameOf, zone) } : {}
  return { label: coreField(key).label, value: showFieldValue(coreField(key), held.value, nameOf), ...changed }
}

const provenance = (held: { by: string; at: string; source: string | undefined }, nameOf: NameOf, zone: string): string =>
  [`set by ${nameOf(held.by)}`, showDay(dayOf(held.at, zone)), held.source].filter(Boolean).join(', ')

const accessFacts = (contract: Contract, nameOf: NameOf): Fact[] => {
  const grants = contract.grants.map((grant) => `${nameOf(grant.person)} (${grant.level})`).join(', ')
  if (!contract.restricted && !grants) return []
  const rule = contract.restricted ? 'restricted to owner, team, legal and those named' : 'open to every member'
  return [{ label: 'Access', value: rule, ...(grants && { note: `named: ${grants}` }) }]
}

const documentLines = (contract: Contract, nameOf: NameOf, zone: string): CardElement[] => {
  const last = contract.documents.at(-1)
  if (!last) return []
  const executed = contract.documents.findLast((document) => document.executedOn)
  const lines = [
    `${contract.documents.length} document${contract.documents.length === 1 ? '' : 's'}; last ${last.name}, ${nameOf(last.by)}, ${showDay(dayOf(last.at, zone))}`,
    executed?.executedOn && `Executed ${showDay(executed.executedOn)}: ${executed.name}`,
    ...last.warnings,
  ]
  return lines.filter(Boolean).map((line) => context(line as string))
}

const decisionLines = (contract: Contract, nameOf: NameOf, zone: string): CardElement[] => {
  const last = contract.decisions.slice(-3).reverse()
  if (last.length === 0) return []
  const lines = last.map((decision) => ({
    label: decision.id,
    value: decision.text,
    note: [decision.clause && showClause(decision.clause), nameOf(decision.by), showDay(dayOf(decision.at, zone))]
      .filter(Boolean)
      .join(', '),
  }))
  return [{ type: 'facts', facts: lines }]
}

const talkLine = (contract: Contract): string => {
  const threads = contract.threads.filter((thread) => thread.active)
  const where = threads.map((thread) => thread.conversationName).join(', ')
  const count = `${contract.talkCount} message${contract.talkCount === 1 ? '' : 's'} kept`
  return threads.length > 0 ? `${count}; linked to ${threads.length} thread${threads.length === 1 ? '' : 's'} (${where})` : count
}

const contractButtons = (contract: Contract) => [
  { label: 'Talk', command: `talk ${contract.id}` },
  ...(contract.decisions.length > 0 ? [{ label: 'Why', command: `why ${contract.id}` }] : []),
  ...(contract.documents.length > 0 ? [{ label: 'File', command: `file ${contract.id}` }] : []),
  { label: 'Upload', command: `upload ${contract.id}` },
]

/** What a person of the other side may see of it (rule P8): an allow-list of facts, never a card with facts removed. */
export const outsiderContractCard = (contract: Contract): Card => {
  const allowed = ['parties', 'status', 'effectiveDate', 'expirationDate'] as const
  const facts = allowed.flatMap((key): Fact[] => {
    const held = contract.fields[key]
    return held ? [{ label: coreField(key).label, value: showFieldValue(coreField(key), held.value, () => '') }] : []
  })
  const title = `${contract.id} ${titleOf(contract)}`
  return card(
    title,
    heading(title),
    { type: 'facts', facts },
    { type: 'buttons', buttons: [{ label: 'Talk', command: `talk ${contract.id}` }] },
  )
}

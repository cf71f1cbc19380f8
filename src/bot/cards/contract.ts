// A contract at a glance: who with, whose, what state, which dates, which papers, what was decided last.
import { dayOf, showDay } from '../../contracts/calendar-date.ts'
import { showClause } from '../../contracts/clause-type.ts'
import { type Contract, coreKeys, titleOf } from '../../contracts/contract.ts'
import type { InForce } from '../../contracts/contract-in-force.ts'
import type { FieldDefinition } from '../../contracts/field-definition.ts'
import { type Card, type CardElement, card, context, type Fact, heading } from '../card.ts'
import { type FieldWords, fieldLabel, fieldText, peopleIn } from '../field-words.ts'
import type { NameOf } from '../names.ts'
import { familyButton, familyLines } from './family.ts'
import { pendingButtons, pendingLines } from './pending.ts'
import { fieldFacts, hasMoreFields, offStandardKeys, showEnd, smartFields } from './smart-fields.ts'
import { contradictionLines, noticeFacts, whyOf } from './terms.ts'

/** Everybody who is named on the card, so that names can be looked up first. */
export const peopleOfContract = (contract: Contract, definitions: readonly FieldDefinition[]): (string | undefined)[] => [
  ...peopleIn(
    definitions,
    Object.entries(contract.fields).map(([key, { value }]) => ({ field: key, value })),
  ),
  ...Object.values(contract.fields).map((field) => field.by),
  ...contract.decisions.map((decision) => decision.by),
  ...contract.documents.map((document) => document.by),
  ...contract.grants.map((grant) => grant.person),
]

/**
 * `all` shows every field with the sentence behind it; otherwise those come first that differ from standard, and the rest is counted.
 * `inForce`: with the values that its family puts in the place of its own; `above`: what it amends or renews beside that.
 */
export type ContractWords = FieldWords & { zone: string; all?: boolean; inForce?: InForce; above?: readonly Contract[] }

export const contractCard = (given: Contract, { inForce, above = [], ...others }: ContractWords): Card => {
  const contract = inForce?.contract ?? given
  const why = (key: string) => {
    const term = inForce?.terms.find((one) => one.key === key)
    return inForce && term && whyOf(term, inForce, others)
  }
  const open = new Set(inForce?.terms.filter(({ claims }) => claims.length > 1).map(({ key }) => key))
  const words = { ...others, why, open }
  const { nameOf, zone } = words
  const title = `${contract.id} ${titleOf(contract)}`
  return card(
    summaryOf(contract, words),
    heading(title),
    {
      type: 'facts',
      facts: [...coreFacts(contract, words), ...(inForce ? noticeFacts(inForce, words) : []), ...accessFacts(contract, nameOf)],
    },
    inForce && contradictionLines(inForce, words),
    smartFields(contract, words),
    pendingLines(given, words),
    inForce && familyLines(inForce, above),
    documentLines(contract, nameOf, zone),
    decisionLines(contract, nameOf, zone),
    context(talkLine(contract)),
    {
      type: 'buttons',
      buttons: [
        ...contractButtons(contract, words),
        ...pendingButtons(given),
        ...(inForce && inForce.documents.size + above.length > 1 ? [familyButton(contract)] : []),
      ],
    },
  )
}

const summaryOf = (contract: Contract, words: ContractWords): string => {
  const { counterparty, status, expirationDate, owner } = contract.fields
  const parts = [
    `${contract.id} ${titleOf(contract)}`,
    counterparty && `with ${counterparty.value}`,
    status && fieldText(words, 'status', status.value),
    expirationDate && showEnd(expirationDate.value),
    owner && `owner ${words.nameOf(owner.value)}`,
    ...offStandardKeys(contract, words)
      .slice(0, 3)
      .map((key) => `${fieldLabel(words, key)} ${fieldText(words, key, contract.fields[key]?.value)}`),
  ]
  return parts.filter(Boolean).join(', ')
}

/** `open`: fields about which documents contradict each other, told apart. */
const coreFacts = (contract: Contract, words: ContractWords & { open: ReadonlySet<string> }): Fact[] =>
  coreKeys.flatMap((key): Fact[] => {
    if (key === 'title') return []
    if (contract.fields[key]) return fieldFacts(contract, key, words)
    if (key !== 'expirationDate' || words.open.has(key)) return []
    return [{ label: fieldLabel(words, key), value: 'not known', note: `to set it: set ${contract.id} expires=2027-12-31` }]
  })

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
    label: `Decision ${decision.id}`,
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
  const count = contract.talkCount === 0 ? 'No talk kept yet' : `${contract.talkCount} message${contract.talkCount === 1 ? '' : 's'} kept`
  return threads.length > 0 ? `${count}; linked to ${threads.length} thread${threads.length === 1 ? '' : 's'} (${where})` : count
}

const contractButtons = (contract: Contract, words: ContractWords) => [
  { label: 'Talk', command: `talk ${contract.id}` },
  ...(contract.decisions.length > 0 ? [{ label: 'Why', command: `why ${contract.id}` }] : []),
  ...(contract.documents.length > 0 ? [{ label: 'File', command: `file ${contract.id}` }] : []),
  { label: 'Upload', command: `upload ${contract.id}` },
  ...(hasMoreFields(contract, words) ? [{ label: 'All fields', command: `show ${contract.id} --all` }] : []),
]

/** What a person of the other side may see of it (rule P8): the contract holds no more than that, and its talk is asked for apart. */
export const outsiderContractCard = (contract: Contract, definitions: readonly FieldDefinition[]): Card => {
  const words = { definitions, nameOf: () => '' }
  const shared = definitions.filter(({ key, audience }) => audience === 'shared' && key !== 'title')
  const facts = shared.flatMap(({ key, label }): Fact[] => {
    const held = contract.fields[key]
    return held ? [{ label, value: fieldText(words, key, held.value) }] : []
  })
  const title = `${contract.id} ${titleOf(contract)}`
  return card(
    title,
    heading(title),
    { type: 'facts', facts },
    { type: 'buttons', buttons: [{ label: 'Talk', command: `talk ${contract.id}` }] },
  )
}

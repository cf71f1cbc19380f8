// A family of contracts: what belongs to what, since when and in which state, and which of its papers rules each term.
import { type CalendarDate, isCalendarDate, showDay } from '../../contracts/calendar-date.ts'
import { type Contract, field, titleOf } from '../../contracts/contract.ts'
import type { InForce } from '../../contracts/contract-in-force.ts'
import { type Family, familyOf, memberOf, silenceOf, wasExecuted } from '../../contracts/family.ts'
import { nameOfContract, relationWords, type WantedLink } from '../../contracts/family-change.ts'
import { showChoice } from '../../contracts/fields.ts'
import { noticeDeadline } from '../../contracts/terms.ts'
import { type Button, buttons, type Card, type CardElement, card, context, type Fact, heading, type TableRow, text } from '../card.ts'
import { counted } from '../counted.ts'
import { type FieldWords, fieldLabel, fieldText } from '../field-words.ts'
import { contradictionLines, noticeFacts, whyOf } from './terms.ts'

export const familyCard = (inForce: InForce, members: { contracts: readonly Contract[]; more: boolean }, words: FieldWords): Card => {
  const { contract, day } = inForce
  const title = `Family of ${nameOfContract(contract)}`
  if (members.contracts.length < 2) return aloneCard(contract, title)
  return card(
    `${title}: ${counted(members.contracts.length, 'contract')}`,
    heading(title),
    treeOf(members.contracts, day),
    members.more && context('More belong to it than are shown here. Look for them: find "<name>"'),
    context(`In force for ${contract.id} on ${showDay(day)}; where no other paper is named it is its own.`),
    { type: 'facts', facts: [...termFacts(inForce, words), ...noticeFacts(inForce, words)] },
    contradictionLines(inForce, words),
    { type: 'buttons', buttons: [{ label: 'Show', command: `show ${contract.id}` }] },
  )
}

const aloneCard = (contract: Contract, title: string): Card =>
  card(
    `${title}: it belongs to no other contract that you can see, and none to it.`,
    heading(title),
    context('It belongs to no other contract that you can see, and none to it.'),
    context(`Put another one into its family: family add C-142 to:${contract.id} as:amends`),
    { type: 'buttons', buttons: [{ label: 'Show', command: `show ${contract.id}` }] },
  )

const treeOf = (contracts: readonly Contract[], day: CalendarDate): CardElement => {
  const family = familyOf(contracts.map(memberOf))
  const byId = new Map(contracts.map((contract) => [contract.id, contract]))
  const roots = contracts.filter(({ family: links }) => links.every(({ parent }) => !byId.has(parent)))
  const shown = new Set<string>()
  const rows = roots.toSorted(byNumber).flatMap((root) => branch(root, { family, byId, day, shown }, 0, undefined))
  // Two people at the same moment can have made a circle, which has no root.
  const left = contracts
    .filter(({ id }) => !shown.has(id))
    .flatMap((contract) => branch(contract, { family, byId, day, shown }, 0, undefined))
  const columns = [{ label: 'Contract' }, { label: 'How' }, { label: 'Effective' }, { label: 'Status' }]
  return { type: 'table', caption: 'What belongs to what', columns, rows: [...rows, ...left] }
}

const byNumber = (one: Contract, other: Contract): number => Number(one.id.slice(2)) - Number(other.id.slice(2))

type Tree = { family: Family; byId: ReadonlyMap<string, Contract>; day: CalendarDate; shown: Set<string> }

/** A paper that belongs to several stands under each of them; what belongs to it is told where it stands first. */
const branch = (contract: Contract, tree: Tree, depth: number, parent: string | undefined): TableRow[] => {
  const row = rowOf(contract, tree, depth, parent)
  if (tree.shown.has(contract.id)) return [row]
  tree.shown.add(contract.id)
  const children = (tree.family.children.get(contract.id) ?? []).flatMap(({ id }) => tree.byId.get(id) ?? [])
  return [row, ...children.flatMap((child) => branch(child, tree, depth + 1, contract.id))]
}

const rowOf = (contract: Contract, { day }: Tree, depth: number, parent: string | undefined): TableRow => {
  const link = contract.family.find((one) => one.parent === parent)
  const [effective, status] = [field(contract, 'effectiveDate'), field(contract, 'status')]
  const silence = link && link.relation !== 'under' ? silenceOf(memberOf(contract), day) : undefined
  return {
    cells: [
      `${'  '.repeat(depth)}${depth > 0 ? '↳ ' : ''}${contract.id} ${titleOf(contract)}`,
      link ? `${relationWords[link.relation]} ${link.parent}${link.order === undefined ? '' : `, order ${link.order}`}` : '',
      effective ? showDay(effective) : 'not known',
      [status ? showChoice(status) : 'not known', silence?.split(':')[0]].filter(Boolean).join(', '),
    ],
    command: `show ${contract.id}`,
  }
}

/** Terms, not what a document says of itself alone. */
const ofDocument = ['title', 'documentName', 'counterparty', 'parties', 'owner', 'team', 'type', 'status', noticeDeadline]

const termFacts = (inForce: InForce, words: FieldWords): Fact[] => {
  const order = new Map(words.definitions.map(({ key }, index) => [key, index]))
  const placeOf = (key: string) => order.get(key) ?? words.definitions.length
  const terms = inForce.terms.filter(({ key, claims }) => claims.length === 1 && !ofDocument.includes(key))
  return terms
    .toSorted((one, other) => placeOf(one.key) - placeOf(other.key))
    .map((term): Fact => {
      const note = whyOf(term, inForce, words)
      return { label: fieldLabel(words, term.key), value: fieldText(words, term.key, term.claims[0]?.value), ...(note && { note }) }
    })
}

/** What was in force on another day, field by field and why. */
export const termsOnCard = (inForce: InForce, words: FieldWords): Card => {
  const { contract, day } = inForce
  const title = `${nameOfContract(contract)} on ${showDay(day)}`
  const facts = termFacts(inForce, words)
  const over = overLine(inForce)
  return card(
    `${title}: ${over === undefined ? '' : `${over} `}${facts.map(({ label, value }) => `${label} ${value}`).join(', ') || 'no terms are known'}`,
    heading(title),
    over !== undefined && text(over, 'warning'),
    context('Where no other paper is named it is its own.'),
    facts.length > 0 ? { type: 'facts', facts: [...facts, ...noticeFacts(inForce, words)] } : context('No terms are known.'),
    contradictionLines(inForce, words),
    silentLines(inForce),
    {
      type: 'buttons',
      buttons: [{ label: 'Today', command: `show ${contract.id}` }, ...(inForce.documents.size > 1 ? [familyButton(contract)] : [])],
    },
  )
}

/** That the contract had ended by the day that is asked about: what it says then is what it said last. */
const overLine = ({ terms, day }: InForce): string | undefined => {
  const end = terms.find(({ key }) => key === 'expirationDate')?.claims
  const last = end?.length === 1 ? end[0]?.value : undefined
  const isOver = typeof last === 'string' && isCalendarDate(last) && last < day
  return isOver ? `It was over on that day: it ended on ${showDay(last as CalendarDate)}.` : undefined
}

/** Papers that would change it and do not: a draft, one that is still to take effect. */
export const silentLines = ({ contract, documents, day }: InForce): CardElement[] =>
  [...documents.values()].flatMap((document) => {
    const changes = document.family.some(({ parent, relation }) => relation !== 'under' && documents.has(parent))
    const silence = changes && document.id !== contract.id ? silenceOf(memberOf(document), day) : undefined
    const effective = field(document, 'effectiveDate')
    const from = effective !== undefined && effective > day ? `, effective ${showDay(effective)}` : ''
    return silence ? [context(`${nameOfContract(document)} ${silence}${from}`)] : []
  })

/** Of a contract at a glance: what it belongs to and what belongs to it, and what is not in force yet. */
export const familyLines = (inForce: InForce, papersAbove: readonly Contract[]): CardElement[] => {
  const { contract, documents } = inForce
  const known = new Map([...documents, ...papersAbove.map((one) => [one.id, one] as const)])
  const above = contract.family.flatMap(({ parent, relation }) => {
    const named = known.get(parent)
    return named ? [`${relationWords[relation]} ${nameOfContract(named)}`] : []
  })
  const below = [...documents.values()].filter(({ family }) => family.some(({ parent }) => parent === contract.id)).sort(byNumber)
  const lines = [...above, ...(below.length > 0 ? [`changed or completed by ${below.map(({ id }) => id).join(', ')}`] : [])]
  return [...(lines.length > 0 ? [context(`Family: ${lines.join('; ')}`)] : []), ...silentLines(inForce)]
}

export const addedCard = (contract: Contract, { parent, relation, order }: WantedLink, silence: string | undefined): Card => {
  const line = `${nameOfContract(contract)} ${relationWords[relation]} ${nameOfContract(parent)}${order === undefined ? '' : `, order ${order}`}.`
  return card(
    line,
    { type: 'text', text: line },
    silence !== undefined && relation !== 'under' && context(`It ${silence}.${untilIt(contract)}`),
    buttons(familyButton(parent)),
  )
}

/** What a paper still needs before it changes anything. */
const untilIt = (contract: Contract): string => {
  const needs = [
    !wasExecuted(memberOf(contract)) && 'status=executed',
    field(contract, 'effectiveDate') === undefined && 'effective=2026-12-31',
  ].filter((pair) => pair !== false)
  return needs.length === 0 ? '' : ` Once it is signed: set ${contract.id} ${needs.join(' ')}`
}

export const familyButton = ({ id }: Contract): Button => ({ label: 'Family', command: `show ${id} family` })

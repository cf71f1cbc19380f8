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

/** Papers that would change it and do not: a draft, one that is still to take effect. `steps`: what each needs so that it does. */
export const silentLines = ({ contract, documents, day }: InForce, { steps = false } = {}): CardElement[] =>
  [...documents.values()].flatMap((document) => {
    const changes = document.family.some(({ parent, relation }) => relation !== 'under' && documents.has(parent))
    const silence = changes && document.id !== contract.id ? silenceOf(memberOf(document), day) : undefined
    return silence ? [silentLine(nameOfContract(document), document, day, silence, steps)] : []
  })

const silentLine = (name: string, document: Contract, day: CalendarDate, silence: string, steps: boolean): CardElement => {
  const effective = field(document, 'effectiveDate')
  const from = effective !== undefined && effective > day ? `, effective ${showDay(effective)}` : ''
  const step = steps ? stepToRule(document) : undefined
  return context([`${name} ${silence}${from}`, step].filter(Boolean).join('. '))
}

/** What a paper lacks that is to change another one; undefined where nothing but its day is waited for, or nothing helps. */
const stepToRule = (document: Contract): string | undefined => {
  const [status, effective] = [field(document, 'status'), field(document, 'effectiveDate')]
  if (status === 'terminated') return undefined
  const isSigned = status !== undefined && wasExecuted(memberOf(document))
  const lacks = [
    ...(isSigned ? [] : [{ what: 'it is signed', set: 'status=executed' }]),
    ...(effective === undefined ? [{ what: 'the day on which it takes effect is known', set: 'effective=2027-02-01' }] : []),
  ]
  if (lacks.length === 0) return undefined
  const once = lacks.map(({ what }) => what).join(' and ')
  return `It counts once ${once}: set ${document.id} ${lacks.map(({ set }) => set).join(' ')}`
}

/** Of a paper that is to change another one and does not: why not, and what it needs. */
const ownSilence = ({ contract, day }: InForce): CardElement[] => {
  const changes = contract.family.some(({ relation }) => relation !== 'under')
  const silence = changes ? silenceOf(memberOf(contract), day) : undefined
  return silence ? [silentLine('It', contract, day, silence, true)] : []
}

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
  const family = lines.length > 0 ? [context(`Family: ${lines.join('; ')}`)] : []
  return [...family, ...ownSilence(inForce), ...silentLines(inForce, { steps: true })]
}

export const addedCard = (contract: Contract, { parent, relation, order }: WantedLink, day: CalendarDate): Card => {
  const silence = relation === 'under' ? undefined : silenceOf(memberOf(contract), day)
  const line = `${nameOfContract(contract)} ${relationWords[relation]} ${nameOfContract(parent)}${order === undefined ? '' : `, order ${order}`}.`
  return card(
    line,
    { type: 'text', text: line },
    silence !== undefined && silentLine('It', contract, day, silence, true),
    buttons(familyButton(parent)),
  )
}

export const familyButton = ({ id }: Contract): Button => ({ label: 'Family', command: `show ${id} family` })

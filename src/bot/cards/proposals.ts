// Proposals as cards: each value that was read beside the sentence that says it, to be confirmed, changed or turned down.
import { type Contract, titleOf } from '../../contracts/contract.ts'
import { countedEnd } from '../../contracts/counted-end.ts'
import type { FieldDefinition } from '../../contracts/field-definition.ts'
import { definitionOf, showFieldValue } from '../../contracts/fields.ts'
import { inReviewOrder, type Proposal, reviewRank, rulesReader } from '../../contracts/proposal.ts'
import { excerptOf } from '../../contracts/telling-words.ts'
import { type Button, buttons, type Card, type CardElement, card, context, folded, heading, text } from '../card.ts'
import { counted } from '../counted.ts'
import type { Queued } from '../review.ts'
import { evidenceQuote } from './evidence.ts'

/** `onlyReads`: for who may read and not confirm, the sentence that says who may; then nothing offers to. */
export type ProposalWords = { definitions: readonly FieldDefinition[]; onlyReads?: string | undefined }

/** Shown whole, with buttons; the others in a table below. */
const shownWhole = 5

/** So much of a sentence stands in a row of the list, around the words that say the value; the row opens the whole. */
const longestInTable = 110

/** All values of a contract that wait: the most urgent whole, the rest as a list that opens each; `said` is what was just settled. */
export const proposalsCard = (contract: Contract, words: ProposalWords, said?: string): Card => {
  const title = `${contract.id} ${titleOf(contract)}`
  const waiting = inReviewOrder(contract.proposals)
  if (waiting.length === 0) return nothingWaitsCard(contract, said)
  return card(
    [said, waitingLine(waiting.length, title, words)].filter(Boolean).join(' '),
    heading(title),
    said !== undefined && text(said, 'good'),
    proposalElements(contract, waiting, words),
  )
}

const waitingLine = (count: number, title: string, { onlyReads }: ProposalWords): string => {
  const line = `${counted(count, 'value')} read from documents of ${title} ${count === 1 ? 'waits' : 'wait'}`
  return onlyReads === undefined ? `${line} for you` : `${line} to be confirmed. ${onlyReads}`
}

/** What waits, without a heading of its own: for the card of an upload too. */
export const proposalElements = (contract: Contract, proposals: readonly Proposal[], words: ProposalWords): CardElement[] => {
  const waiting = inReviewOrder(proposals)
  if (waiting.length === 0) return []
  const [whole, rest] = [waiting.slice(0, shownWhole), waiting.slice(shownWhole)]
  const { onlyReads } = words
  return [
    context(`${counted(waiting.length, 'value')} read; none counts before somebody confirms it.`),
    ...(onlyReads === undefined ? [] : [context(onlyReads)]),
    buttons(...(onlyReads === undefined ? together(contract, waiting) : [oneByOne(contract)])),
    ...whole.flatMap((proposal) => [
      ...wholeProposal(contract, proposal, words),
      ...(onlyReads === undefined ? [buttons(...choices(contract, proposal))] : []),
    ]),
    ...restTable(contract, rest, words),
  ]
}

const oneByOne = ({ id }: Contract): Button => ({ label: 'One by one', command: `review next ${id}` })

const together = (contract: Contract, waiting: readonly Proposal[]): Button[] => {
  const sure = waiting.filter((proposal) => proposal.sure).length
  return [
    ...(sure > 1
      ? [
          {
            label: `Confirm the ${sure} sure ones`,
            command: `review confirm ${contract.id} sure${seenIn(contract)}`,
            style: 'primary' as const,
          },
        ]
      : []),
    oneByOne(contract),
    {
      label: waiting.length === 1 ? 'Confirm it' : `Confirm all ${waiting.length}`,
      command: `review confirm ${contract.id} all${seenIn(contract)}`,
      ...(waiting.length > sure && { confirm: `${waiting.length - sure} of them should be checked first. Confirm all the same?` }),
    },
  ]
}

/** The value, what it would replace, and the words of the document. */
export const wholeProposal = (contract: Contract, proposal: Proposal, { definitions }: ProposalWords): CardElement[] => {
  const { field, value, sure, evidence, reader } = proposal
  const definition = definitionOf(definitions, field)
  const show = (one: typeof value) => showFieldValue(definition, one, String)
  const held = contract.fields[field]?.value
  const remarks = [
    held !== undefined && held !== null && `replaces ${show(held)}`,
    field === 'expirationDate' && countedEnd(contract, proposal, { withRead: true }),
    !sure && 'please check',
    definition.standard !== undefined && show(definition.standard) !== show(value) && `standard ${show(definition.standard)}`,
    reader !== rulesReader && `read by ${reader}`,
  ].filter(Boolean)
  return [
    { type: 'facts', facts: [{ label: definition.label, value: show(value), ...(remarks.length > 0 && { note: remarks.join('; ') }) }] },
    evidenceQuote(evidence),
  ]
}

/** So that a click confirms what the card showed, and replaces nothing that came after it. */
const seenIn = ({ head }: Contract): string => ` was:${head.seq}`

const choices = (contract: Contract, { id }: Proposal, onward = ''): Button[] => [
  { label: 'Confirm', command: `review confirm ${contract.id} ${id}${onward}${seenIn(contract)}` },
  { label: 'Change', command: `review change ${contract.id} ${id}${onward}${seenIn(contract)}` },
  { label: 'Not in this contract', command: `review dismiss ${contract.id} ${id}${onward}` },
]

const restTable = (contract: Contract, rest: readonly Proposal[], { definitions }: ProposalWords): CardElement[] => {
  if (rest.length === 0) return []
  const rows = rest.map((proposal) => {
    const definition = definitionOf(definitions, proposal.field)
    const { page, sentence } = proposal.evidence
    const says = excerptOf(sentence, proposal.value, longestInTable)
    return {
      cells: [
        definition.label,
        showFieldValue(definition, proposal.value, String),
        proposal.sure ? 'sure' : 'please check',
        page === null ? says : `p. ${page}: ${says}`,
      ],
      command: `review next ${contract.id} at:${proposal.id}`,
    }
  })
  const columns = [{ label: 'Field' }, { label: 'Value' }, { label: 'How sure' }, { label: 'It says' }]
  return [folded(counted(rest.length, 'more value'), { type: 'table', caption: 'Each opens with its sentence', columns, rows })]
}

/** `only`: through one contract; `owner`: through what is theirs; `after`: behind what was skipped; `said`: what was just settled. */
type Walking = { only: boolean; owner?: string | undefined; after?: string | undefined; said?: string }

/** One value at a time; what is pressed answers with the next. */
export const nextCard = (next: Queued | undefined, words: ProposalWords, how: Walking): Card =>
  next ? nextProposalCard(next, words, how) : nothingMoreCard(how)

const nextProposalCard = ({ contract, proposal, behind }: Queued, words: ProposalWords, { only, owner, after, said }: Walking): Card => {
  const definition = definitionOf(words.definitions, proposal.field)
  const title = `${contract.id} ${titleOf(contract)}`
  const whose = owner === undefined ? '' : ` owner:${owner}`
  const behindSkipped = after === undefined ? '' : ` after:${after}`
  const [confirm, ...others] = choices(contract, proposal, `${only ? ' walk:here' : ' walk:next'}${whose}${behindSkipped}`)
  const skip = `review next ${only ? `${contract.id} ` : ''}after:${placeInQueue(contract, proposal)}${whose}`
  return card(
    [said, `${title}: is ${definition.label} ${showFieldValue(definition, proposal.value, String)}?`].filter(Boolean).join(' '),
    said !== undefined && text(said, 'good'),
    heading(title),
    wholeProposal(contract, proposal, words),
    words.onlyReads !== undefined && context(words.onlyReads),
    words.onlyReads === undefined
      ? buttons({ ...(confirm as Button), style: 'primary' }, ...others, { label: 'Skip', command: skip })
      : behind > 0 && buttons({ label: 'Next', command: skip }),
    context(behind <= 0 ? 'The last one.' : `${behind.toLocaleString('en')} more behind it.`),
  )
}

const nothingMoreCard = ({ after, said }: Walking): Card => {
  const sentence = after === undefined ? 'Nothing more waits for you.' : 'Nothing more waits behind what you skipped.'
  return card(
    [said, sentence].filter(Boolean).join(' '),
    said !== undefined && text(said, 'good'),
    text(sentence),
    context('How many values wait, and for whom: review'),
    after !== undefined && buttons({ label: 'From the beginning', command: 'review next' }),
  )
}

/** Where a value stands in the queue, for the one behind it: `0.142.12.3` is its rank, the contract's number and its own. */
export const placeInQueue = (contract: Contract, proposal: Proposal): string =>
  `${reviewRank(proposal)}.${contract.id.slice(2)}.${proposal.id}`

export const changeProposalCard = (contract: Contract, proposal: Proposal, words: ProposalWords, line: string): Card => {
  const definition = definitionOf(words.definitions, proposal.field)
  const shown = showFieldValue(definition, proposal.value, String)
  return card(
    `What is ${definition.label} of ${contract.id} instead of ${shown}?`,
    heading(`${contract.id} ${titleOf(contract)}`),
    wholeProposal(contract, proposal, words),
    {
      type: 'form',
      inputs: [{ type: 'text', name: 'value', label: `${definition.label} instead`, value: shown, required: true }],
      submit: { label: 'Record', command: line, style: 'primary' },
    },
  )
}

const nothingWaitsCard = (contract: Contract, said: string | undefined): Card => {
  const sentence = `Nothing waits in ${contract.id} ${titleOf(contract)}.`
  return card(
    [said, sentence].filter(Boolean).join(' '),
    said !== undefined && text(said, 'good'),
    text(sentence),
    buttons({ label: 'Show', command: `show ${contract.id}` }, { label: 'Next contract', command: 'review next' }),
  )
}

// Documents as cards: what was taken in, what the reader saw in it, and the page that takes a file where chat can't.

import { showDay } from '../../contracts/calendar-date.ts'
import { type Contract, titleOf } from '../../contracts/contract.ts'
import type { WaitingObligation } from '../../contracts/obligation.ts'
import type { AddedDocument } from '../add-document.ts'
import { type Button, type Card, type CardElement, card, context, heading, text } from '../card.ts'
import { counted } from '../counted.ts'
import { showSize } from '../file-size.ts'
import { holdsChanges, nothingRead } from '../nothing-read.ts'
import { modelPartElements } from './model-reading.ts'
import { type ProposalWords, proposalElements } from './proposals.ts'

/** What was taken in, and what was read of it: proposals, until somebody confirms them. */
export const uploadedCard = (contract: Contract, added: readonly AddedDocument[], words: ProposalWords): Card => {
  const read = new Set(added.map(({ document }) => document.sha256))
  const proposed = contract.proposals.filter(({ evidence }) => read.has(evidence.document))
  const owed = contract.waitingObligations.filter(({ document }) => read.has(document))
  const names = added.map(({ document }) => document.name).join(', ')
  return card(
    [
      `${names} kept with ${contract.id} ${titleOf(contract)}`,
      proposed.length > 0 && `${counted(proposed.length, 'value')} read, waiting to be confirmed`,
    ]
      .filter(Boolean)
      .join('; '),
    heading(`${contract.id} ${titleOf(contract)}`),
    added.flatMap((one) => documentElements(contract, one)),
    proposalElements(contract, proposed, words),
    owed.length > 0 && owedLines(contract, owed),
    modelPartElements(
      contract,
      added.map(({ byModel }) => byModel),
    ),
    {
      type: 'buttons',
      buttons: [...changesButtons(contract, added), { label: 'Show', command: `show ${contract.id}` }],
    },
  )
}

/** Obligations are walked through on a card of their own. */
const owedLines = (contract: Contract, owed: readonly WaitingObligation[]): CardElement[] => [
  context(
    `${counted(owed.length, 'obligation')} read too, to be confirmed: ${owed
      .slice(0, 3)
      .map(({ what }) => what)
      .join('; ')}${owed.length > 3 ? `; ${owed.length - 3} more` : ''}`,
  ),
  { type: 'buttons', buttons: [{ label: 'Obligations', command: `obligation list ${contract.id}` }] },
]

/** Where a document holds more than its clean text. */
const changesButtons = (contract: Contract, added: readonly AddedDocument[]): Button[] =>
  added
    .filter(holdsChanges)
    .slice(0, 1)
    .map(({ document }) => ({ label: 'Changes', command: `changes ${contract.id} "${document.name.replaceAll('"', '')}"` }))

const documentElements = (contract: Contract, added: AddedDocument): CardElement[] => {
  const { document, known, read } = added
  const nothing = nothingRead(contract, added)
  return [
    text(`${document.name} (${showSize(document.size)}) ${known ? 'was here already, nothing new was recorded' : 'is kept'}`),
    ...(document.executedOn ? [context(`Executed ${showDay(document.executedOn)}`)] : []),
    ...document.warnings.map((warning) => text(warning, 'warning')),
    ...(read && document.hasText ? [context(wordsRead(read.text.trim().split(/\s+/).length))] : []),
    ...(nothing === undefined ? [] : [context(nothing)]),
    context(`sha256 ${document.sha256}`),
  ]
}

export const uploadPageCard = (contract: Contract, url: string): Card =>
  card(
    `Upload a document to ${contract.id}: ${url}`,
    text(`Open this page and drop the file for ${contract.id} ${titleOf(contract)}. It is yours alone and works for 15 minutes.`),
    { type: 'link', link: { label: `Upload to ${contract.id}`, url } },
  )

export const fileCard = (
  contract: Contract,
  file: { sha256: string; name: string; size: number; url: string; executedOn: string | undefined },
): Card =>
  card(
    `${file.name} of ${contract.id} ${titleOf(contract)}`,
    heading(`${contract.id} ${titleOf(contract)}`),
    file.executedOn
      ? context(`The executed document, signed ${showDay(file.executedOn)}`)
      : context('The last document: no executed one was uploaded.'),
    { type: 'file', sha256: file.sha256, name: file.name, size: file.size, url: file.url },
    context(`The link is yours alone and works for 15 minutes. sha256 ${file.sha256}`),
  )

const wordsRead = (count: number): string =>
  count === 1 ? '1 word read; find searches it.' : `${count.toLocaleString('en')} words read; find searches them.`

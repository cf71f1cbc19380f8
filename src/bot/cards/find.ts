// What `find` found: how many, what was understood, and each contract with the passage that matched.
import { type Contract, field, titleOf } from '../../contracts/contract.ts'
import { showChoice } from '../../contracts/fields.ts'
import type { Hit, Page } from '../../store/store.ts'
import { type Button, type Card, card, context, type Fact, heading } from '../card.ts'
import type { NameOf } from '../names.ts'
import { showEnd } from './smart-fields.ts'

export const showCount = ({ number, atLeast }: { number: number; atLeast: boolean }): string =>
  `${number.toLocaleString('en')}${atLeast ? '+' : ''}`

export const findCard = (page: Page<Hit>, nameOf: NameOf, options: { line: string; understood: string; continued: boolean }): Card => {
  const { items, count, next } = page
  if (items.length === 0) return emptyCard(options)
  const amount =
    next || options.continued
      ? `${items.length} of ${showCount(count)} contracts`
      : `${showCount(count)} contract${count.number === 1 ? '' : 's'}`
  return card(
    `${amount}: ${items.map(({ contract }) => lineOf(contract, nameOf)).join('; ')}`,
    heading(amount),
    options.understood !== '' && context(options.understood),
    { type: 'facts', facts: items.map((hit) => hitFact(hit, nameOf)) },
    { type: 'buttons', buttons: [...items.slice(0, 5).map(openButton), ...(next === undefined ? [] : [moreButton(options.line, next)])] },
  )
}

const openButton = ({ contract }: Hit): Button => ({ label: contract.id, command: `show ${contract.id}` })
const moreButton = (line: string, next: string): Button => ({ label: 'More', command: `${line} after:"${next}"` })

const emptyCard = ({ understood }: { understood: string }): Card =>
  card(
    'Nothing found.',
    heading('Nothing found'),
    understood !== '' && context(understood),
    context('Fewer words find more. A new contract: contract new "Acme MSA" counterparty:"Acme Ltd"'),
  )

const lineOf = (contract: Contract, nameOf: NameOf): string =>
  [`${contract.id} ${titleOf(contract)}`, ...detailsOf(contract, nameOf)].join(', ')

const detailsOf = (contract: Contract, nameOf: NameOf): string[] => {
  const [counterparty, status, expires, owner] = [
    field(contract, 'counterparty'),
    field(contract, 'status'),
    field(contract, 'expirationDate'),
    field(contract, 'owner'),
  ]
  const details = [counterparty, status && showChoice(status), expires && showEnd(expires), owner && `owner ${nameOf(owner)}`]
  return details.filter((detail) => detail !== undefined)
}

const hitFact = ({ contract, passage }: Hit, nameOf: NameOf): Fact => ({
  label: contract.id,
  value: [titleOf(contract), ...detailsOf(contract, nameOf)].join(', '),
  ...(passage && (passage.source === 'document' || passage.source === 'talk') && { note: `${passage.where}: ${passage.text}` }),
})

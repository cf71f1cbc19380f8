// What `find` found: how many, what was understood, and each contract with the values that were compared or the passage that matched.
import { field, titleOf } from '../../contracts/contract.ts'
import { coreField } from '../../contracts/core-fields.ts'
import type { FieldDefinition } from '../../contracts/field-definition.ts'
import { showFieldValue } from '../../contracts/fields.ts'
import type { Hit, Page } from '../../store/store.ts'
import { type Button, buttons, type Card, type CardElement, card, context, type Fact, heading } from '../card.ts'
import type { NameOf } from '../names.ts'

export const showCount = ({ number, atLeast }: { number: number; atLeast: boolean }): string =>
  `${number.toLocaleString('en')}${atLeast ? '+' : ''}`

const isOne = ({ number, atLeast }: Page<Hit>['count']): boolean => number === 1 && !atLeast

const countOf = (count: Page<Hit>['count']): string => `${showCount(count)} contract${isOne(count) ? '' : 's'}`

/** `compared`: the fields that the search asks about; `hasWords`: whether it asks for words too. */
export type FindOptions = {
  line: string
  understood: string
  continued: boolean
  compared: readonly FieldDefinition[]
  hasWords: boolean
  wider?: WiderFound | undefined
}

/** What the same search finds without its last condition, and how it is asked. */
export type WiderFound = { leftOut: string; count: Page<Hit>['count']; line: string }

export const findCard = (page: Page<Hit>, nameOf: NameOf, options: FindOptions): Card => {
  const { items, count, next } = page
  if (items.length === 0) return emptyCard(options)
  const amount = next || options.continued ? `${items.length} of ${showCount(count)} contracts` : countOf(count)
  const told = tellerOf(options.compared, nameOf)
  return card(
    `${amount}: ${items.map((hit) => [`${hit.contract.id} ${titleOf(hit.contract)}`, ...detailsOf(hit, told)].join(', ')).join('; ')}`,
    heading(amount),
    options.understood !== '' && context(options.understood),
    listOf(items, told),
    { type: 'buttons', buttons: [...items.slice(0, 5).map(openButton), ...(next === undefined ? [] : [moreButton(options.line, next)])] },
  )
}

const openButton = ({ contract }: Hit): Button => ({ label: contract.id, command: `show ${contract.id}` })
const moreButton = (line: string, next: string): Button => ({ label: 'More', command: `${line} after:"${next}"` })

/** What would find more: less of what was asked. */
const widerWords = ({ compared, hasWords, wider }: FindOptions): string => {
  if (wider) return `Without "${wider.leftOut}" there ${isOne(wider.count) ? 'is' : 'are'} ${countOf(wider.count)}.`
  if (compared.length === 0) return 'Fewer words find more. A new contract: contract new "Acme MSA" counterparty:"Acme Ltd"'
  const less = hasWords ? 'Fewer words or conditions find more.' : 'Fewer or wider conditions find more.'
  return `${less} The fields there are: field list`
}

const emptyCard = (options: FindOptions): Card =>
  card(
    'Nothing found.',
    heading('Nothing found'),
    options.understood !== '' && context(options.understood),
    context(widerWords(options)),
    options.wider && buttons({ label: `Show ${isOne(options.wider.count) ? 'it' : 'them'}`, command: options.wider.line }),
  )

/** The fields to be told beside what every contract is told by, and how a value reads. */
type Teller = { nameOf: NameOf; compared: readonly FieldDefinition[] }

const always = new Set(['title', 'counterparty', 'status', 'owner', 'expirationDate'])
const mostColumns = 4

const tellerOf = (compared: readonly FieldDefinition[], nameOf: NameOf): Teller => ({
  nameOf,
  compared: compared.filter(({ key }) => !always.has(key)),
})

/** Where documents contradict each other all of them are told. */
const shown = ({ values, contradictions }: Hit, definition: FieldDefinition, nameOf: NameOf): string | undefined => {
  const value = values[definition.key]
  const claims = contradictions?.[definition.key] ?? (value === undefined ? [] : [value])
  return claims.length === 0 ? undefined : claims.map((claim) => showFieldValue(definition, claim, nameOf)).join(' or ')
}

/** Values side by side where some were compared; passages one below the other where words were found in papers or talk. */
const listOf = (items: readonly Hit[], teller: Teller): CardElement => {
  const { compared } = teller
  const hasPassages = items.some(({ passage }) => passage && passage.source !== 'title' && passage.source !== 'field')
  return compared.length === 0 || compared.length > mostColumns || hasPassages
    ? { type: 'facts', facts: items.map((hit) => hitFact(hit, teller)) }
    : tableOf(items, teller)
}

const tableOf = (items: readonly Hit[], { compared, nameOf }: Teller): CardElement => ({
  type: 'table',
  caption: `${compared.map(({ label }) => label).join(', ')} by contract`,
  columns: [
    ...[{ label: 'Contract' }, { label: 'Title' }, { label: 'With' }],
    ...compared.map((definition) => ({ label: columnLabel(definition, nameOf) })),
    ...[{ label: 'Owner' }, { label: 'Expires' }],
  ],
  rows: items.map((hit) => ({
    cells: [
      ...[hit.contract.id, titleOf(hit.contract), field(hit.contract, 'counterparty') ?? ''],
      ...compared.map((definition) => shown(hit, definition, nameOf) ?? ''),
      ...(['owner', 'expirationDate'] as const).map((key) => shown(hit, coreField(key), nameOf) ?? ''),
    ],
    command: `show ${hit.contract.id}`,
  })),
})

const columnLabel = (definition: FieldDefinition, nameOf: NameOf): string =>
  definition.standard === undefined
    ? definition.label
    : `${definition.label} (standard ${showFieldValue(definition, definition.standard, nameOf)})`

const detailsOf = (hit: Hit, { compared, nameOf }: Teller): string[] => {
  const expires = shown(hit, coreField('expirationDate'), nameOf)
  const owner = shown(hit, coreField('owner'), nameOf)
  const details = [
    shown(hit, coreField('counterparty'), nameOf),
    shown(hit, coreField('status'), nameOf),
    ...compared.map((definition) => comparedDetail(hit, definition, nameOf)),
    expires !== undefined && `expires ${expires}`,
    owner !== undefined && `owner ${owner}`,
  ]
  return details.filter((detail) => typeof detail === 'string')
}

const comparedDetail = (hit: Hit, definition: FieldDefinition, nameOf: NameOf): string | undefined => {
  const value = shown(hit, definition, nameOf)
  return value === undefined ? undefined : `${columnLabel(definition, nameOf)}: ${value}`
}

const hitFact = (hit: Hit, teller: Teller): Fact => ({
  label: hit.contract.id,
  value: [titleOf(hit.contract), ...detailsOf(hit, teller)].join(', '),
  ...(hit.passage &&
    (hit.passage.source === 'document' || hit.passage.source === 'talk') && { note: `${hit.passage.where}: ${hit.passage.text}` }),
})

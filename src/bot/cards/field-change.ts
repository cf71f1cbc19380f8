// A changed field: old value, new value, source; and the question before a value is replaced.

import { bundledFields } from '../../contracts/bundled-fields.ts'
import { type Contract, titleOf } from '../../contracts/contract.ts'
import type { ReplacedField } from '../../contracts/field-change.ts'
import type { FieldValue } from '../../contracts/field-value.ts'
import { definitionOf, showFieldValue } from '../../contracts/fields.ts'
import { type Card, card, context, type Fact, heading } from '../card.ts'
import type { NameOf } from '../names.ts'

const labelOf = (change: ReplacedField): string => definitionOf(bundledFields, change.field).label

const show = (change: ReplacedField, value: FieldValue | null | undefined, nameOf: NameOf): string =>
  value === undefined || value === null ? 'nothing' : showFieldValue(definitionOf(bundledFields, change.field), value, nameOf)

const changeFact = (change: ReplacedField, nameOf: NameOf): Fact => ({
  label: labelOf(change),
  value: `${show(change, change.previous, nameOf)} → ${show(change, change.value, nameOf)}`,
})

const sentence = (changes: readonly ReplacedField[], nameOf: NameOf): string =>
  changes.map((change) => `${labelOf(change)}: ${changeFact(change, nameOf).value}`).join('; ')

export const confirmChangeCard = (contract: Contract, changes: readonly ReplacedField[], nameOf: NameOf, line: string): Card =>
  card(
    `Nothing is recorded yet. Confirm for ${contract.id}: ${sentence(changes, nameOf)}`,
    heading(`Change ${contract.id} ${titleOf(contract)}?`),
    { type: 'facts', facts: changes.map((change) => changeFact(change, nameOf)) },
    context('Nothing is recorded yet.'),
    {
      type: 'buttons',
      buttons: [
        { label: 'Confirm', command: `${line} confirm:yes`, style: 'primary' },
        { label: 'Leave it', command: `show ${contract.id}` },
      ],
    },
  )

export const changedCard = (contract: Contract, changes: readonly ReplacedField[], nameOf: NameOf, source: string | undefined): Card => {
  if (changes.length === 0)
    return card(`Nothing to change: ${contract.id} says so already.`, context(`Nothing to change: ${contract.id} says so already.`))
  return card(
    `${contract.id} ${sentence(changes, nameOf)}`,
    heading(`${contract.id} ${titleOf(contract)}`),
    { type: 'facts', facts: changes.map((change) => changeFact(change, nameOf)) },
    context(source ? `Recorded. Source: ${source}` : 'Recorded, without a source. Next time add one: source:"Amendment 2 p.3"'),
    { type: 'buttons', buttons: [{ label: 'Show', command: `show ${contract.id}` }] },
  )
}

// A changed field: old value, new value, source; and the question before a value is replaced.
import { type Contract, titleOf } from '../../contracts/contract.ts'
import type { FieldChange, ReplacedField } from '../../contracts/field-change.ts'
import { type Card, card, context, type Fact, heading, text } from '../card.ts'
import { type FieldWords, fieldLabel, fieldText, offStandard } from '../field-words.ts'

const changeText = ({ field, previous, value }: ReplacedField, words: FieldWords): string =>
  `${fieldText(words, field, previous)} → ${fieldText(words, field, value)}`

const changeFact = (change: ReplacedField, words: FieldWords): Fact => {
  const standard = offStandard(words, change.field, change.value)
  return { label: fieldLabel(words, change.field), value: changeText(change, words), ...(standard && { note: standard }) }
}

const sentence = (changes: readonly ReplacedField[], words: FieldWords): string =>
  changes.map((change) => `${fieldLabel(words, change.field)}: ${changeText(change, words)}`).join('; ')

/** `line` is the command that Confirm sends: what was asked, with up to which entry the asker saw. `unclear`: how days in figures were read. */
export const confirmChangeCard = (
  contract: Contract,
  changes: readonly ReplacedField[],
  words: FieldWords,
  { line, source, unclear }: { line: string; source: string | undefined; unclear: readonly string[] },
): Card =>
  card(
    [`Nothing is recorded yet. Confirm for ${contract.id}: ${sentence(changes, words)}`, ...unclear].join('. '),
    heading(`Change ${contract.id} ${titleOf(contract)}?`),
    { type: 'facts', facts: changes.map((change) => changeFact(change, words)) },
    unclear.map((line) => text(line, 'warning')),
    context(source ? `Source: ${source}. Nothing is recorded yet.` : 'Nothing is recorded yet.'),
    {
      type: 'buttons',
      buttons: [
        { label: 'Confirm', command: `${line} confirm:${contract.head.seq}`, style: 'primary' },
        { label: 'Leave it', command: `show ${contract.id}` },
      ],
    },
  )

/** `kept`: what was asked for and is held already; `restated`: the source of some of that is new, and recorded. */
type Recorded = { source: string | undefined; kept: readonly FieldChange[]; restated: boolean }

export const changedCard = (
  contract: Contract,
  changes: readonly ReplacedField[],
  words: FieldWords,
  { source, kept, restated }: Recorded,
): Card => {
  const isNews = changes.length > 0 || restated
  if (!isNews)
    return card(`Nothing to change: ${contract.id} says so already.`, context(`Nothing to change: ${contract.id} says so already.`))
  return card(
    [`${contract.id} ${sentence(changes, words)}`.trim(), restated && changes.length === 0 && `Source recorded: ${source}`]
      .filter(Boolean)
      .join('. '),
    heading(`${contract.id} ${titleOf(contract)}`),
    { type: 'facts', facts: [...changes.map((change) => changeFact(change, words)), ...kept.map((change) => keptFact(change, words))] },
    context(
      source ? `Recorded. Source: ${source}` : 'Recorded, without a source. To add it, send the line again with source:"Amendment 2 p.3"',
    ),
    { type: 'buttons', buttons: [{ label: 'Show', command: `show ${contract.id}` }] },
  )
}

const keptFact = ({ field, value }: FieldChange, words: FieldWords): Fact => ({
  label: fieldLabel(words, field),
  value: fieldText(words, field, value),
  note: 'as before',
})

// Field definitions as cards: the list, one with its versions and who holds it, what a change does, and the form.
import { dayOf, showDay } from '../../contracts/calendar-date.ts'
import {
  bundledDefinitions,
  changed,
  type DefinitionChange,
  type DefinitionVersion,
  newDefinition,
} from '../../contracts/definition-change.ts'
import { attributeNames } from '../../contracts/definition-rules.ts'
import type { FieldDefinition } from '../../contracts/field-definition.ts'
import { showChoice, showFieldValue } from '../../contracts/fields.ts'
import type { HeldValues } from '../../store/field-store.ts'
import { type Button, type Card, card, context, type Fact, heading } from '../card.ts'
import { counted } from '../counted.ts'
import { allowedWords } from '../field-values.ts'
import type { NameOf } from '../names.ts'

const typesWords = ({ contractTypes }: FieldDefinition): string =>
  contractTypes.length === 0 ? 'every contract' : contractTypes.map(showChoice).join(', ')

const standardWords = (definition: FieldDefinition, nameOf: NameOf): string =>
  definition.standard === undefined ? '' : showFieldValue(definition, definition.standard, nameOf)

export const definitionsCard = (
  definitions: readonly FieldDefinition[],
  nameOf: NameOf,
  page: { total: number; next: string | undefined; line: string },
): Card => {
  const amount = `${page.total} field${page.total === 1 ? '' : 's'}`
  return card(
    `${amount}: ${definitions.map(({ label }) => label).join(', ')}`,
    heading(amount),
    definitions.length === 0 && context('Fewer words find more. Legal adds one: field add "Data residency" choices:"eu,us"'),
    definitions.length > 0 && {
      type: 'table',
      caption: 'Fields of contracts',
      columns: [{ label: 'Field' }, { label: 'Typed as' }, { label: 'Holds' }, { label: 'Standard' }, { label: 'Of' }],
      rows: definitions.map((definition) => ({
        cells: [
          `${definition.label}${definition.retired ? ' (retired)' : ''}`,
          definition.aliases[0] ?? definition.key,
          allowedWords(definition),
          standardWords(definition, nameOf),
          typesWords(definition),
        ],
        command: `field show ${definition.key}`,
      })),
    },
    page.next !== undefined && { type: 'buttons', buttons: [{ label: 'More', command: `${page.line} after:${page.next}` }] },
  )
}

export type DefinitionDetail = {
  versions: readonly DefinitionVersion[]
  held: HeldValues
  nameOf: NameOf
  zone: string
  mayChange: boolean
}

export const definitionCard = (definition: FieldDefinition, detail: DefinitionDetail): Card => {
  const { key, label, retired } = definition
  return card(
    `${label} (${key}): ${allowedWords(definition)}`,
    heading(label),
    retired && context('Retired: nothing new is set; what was set stays.'),
    { type: 'facts', facts: [...definitionFacts(definition, detail.nameOf), ...heldFacts(definition, detail)] },
    versionsTable(definition, detail),
    { type: 'buttons', buttons: definitionButtons(definition, detail) },
  )
}

const definitionFacts = (definition: FieldDefinition, nameOf: NameOf): Fact[] => {
  const { key, aliases, audience } = definition
  const standard = standardWords(definition, nameOf)
  return [
    { label: 'Key', value: key, ...(aliases.length > 0 && { note: `also typed ${aliases.join(', ')}` }) },
    { label: 'Holds', value: allowedWords(definition) },
    { label: 'Standard', value: standard === '' ? 'none' : standard },
    { label: 'Of', value: typesWords(definition) },
    { label: 'Seen by', value: audience === 'shared' ? 'our people and the other side' : 'our people only' },
  ]
}

const mostValues = 5

const heldFacts = (definition: FieldDefinition, { held, nameOf }: DefinitionDetail): Fact[] => {
  const values = held.values
    .slice(0, mostValues)
    .map(({ value, contracts }) => `${showFieldValue(definition, value, nameOf)} (${contracts})`)
  const others = held.values.length - values.length
  const note = [...values, ...(others > 0 ? [`${others} other values`] : [])].join(', ')
  return [{ label: 'Held by', value: counted(held.contracts, 'contract'), ...(note && { note }) }]
}

const versionsTable = ({ key }: FieldDefinition, { versions, nameOf, zone }: DefinitionDetail): Card['elements'] => {
  if (versions.length === 0) return [context('As it came with the program.')]
  let before = bundledDefinitions.get(key)?.definition ?? newDefinition(key)
  const rows = versions.map(({ version, by, at, change }) => {
    const cells = [String(version), showDay(dayOf(at, zone)), nameOf(by), changeWords(before, change, nameOf)]
    before = changed(before, change)
    return { cells }
  })
  const columns = [{ label: 'Version', align: 'right' as const }, { label: 'When' }, { label: 'Who' }, { label: 'What changed' }]
  return [{ type: 'table', caption: 'Versions, newest first', columns, rows: rows.reverse() }]
}

/** `standard value: none → 99.9 %; label: ...` */
export const changeWords = (before: FieldDefinition, change: DefinitionChange, nameOf: NameOf): string => {
  const after = changed(before, change)
  const attributes = Object.keys(change) as (keyof DefinitionChange)[]
  const words = attributes.map((attribute) => {
    const [old, now] = [before, after].map((definition) => attributeWords(definition, attribute, nameOf))
    return `${attributeNames[attribute]}: ${old} → ${now}`
  })
  return words.join('; ')
}

const attributeWords = (definition: FieldDefinition, attribute: keyof DefinitionChange, nameOf: NameOf): string => {
  if (attribute === 'standard') return standardWords(definition, nameOf) || 'none'
  if (attribute === 'contractTypes') return typesWords(definition)
  if (attribute === 'retired') return definition.retired ? 'retired' : 'in use'
  const value = definition[attribute]
  return (Array.isArray(value) ? value.join(', ') : String(value ?? '')) || 'none'
}

const definitionButtons = ({ key, retired, standard }: FieldDefinition, { mayChange }: DefinitionDetail): Button[] => [
  ...(standard === undefined ? [] : [{ label: 'Off standard', command: `find ${key}!=standard` }]),
  ...(mayChange && !retired ? [{ label: 'Change', command: `field set ${key}` }] : []),
  ...(mayChange && retired ? [{ label: 'Bring back', command: `field restore ${key}` }] : []),
]

export const definitionChangedCard = (before: FieldDefinition, after: FieldDefinition, change: DefinitionChange, nameOf: NameOf): Card => {
  const words = changeWords(before, change, nameOf)
  return card(
    words === '' ? `Nothing to change: ${after.label} is so already.` : `${after.label}, version ${after.version}: ${words}`,
    heading(after.label),
    words === '' ? context(`Nothing to change: ${after.label} is so already.`) : context(`Version ${after.version}. ${words}`),
    { type: 'facts', facts: definitionFacts(after, nameOf) },
    { type: 'buttons', buttons: [{ label: 'Show', command: `field show ${after.key}` }] },
  )
}

export const definitionAddedCard = (added: FieldDefinition, nameOf: NameOf): Card => {
  const sample = added.choices?.[0] ?? (added.standard === undefined ? '...' : standardWords(added, nameOf))
  return card(
    `${added.label} is a field now: ${allowedWords(added)}`,
    heading(added.label),
    { type: 'facts', facts: definitionFacts(added, nameOf) },
    context(`Set it: set C-142 ${added.key}=${/\s/.test(sample) ? `"${sample}"` : sample}`),
    { type: 'buttons', buttons: [{ label: 'Show', command: `field show ${added.key}` }] },
  )
}

/** What a change would do to contracts, before it is recorded. */
export const confirmDefinitionCard = (
  before: FieldDefinition,
  change: DefinitionChange,
  { consequences, line, nameOf }: { consequences: readonly string[]; line: string; nameOf: NameOf },
): Card =>
  card(
    `Nothing is recorded yet. Confirm for ${before.label}: ${changeWords(before, change, nameOf)}. ${consequences.join(' ')}`,
    heading(`Change ${before.label}?`),
    { type: 'text', text: changeWords(before, change, nameOf) },
    consequences.map((text) => ({ type: 'text', text, tone: 'warning' }) as const),
    context('Nothing is recorded yet.'),
    {
      type: 'buttons',
      buttons: [
        { label: 'Confirm', command: `${line} confirm:yes was:${before.version}`, style: 'primary' },
        { label: 'Leave it', command: `field show ${before.key}` },
      ],
    },
  )

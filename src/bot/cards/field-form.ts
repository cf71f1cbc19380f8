// The form of a field definition: for a new one, or with what one is now.

import { isCoreKey } from '../../contracts/contract.ts'
import { type FieldDefinition, fieldTypes } from '../../contracts/field-definition.ts'
import { showFieldValue } from '../../contracts/fields.ts'
import { type Card, card, context, heading, type Input } from '../card.ts'
import type { NameOf } from '../names.ts'

const text = (name: string, label: string, value?: string, placeholder?: string): Input => ({
  ...{ type: 'text', name, label },
  ...(value && { value }),
  ...(placeholder && { placeholder }),
})

const audience = (value: string): Input => ({
  ...{ type: 'choice', name: 'audience', label: 'Who sees it', value },
  choices: [
    { label: 'Our people', value: 'internal' },
    { label: 'The other side too', value: 'shared' },
  ],
})

const types = fieldTypes.map((type) => ({ label: type, value: type }))

export const newFieldForm = (): Card =>
  card(
    'A new field: fill in the form, or type field add "Data residency" choices:"eu,us"',
    heading('A new field'),
    {
      type: 'form',
      inputs: [
        { ...text('label', 'What it is called', undefined, 'Data residency'), required: true },
        { type: 'choice', name: 'type', label: 'What it holds', choices: types, value: 'text', required: true },
        text('choices', 'Choices', undefined, 'eu, us'),
        text('unit', 'What a number counts', undefined, 'seats'),
        text('for', 'Contract types', undefined, 'dpa, msa; empty: all'),
        text('standard', 'Standard value'),
        text('aliases', 'Short names', undefined, 'residency'),
        audience('internal'),
      ],
      submit: { label: 'Add field', command: 'field add', style: 'primary' },
    },
    context('Or in one line: field add "Data residency" choices:"eu,us" for:dpa,msa standard:eu'),
  )

/** Empty leaves an attribute as it is; `none` takes it away. `was` lets a form that was open too long be refused. */
export const fieldForm = (definition: FieldDefinition, nameOf: NameOf): Card => {
  const { key, label, type, choices, unit, least, most, standard, contractTypes, aliases, version } = definition
  const isNumber = type === 'number' || type === 'percent'
  const standardText = standard === undefined ? undefined : showFieldValue(definition, standard, nameOf)
  const inputs: (Input | false)[] = [
    text('label', 'What it is called', label),
    (type === 'choice' || type === 'several') && text('choices', 'Choices', choices?.join(', ')),
    type === 'number' && text('unit', 'What it counts', unit),
    isNumber && text('least', 'Least', least?.toString()),
    isNumber && text('most', 'Most', most?.toString()),
    text('standard', 'Standard value', standardText, 'none takes it away'),
    !isCoreKey(key) && text('for', 'Contract types', contractTypes.join(', ') || 'all'),
    text('aliases', 'Short names', aliases.join(', ')),
    !isCoreKey(key) && audience(definition.audience),
  ]
  return card(
    `Change ${label}: fill in the form, or type field set ${key} standard:...`,
    heading(`Change ${label}`),
    {
      type: 'form',
      inputs: inputs.filter(
        (input) => input !== false && !(isCoreKey(key) && ['choices', 'unit', 'least', 'most'].includes(input.name)),
      ) as Input[],
      submit: { label: 'Change field', command: `field set ${key} was:${version}`, style: 'primary' },
    },
    context('What is left empty stays; none takes it away.'),
  )
}

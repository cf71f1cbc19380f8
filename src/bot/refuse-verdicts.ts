// Verdicts that can't be recorded: two values of one field, a field that is put away or of other types, a value that is not allowed, and one that
// would replace another than was seen.
import { type Contract, field } from '../contracts/contract.ts'
import { isAllowed } from '../contracts/definition-rules.ts'
import type { FieldDefinition } from '../contracts/field-definition.ts'
import { definitionOf, isFieldOf, showChoice, showFieldValue } from '../contracts/fields.ts'
import { isWaiting, type Verdict } from '../contracts/proposal.ts'
import { Refusal } from '../contracts/refusal.ts'
import { allowedWords } from './field-values.ts'

type Asked = {
  definitions: readonly FieldDefinition[] /** The contract's last entry that the asker saw, where that is known. */
  was?: number | undefined
}

/** @throws Refusal; then nothing of them is recorded. What waits no more is nobody's matter here: it is counted as late. */
export const refuseVerdicts = (contract: Contract, verdicts: readonly Verdict[], { definitions, was }: Asked): void => {
  const waiting = verdicts.filter(({ proposal }) => isWaiting(contract, proposal.id))
  for (const verdict of waiting) {
    const definition = definitionOf(definitions, verdict.proposal.field)
    refuseTwo(contract, definition, waiting)
    refuseUnfit(contract, definition, verdict)
    refuseReplaced(contract, definition, was)
  }
}

const refuseTwo = ({ id }: Contract, definition: FieldDefinition, all: readonly Verdict[]): void => {
  const rivals = all.filter(({ proposal }) => proposal.field === definition.key)
  if (rivals.length < 2) return
  const shown = rivals.map(({ proposal, value }) => ({
    label: `${showFieldValue(definition, value ?? proposal.value, String)} (${proposal.evidence.name})`,
    command: `review next ${id} at:${proposal.id}`,
  }))
  throw new Refusal(
    'ambiguous',
    `${id} can have one ${definition.label}, and ${rivals.length} wait: ${shown.map(({ label }) => label).join(', ')}.`,
    {
      next: 'Nothing was recorded. Confirm one of them, or turn the others down.',
      choices: shown,
    },
  )
}

const refuseUnfit = (contract: Contract, definition: FieldDefinition, { proposal, value = proposal.value }: Verdict): void => {
  const { label, retired } = definition
  const type = field(contract, 'type')
  const why = retired
    ? `The field ${label} is retired: nothing new is set.`
    : !isFieldOf(definition, type)
      ? `${contract.id} is of type ${showChoice(type ?? '')} now, which has no field ${label}.`
      : !isAllowed(definition, value)
        ? `${label} can't be ${showFieldValue(definition, value, String)}; it is: ${allowedWords(definition)}.`
        : undefined
  if (why === undefined) return
  const dismiss = `review dismiss ${contract.id} ${proposal.id}`
  throw new Refusal('invalid', why, {
    next: `Nothing was recorded. Turn it down: ${dismiss}`,
    choices: [{ label: 'Turn it down', command: dismiss }],
  })
}

const refuseReplaced = (contract: Contract, { key, label, ...definition }: FieldDefinition, was: number | undefined): void => {
  const held = contract.fields[key]
  if (was === undefined || held === undefined || held.seq <= was) return
  const now = showFieldValue({ key, label, ...definition }, held.value, String)
  throw new Refusal('conflict', `${label} of ${contract.id} was set to ${now} meanwhile.`, {
    next: 'Nothing was recorded. Look at what waits and decide again.',
    choices: [{ label: 'What waits', command: `review ${contract.id}` }],
  })
}

// What of a contract waits for somebody: values and obligations that were read, what is owed next, limits that are near.
import { showDay } from '../../contracts/calendar-date.ts'
import type { Contract } from '../../contracts/contract.ts'
import { isOpen, nextDue } from '../../contracts/obligation.ts'
import { measuredUsage } from '../../contracts/usage.ts'
import { type Button, type CardElement, context } from '../card.ts'
import { counted } from '../counted.ts'
import { type FieldWords, fieldLabel } from '../field-words.ts'

export const pendingLines = (contract: Contract, words: Pick<FieldWords, 'definitions'>): CardElement[] => {
  const open = contract.obligations.filter(isOpen)
  const [due] = open.flatMap((one) => nextDue(one) ?? []).toSorted()
  const near = measuredUsage(contract).filter(({ nearness }) => nearness !== 'below')
  const read = [
    contract.proposals.length > 0 && counted(contract.proposals.length, 'value'),
    contract.waitingObligations.length > 0 && counted(contract.waitingObligations.length, 'obligation'),
  ].filter(Boolean)
  const lines = [
    read.length > 0 && `Read from documents and not confirmed yet: ${read.join(', ')}.`,
    open.length > 0 && `${counted(open.length, 'obligation')} open${due ? `, the next by ${showDay(due)}` : ''}.`,
    ...near.map(({ field, usage, limit, nearness }) => {
      const used = `${usage.value.toLocaleString('en')} of ${limit.most.toLocaleString('en')}`
      return `${fieldLabel(words, field)}: ${used} used, ${nearness === 'over' ? 'above' : 'near'} the limit.`
    }),
  ]
  return lines.filter((line) => line !== false).map(context)
}

export const pendingButtons = (contract: Contract): Button[] => [
  ...(contract.proposals.length > 0 ? [{ label: 'Review', command: `review ${contract.id}` }] : []),
  ...(contract.obligations.length + contract.waitingObligations.length > 0
    ? [{ label: 'Obligations', command: `obligation list ${contract.id}` }]
    : []),
]

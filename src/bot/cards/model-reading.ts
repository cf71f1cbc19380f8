// What became of a model's reading, in few words: how many more values wait, or that it did not read a document.
import { type Contract, titleOf } from '../../contracts/contract.ts'
import { buttons, type Card, type CardElement, card, context, text } from '../card.ts'
import { counted } from '../counted.ts'
import type { ModelPart } from '../schedule-model-reading.ts'

/** `partly`: how many characters of a long text it was given. */
type Read = { name: string; model: string; count: number; partly: number | undefined }

export const modelReadCard = (contract: Contract, { name, model, count, partly }: Read): Card => {
  const line = `${counted(count, 'more value')} of ${contract.id} ${titleOf(contract)} ${count === 1 ? 'waits' : 'wait'} to be confirmed: ${model} read ${name} too.`
  return card(
    line,
    text(line),
    partly !== undefined && context(`It was given the first ${partly.toLocaleString('en')} characters; the rules read all of it.`),
    buttons({ label: 'Review', command: `review ${contract.id}` }),
  )
}

export const modelAwayCard = (contract: Contract, { name, model, reason }: { name: string; model: string; reason: string }): Card => {
  const line = `The model ${model} did not read ${name} of ${contract.id}: ${reason}. What the rules found stands.`
  return card(line, text(line), context('To have it asked again, upload the file again.'))
}

/** Under what the rules read of an upload. */
export const modelPartLine = (contract: Contract, { name, state }: ModelPart): string =>
  state === 'waiting'
    ? `${name} reads it too. What more it finds waits in review ${contract.id}, and you are told.`
    : `${contract.id} is restricted: ${name} is not shown it.`

export const modelPartElements = (contract: Contract, parts: readonly (ModelPart | undefined)[]): CardElement[] =>
  [...new Set(parts.flatMap((part) => (part ? [modelPartLine(contract, part)] : [])))].map(context)

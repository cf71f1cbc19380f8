// The keys of a card in a session: a number presses a button, or fills in a form that asks for one thing.
import type { Button, Card, CardElement, Input } from '../card.ts'
import { oneLine } from '../display-text.ts'
import { wrapText } from '../wrap-text.ts'

/** `input`: what is written behind the number, where a form asks for it. */
export type Key = Button & { input?: Input }

/** In reading order, as they are numbered where they stand. */
export const keysOf = ({ elements }: Pick<Card, 'elements'>): Key[] => elements.flatMap(keysIn)

const keysIn = (element: CardElement): Key[] => {
  if (element.type === 'group') return element.elements.flatMap(keysIn)
  if (element.type === 'buttons') return element.buttons
  return element.type === 'form' ? formKeys(element.inputs, element.submit) : []
}

/** A form of several inputs is written out as a command. */
export const formKeys = (inputs: readonly Input[], submit: Button): Key[] => {
  const [input, second] = inputs
  return input && !second ? [{ ...submit, input }] : []
}

/** `[1] Confirm · [2] Change · [3] Skip`, numbered from `first` on. */
export const keyLines = (keys: readonly Key[], first: number, width: number): string[] =>
  wrapText(
    keys.map((key, index) => `[${first + index}]\u00a0${wordsOf(key, first + index).replaceAll(' ', '\u00a0')}`).join(' · '),
    width,
  ).map((line) => line.replaceAll('\u00a0', ' '))

const wordsOf = ({ label, input }: Key, number: number): string =>
  input ? `${oneLine(label)}: type ${number} and the value behind it` : oneLine(label)

// The card of a "no": what cannot be done, the next move, and what to press instead of typing.
import type { Refusal } from '../../contracts/refusal.ts'
import { buttons, type Card, card, context, text } from '../card.ts'

export const refusalCard = ({ message, next, choices }: Refusal): Card =>
  card(
    next ? `${message} ${next}` : message,
    text(message, 'warning'),
    next !== undefined && context(next),
    choices.length > 0 && buttons(...choices.map(({ label, command }) => ({ label, command }))),
  )

/** The one answer for people of the other side where nothing may be told: no reason, no next move, no difference. */
export const unavailableCard = (): Card => card('This is not available to you.', text('This is not available to you.'))

export const storageAwayCard = (): Card => {
  const words = 'Storage is unavailable. Nothing was recorded. Try again.'
  return card(words, text(words, 'bad'))
}

export const failureCard = (id: string): Card => {
  const words = `Something went wrong here, not with what you typed. It is logged as ${id}.`
  return card(words, text(words, 'bad'), context('Try again; if it happens again, tell your administrator the number.'))
}

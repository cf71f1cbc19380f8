// The way from a card to its page in a browser: a personal link, so only on a card that one person sees.
import type { Card, CardElement } from '../card.ts'

/** Above the buttons, which stay the last thing on the card. */
export const withPageLink = (shown: Card, url: string): Card => {
  const link: CardElement = { type: 'link', link: { label: 'Open as a page', url } }
  const at = shown.elements.findLastIndex(({ type }) => type === 'buttons')
  return { ...shown, elements: at < 0 ? [...shown.elements, link] : shown.elements.toSpliced(at, 0, link) }
}

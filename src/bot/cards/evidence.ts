// The words of a document that say so, as a quote under the document's name.
import type { Evidence } from '../../contracts/evidence.ts'
import type { CardElement } from '../card.ts'

export const evidenceQuote = ({ name, page, sentence }: Pick<Evidence, 'name' | 'page' | 'sentence'>): CardElement => ({
  type: 'quote',
  author: name,
  at: page === null ? '' : `page ${page}`,
  text: sentence,
})

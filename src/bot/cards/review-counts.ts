// How many values that were read from documents wait for a person, by the owner of their contracts.
import type { WaitingByOwner } from '../../store/store.ts'
import { buttons, type Card, card, context, text } from '../card.ts'
import { counted } from '../counted.ts'
import type { NameOf } from '../names.ts'

export const reviewCountsCard = (waiting: readonly WaitingByOwner[], nameOf: NameOf, asker: string): Card => {
  const values = waiting.reduce((sum, one) => sum + one.values, 0)
  if (values === 0) {
    return card(
      'Nothing waits for review.',
      text('Nothing waits for review.'),
      context('What is read from a document that is uploaded waits here until somebody confirms it: upload C-142'),
    )
  }
  const own = waiting.find(({ owner }) => owner === asker)
  return card(
    `${counted(values, 'value')} read from documents ${values === 1 ? 'waits' : 'wait'} for review${own ? `, ${own.values.toLocaleString('en')} of them yours` : ''}.`,
    {
      type: 'table',
      caption: `${counted(values, 'value')} read from documents, waiting for somebody to confirm`,
      columns: [{ label: 'Owner' }, { label: 'Contracts', align: 'right' }, { label: 'Values', align: 'right' }],
      rows: waiting.map(({ owner, contracts, values: count }) => ({
        cells: [owner === undefined ? 'nobody' : nameOf(owner), contracts.toLocaleString('en'), count.toLocaleString('en')],
        ...(owner !== undefined && { command: `review next owner:${owner}` }),
      })),
    },
    buttons({ label: own ? 'Go through mine' : 'Go through them', command: 'review next', style: 'primary' }),
  )
}

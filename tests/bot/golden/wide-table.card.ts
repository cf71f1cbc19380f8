// A table of more columns than a telephone shows, with nothing to open, and an empty one.
import { type Card, card, heading } from '../../../src/bot/card.ts'

export const wideTable: Card = card(
  'Service levels that differ from standard',
  heading('Service levels that differ from standard'),
  {
    type: 'table',
    caption: '2 contracts',
    columns: [{ label: 'No.' }, { label: 'Counterparty' }, { label: 'Uptime', align: 'right' }, { label: 'Clause' }, { label: 'Contact' }],
    rows: [
      {
        cells: [
          'C-142',
          'Acme Ltd',
          '99.95 %',
          'The Supplier shall keep the Service available for 99.95 % of each calendar month, planned work apart.',
          'Lee Wong, lee@acme.example',
        ],
      },
      { cells: ['C-7', 'Zürich Werkzeuge AG', '99 %', 'Availability of 99 % within business hours.', ''] },
    ],
  },
  { type: 'table', caption: 'Without a service level', columns: [{ label: 'No.' }], rows: [] },
)

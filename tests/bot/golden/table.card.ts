// Thirty rows that can each be opened, numbers at the right.
import { type Card, card, context, heading } from '../../../src/bot/card.ts'

const customers = ['Acme Ltd', 'Boréal Énergie SA', '東京電力株式会社', 'Zürich Werkzeuge AG', 'Pemberton & Sons <Holdings> plc']

export const table: Card = card(
  '30 contracts expire in the next 90 days',
  heading('30 contracts expire in the next 90 days'),
  context('From 20 Nov 2026 to 18 Feb 2027'),
  {
    type: 'table',
    caption: 'By notice deadline',
    columns: [{ label: 'Contract' }, { label: 'Counterparty' }, { label: 'Notice by' }, { label: 'Value', align: 'right' }],
    rows: Array.from({ length: 30 }, (_, index) => ({
      cells: [
        `C-${100 + index}`,
        customers[index % customers.length] ?? '',
        `${1 + (index % 28)} Dec 2026`,
        `EUR ${((index * 7919) % 500_000).toLocaleString('en')}`,
      ],
      command: `show C-${100 + index}`,
    })),
  },
  { type: 'buttons', buttons: [{ label: 'More', command: 'find expires<90d after:"C-129"' }] },
)

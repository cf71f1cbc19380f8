// `find acme`: two of many, each with the passage that matched, and how to see the next ones.
import { type Card, card, context, heading } from '../../../src/bot/card.ts'

export const find: Card = card(
  '2 of 214 contracts: C-142 Acme Ltd master agreement; C-150 Acme Ltd data processing addendum',
  heading('2 of 214 contracts'),
  context('Name, party, field or text like "acme"; expires from 20 Nov 2026 to 18 Feb 2027'),
  {
    type: 'facts',
    facts: [
      {
        label: 'C-142',
        value: 'Acme Ltd master agreement, Acme Ltd, in force, expires 31 Dec 2026, owner Ana Petrova',
        note: 'Acme-MSA-signed.docx, section 9.2: … liability of either party is limited to the fees paid in the twelve months before the claim …',
      },
      {
        label: 'C-150',
        value: 'Acme Ltd data processing addendum, Acme Ltd, draft, owner Ben Okafor',
        note: '#acme-renewal, 3 Mar 2026: Acme asks for a 24 hour breach notice',
      },
    ],
  },
  {
    type: 'buttons',
    buttons: [
      { label: 'C-142', command: 'show C-142' },
      { label: 'C-150', command: 'show C-150' },
      { label: 'More', command: 'find acme expires<90d after:"C-150"' },
    ],
  },
)

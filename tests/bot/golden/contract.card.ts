// `show C-142`: a contract at a glance.
import { type Card, card, context, heading } from '../../../src/bot/card.ts'

export const contract: Card = card(
  'C-142 Acme Ltd master agreement, with Acme Ltd, in force, expires 31 Dec 2026, owner Ana Petrova',
  heading('C-142 Acme Ltd master agreement'),
  {
    type: 'facts',
    facts: [
      { label: 'Counterparty', value: 'Acme Ltd' },
      { label: 'Parties', value: 'Northwind Tools GmbH; Acme Ltd; Acme Holdings B.V.' },
      { label: 'Status', value: 'In force', note: 'set by Ana Petrova, 4 Jan 2025, signed copy' },
      { label: 'Effective', value: '1 Jan 2025' },
      { label: 'Expires', value: '31 Dec 2026', note: 'set by Ben Okafor, 12 Feb 2026, Amendment 2 p. 3' },
      { label: 'Owner', value: 'Ana Petrova' },
      { label: 'Value', value: 'EUR 120,000.00' },
    ],
  },
  context('3 documents; last Acme-MSA-amendment-2.docx, Ben Okafor, 12 Feb 2026'),
  context('Executed 4 Jan 2025: Acme-MSA-signed.pdf'),
  {
    type: 'facts',
    facts: [
      { label: 'Decision D-9', value: '12-month cap, agreed by the CFO', note: 'Cap on liability, Ana Petrova, 5 Mar 2026' },
      { label: 'Decision D-7', value: 'Breach notice within 48 hours, not 24', note: 'Ben Okafor, 1 Mar 2026' },
    ],
  },
  context('38 messages kept; linked to 1 thread (#acme-renewal)'),
  {
    type: 'buttons',
    buttons: [
      { label: 'Talk', command: 'talk C-142' },
      { label: 'Why', command: 'why C-142' },
      { label: 'File', command: 'file C-142' },
      { label: 'Upload', command: 'upload C-142' },
    ],
  },
)

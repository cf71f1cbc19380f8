// `audit C-142`: who did what, newest first.
import { type Card, card, context, heading } from '../../../src/bot/card.ts'

export const audit: Card = card(
  'Audit of C-142 Acme Ltd master agreement: 412 entries',
  heading('Audit of C-142 Acme Ltd master agreement'),
  context('412 entries, newest first. To see that nobody altered them: verify C-142'),
  {
    type: 'table',
    caption: 'Who did what, and when',
    columns: [{ label: 'Entry', align: 'right' }, { label: 'When' }, { label: 'Who' }, { label: 'What' }],
    rows: [
      { cells: ['411', '5 Mar 2026 16:20', 'Ana Petrova', 'recorded decision D-9'] },
      { cells: ['410', '5 Mar 2026 09:12', 'Ben Okafor', 'set Expires: 31 Dec 2025 → 31 Dec 2026 (Amendment 2 p. 3)'] },
      { cells: ['409', '3 Mar 2026 14:09', 'Lee Wong', 'edited a message'] },
      { cells: ['9', '4 Jan 2025 10:00', 'Ana Petrova', 'uploaded Acme-MSA-signed.pdf, executed 2025-01-04 (sha256 3f9a0c7d…)'] },
    ],
  },
  { type: 'buttons', buttons: [{ label: 'Earlier', command: 'audit C-142 before:9' }] },
)

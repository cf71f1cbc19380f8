// The note that a thread gets when it is linked.
import { type Card, card, context, text } from '../../../src/bot/card.ts'

export const linked: Card = card(
  'Linked to C-142 Acme Ltd master agreement: 38 messages, 2 files kept (oldest 3 Mar 2026). New replies are saved.',
  text('Linked to C-142 Acme Ltd master agreement: 38 messages, 2 files kept (oldest 3 Mar 2026). New replies are saved.', 'good'),
  text('1 file could not be read: pricing.xlsx was deleted before it could be kept.', 'warning'),
  context('By Ana Petrova'),
  {
    type: 'buttons',
    buttons: [
      { label: 'Unlink', command: 'unlink C-142', style: 'danger', confirm: 'Stop saving this thread? What is saved stays.' },
      { label: 'Show', command: 'show C-142' },
    ],
  },
)

// `why C-142 liability`: two decisions, each with the words that it follows from.
import { type Card, card, context, heading, text } from '../../../src/bot/card.ts'

export const why: Card = card(
  'D-9: 12-month cap, agreed by the CFO (Ana Petrova, 5 Mar 2026); D-4: Cap at EUR 50,000 refused (Ben Okafor, 20 Feb 2026)',
  heading('Why: liability in C-142 Acme Ltd master agreement'),
  { type: 'divider' },
  text('12-month cap, agreed by the CFO'),
  context('Decision D-9 on Cap on liability, by Ana Petrova on 5 Mar 2026, cites 2 messages'),
  {
    type: 'quote',
    author: 'Lee Wong (Acme Ltd)',
    at: '3 Mar 2026 14:02',
    text: 'We can live with a 12 month cap.',
    link: { label: 'Open', url: 'https://teams.microsoft.com/l/message/19:acme/1772546520000' },
  },
  { type: 'quote', author: 'Ana Petrova', at: '3 Mar 2026 15:40', text: 'CFO says yes, in writing.', marks: ['deleted 9 Mar 2026'] },
  { type: 'divider' },
  text('Cap at EUR 50,000 refused'),
  context('Decision D-4 on Cap on liability, by Ben Okafor on 20 Feb 2026, cites no message'),
  context('1 cited message is in a private conversation you are not in.'),
  { type: 'buttons', buttons: [{ label: 'All talk', command: 'talk C-142 cap-on-liability' }] },
)

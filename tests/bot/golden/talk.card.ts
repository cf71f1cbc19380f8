// `talk C-142 --history`: stored talk with an edited and a deleted message, lines, a reaction and a link.
import { type Card, card, context, heading } from '../../../src/bot/card.ts'

export const talk: Card = card(
  'Talk of C-142 Acme Ltd master agreement: 3 of 38 messages',
  heading('Talk of C-142 Acme Ltd master agreement'),
  context('3 of 38 messages, oldest first'),
  {
    type: 'quote',
    author: 'Lee Wong (Acme Ltd)',
    at: '3 Mar 2026 14:02',
    text: 'We can live with a 12 month cap.\nTwo conditions:\n1. data breach stays uncapped\n2. the cap counts fees *paid*, not payable',
    marks: ['edited 3 Mar 2026 14:09'],
    link: { label: 'Open', url: 'https://teams.microsoft.com/l/message/19:acme/1772546520000' },
  },
  { type: 'quote', author: 'Ben Okafor', at: '3 Mar 2026 14:15', text: 'Fine with (1). For (2) I need the CFO.', marks: ['👍 Lee Wong'] },
  {
    type: 'quote',
    author: 'Ana Petrova',
    at: '3 Mar 2026 15:40',
    text: 'CFO says yes, in writing: see her mail of today.',
    marks: ['deleted 9 Mar 2026 08:00'],
  },
  { type: 'buttons', buttons: [{ label: 'Later messages', command: 'talk C-142 after:"41"' }] },
)

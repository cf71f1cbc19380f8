// `verify C-142` where an entry was altered: the result in words as well as in colour.
import { type Card, card, context, heading, text } from '../../../src/bot/card.ts'

export const verified: Card = card(
  'C-142: 412 entries, 1 problem: entry 377 does not match its hash',
  heading('C-142 Acme Ltd master agreement'),
  text('377 of 412 entries are intact.', 'good'),
  text('Entry 377 does not match its hash: it was altered after it was recorded.', 'bad'),
  context('Head 5c1de0f2a9 signed 18 Nov 2026 02:00'),
)

// Several contracts fit: a pick list, never a guess.
import { type Card, card, context, text } from '../../../src/bot/card.ts'

const titles = [
  'Acme Ltd master agreement',
  'Acme Ltd data processing addendum',
  'Acme Ltd statement of work 1: warehouse scanners for Rotterdam, Antwerp and Le Havre, first and second phase',
  'Acme Ltd statement of work 2',
  'Acme Holdings B.V. guarantee',
  'Acme Ltd amendment 1',
  'Acme Ltd amendment 2',
]

export const pickList: Card = card(
  'Several contracts fit "acme": which one?',
  text('Several contracts fit "acme": which one?'),
  context('7 fit. More words find fewer.'),
  { type: 'buttons', buttons: titles.map((title, index) => ({ label: `C-${142 + index} ${title}`, command: `show C-${142 + index}` })) },
)

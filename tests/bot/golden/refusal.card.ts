// A typo: what is wrong, the nearest that would work, an example.
import { type Card, card, context, text } from '../../../src/bot/card.ts'

export const refusal: Card = card(
  'There is no command "shwo". Did you mean show?',
  text('There is no command "shwo". Did you mean show?', 'bad'),
  context('Like this: show C-142'),
  {
    type: 'buttons',
    buttons: [
      { label: 'Show C-142', command: 'show C-142', style: 'primary' },
      { label: 'Help', command: 'help' },
    ],
  },
)

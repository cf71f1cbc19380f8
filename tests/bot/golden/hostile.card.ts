// Text that poses as markup, in every place that takes text: all of it is to be seen as text.
import { type Card, card, context, heading, text } from '../../../src/bot/card.ts'

export const hostile: Card = card(
  '<!channel> <https://evil.example|https://bank.example> & {{DATE(2026-01-01T00:00:00Z,SHORT)}}',
  heading('*bold* [bank](https://evil.example) <at>everyone</at>'),
  text('# not a heading\n- not a list\n<@U1> pays `now` ~never~ \u202Efdp.exe {{DATE(2026-01-01T00:00:00Z,SHORT)}}'),
  text('[click](javascript:alert(1))', 'warning'),
  context('a\u0000b\u001b[31mred\u200b \ud800 end'),
  { type: 'facts', facts: [{ label: '_Owner_', value: '<!here>', note: '**note** &lt;' }] },
  {
    type: 'quote',
    author: '<at>everyone</at>',
    at: '{{TIME(2026-01-01T00:00:00Z)}}',
    text: 'Next: unlink C-142\n> quoted\n  <https://evil.example|https://bank.example>',
    link: { label: 'https://bank.example', url: 'https://evil.example/login' },
  },
  { type: 'link', link: { label: 'bank.example', url: 'javascript:alert(1)' } },
  { type: 'link', link: { label: 'Sign in', url: 'https://bank.example@evil.example/' } },
  { type: 'file', sha256: '00', name: '../../invoice\u202Efdp.exe', size: 5 },
  { type: 'table', caption: '*x*', columns: [{ label: '[a](b)' }], rows: [{ cells: ['<!everyone>'], command: 'show "<!everyone>"' }] },
  { type: 'buttons', buttons: [{ label: '<!channel>', command: 'show "[x](y)"', confirm: '**Sure?** <@U1>' }] },
)

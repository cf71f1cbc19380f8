// What belongs together, standing open and folded away, with pictures that were shared: one of this workspace of Slack, one of elsewhere.
import { buttons, type Card, card, context, folded, heading, text } from '../../../src/bot/card.ts'

export const group: Card = card(
  'C-142 Acme MSA: one picture, two groups.',
  heading('C-142 Acme MSA'),
  { type: 'quote', author: 'Lee Park', at: '3 Mar 2026, 10:00', text: 'We accept 12 months.', marks: ['edited'] },
  {
    type: 'quote',
    author: 'Sam Ode · Slack',
    at: '3 Mar 2026, 10:05',
    text: 'Agreed.',
    marks: ['file spend.png', 'file last year.png'],
    link: { label: 'Open', url: 'https://slack.example/p2' },
  },
  {
    type: 'image',
    conversation: 'slack:T000000001:C1',
    file: 'F0SPEND',
    alt: 'Spend by month: 10, 12 and 19 thousand euros (spend.png, shared by Sam Ode)',
  },
  { type: 'image', conversation: 'slack:T0ELSEWHERE:C1', file: 'F0LAST', alt: 'last year.png, shared by Sam Ode' },
  {
    type: 'group',
    title: 'What it says of data',
    elements: [
      { type: 'facts', facts: [{ label: 'Breach notice', value: '24 hours', note: 'dpa.docx, page 4' }] },
      { type: 'divider' },
      context('Read on 3 Mar 2026.'),
    ],
  },
  folded(
    '2 more values *of* <!channel>',
    {
      type: 'table',
      caption: 'Each opens with its sentence',
      columns: [{ label: 'Field' }, { label: 'Value' }],
      rows: [
        { cells: ['Seats', '480'], command: 'review next C-142 at:1' },
        { cells: ['Price', 'EUR 5'], command: 'review next C-142 at:2' },
      ],
    },
    text('Both wait for you.', 'warning'),
    { type: 'quote', author: 'msa.docx', at: 'page 2', text: 'For 480 seats.' },
    buttons({ label: 'Confirm both', command: 'review confirm C-142 all' }),
  ),
  { type: 'group', title: 'Nothing', elements: [], folded: true },
  buttons({ label: 'Show', command: 'show C-142' }),
)

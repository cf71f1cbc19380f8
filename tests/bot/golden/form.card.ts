// The form of `say something as`, and one with a date and a contract to look up.
import { type Card, card, heading } from '../../../src/bot/card.ts'

export const form: Card = card(
  'Say something in #acme-renewal as one of the sample people',
  heading('Say something in #acme-renewal'),
  {
    type: 'form',
    inputs: [
      {
        type: 'choice',
        name: 'as',
        label: 'Who speaks',
        choices: [
          { label: 'Ana Petrova', value: 'ana' },
          { label: 'Lee Wong (Acme Ltd)', value: 'lee' },
        ],
        value: 'lee',
        required: true,
      },
      { type: 'text', name: 'text', label: 'What they say', placeholder: 'We can live with a 12 month cap.', multiline: true, required: true },
      { type: 'date', name: 'on', label: 'On', value: '2026-03-03' },
      { type: 'contract', name: 'contract', label: 'Contract', value: 'C-142' },
    ],
    submit: { label: 'Say it', command: 'say', style: 'primary' },
  },
  { type: 'buttons', buttons: [{ label: 'Leave it', command: 'show C-142' }] },
)

// Cards of the playground: who you are, and the form that lets somebody else say something in the thread.
import { type Button, buttons, type Card, type CardElement, card, context, heading, text } from '../card.ts'
import type { PlaygroundPerson } from './people.ts'

export const whoCard = (people: readonly PlaygroundPerson[], now: PlaygroundPerson): Card =>
  card(
    `You are ${now.name}.`,
    heading(`You are ${now.name}`),
    context('Only in the playground: choose who you are on this page.'),
    buttons(...people.filter((person) => person !== now).map(({ name, email }): Button => ({ label: name, command: `as ${email}` }))),
  )

/** "Say something as ...": an ordinary reply of that person, heard as Teams would deliver it. */
export const sayForm = (people: readonly PlaygroundPerson[]): CardElement[] => [
  context('Only in the playground: let somebody reply in this thread.'),
  {
    type: 'form',
    inputs: [
      {
        type: 'choice',
        name: 'who',
        label: 'Say something as',
        choices: people.map(({ name, email }) => ({ label: name, value: email })),
        value: people[1]?.email ?? people[0]?.email ?? '',
      },
      { type: 'text', name: 'text', label: 'What they say', multiline: true },
    ],
    submit: { label: 'Say it', command: 'say' },
  },
]

export const saidCard = (people: readonly PlaygroundPerson[], line: string): Card =>
  card(
    line,
    text(line, 'good'),
    buttons({ label: 'Edit it', command: 'edit' }, { label: 'Delete it', command: 'unsay' }, { label: 'Talk', command: 'talk --history' }),
    sayForm(people),
  )

export const editForm = (said: { text: string }, name: string): Card =>
  card(`Edit what ${name} said last.`, text(`What ${name} said last in this thread:`), {
    type: 'form',
    inputs: [{ type: 'text', name: 'text', label: 'New text', value: said.text, multiline: true }],
    submit: { label: 'Change it', command: 'edit' },
  })

/** A note that offers Unlink stands in a linked thread: there somebody may be made to speak. */
export const withSayForm = (shown: Card, people: readonly PlaygroundPerson[]): Card => {
  const isLinkedNote = shown.elements.some(
    (element) => element.type === 'buttons' && element.buttons.some(({ command }) => /^unlink(?:\s|$)/.test(command)),
  )
  return isLinkedNote ? { ...shown, elements: [...shown.elements, ...sayForm(people)] } : shown
}

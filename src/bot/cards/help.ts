// Help, made from what the commands declare: short, of one noun, of one command, or of everything.
import { type Button, buttons, type Card, card, context, type Fact, heading, text } from '../card.ts'
import type { AnyCommand } from '../command.ts'
import { nounsOf } from '../find-command.ts'
import { shortName, usageOf } from '../usage.ts'

/** What most people come for; shown first. */
const first = ['contract find', 'contract show', 'contract link', 'contract talk', 'contract why', 'contract new']

const visible = (commands: readonly AnyCommand[]) => commands.filter((command) => !command.hidden)

export const shortHelpCard = (commands: readonly AnyCommand[]): Card => {
  const main = first.flatMap((name) => visible(commands).find((command) => command.name === name) ?? [])
  const pressed = [...nounsOf(commands).map(helpButton), { label: 'Everything', command: 'help all' }]
  return card(
    `Throughline keeps contracts with the talk that shaped them. For example: ${main.map(({ examples }) => examples[0]).join('; ')}`,
    heading('Throughline'),
    text('Contracts, with the talk that shaped them. Type one of these, or press a button:'),
    { type: 'facts', facts: main.map(({ examples, summary }): Fact => ({ label: examples[0], value: summary })) },
    buttons(...pressed),
    context('A contract is named by its number or its name; in a linked thread it may be left out.'),
  )
}

const helpButton = (topic: string): Button => ({ label: `Help on ${topic}`, command: `help ${topic}` })

/** The commands of a noun, or all of them, each with how it is typed. */
export const listHelpCard = (title: string, commands: readonly AnyCommand[]): Card => {
  const listed = visible(commands)
  return card(
    `${title}: ${listed.map(shortName).join(', ')}`,
    heading(title),
    {
      type: 'table',
      caption: `${listed.length} command${listed.length === 1 ? '' : 's'}`,
      columns: [{ label: 'Type' }, { label: 'What it does' }],
      rows: listed.map((command) => ({ cells: [usageOf(command), command.summary], command: `help ${shortName(command)}` })),
    },
    context('<needed> [may be left out]. help and a verb says more, with examples.'),
  )
}

export const commandHelpCard = (command: AnyCommand): Card =>
  card(
    `${usageOf(command)}: ${command.summary}`,
    heading(shortName(command)),
    text(command.summary),
    {
      type: 'facts',
      facts: [
        { label: 'Usage', value: usageOf(command) },
        { label: 'Examples', value: command.examples.join('\n') },
      ],
    },
    command.contract === 'required' && !command.named && context('In a linked thread the contract may be left out.'),
  )

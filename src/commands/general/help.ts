// `help`: what can be asked, made from the registry.
import { z } from 'zod'
import { commandHelpCard, listHelpCard, shortHelpCard } from '../../bot/cards/help.ts'
import { type AnyCommand, defineCommand } from '../../bot/command.ts'
import { asWords, findCommand, nounsOf } from '../../bot/find-command.ts'
import { nearest } from '../../bot/nearest.ts'
import { shortName } from '../../bot/usage.ts'
import { Refusal } from '../../contracts/refusal.ts'

export const help = defineCommand({
  name: 'help',
  summary: 'What you can ask, and how it is typed.',
  examples: ['help', 'help show', 'help contract', 'help all'],
  requires: 'anyone',
  contract: 'none',
  outsiders: true,
  positional: ['about'],
  args: z.object({ about: z.string().default('') }),
  async run({ args, app, outsiderView }) {
    const commands = outsiderView ? app.commands.filter((command) => command.outsiders) : app.commands
    const about = args.about.trim().toLowerCase().replace(/^\//, '')
    if (about === '') return shortHelpCard(commands)
    if (about === 'all') return listHelpCard('Everything you can ask', commands)
    if (nounsOf(commands).includes(about))
      return listHelpCard(
        about,
        commands.filter(({ name }) => name.startsWith(`${about} `)),
      )
    const named = findCommand(commands, { words: asWords(about), pairs: [], flags: [] })
    if (named) return commandHelpCard(named.command)
    throw unknownTopic(about, commands)
  },
})

const unknownTopic = (about: string, commands: readonly AnyCommand[]): Refusal => {
  const topics = [...nounsOf(commands), ...commands.filter((command) => !command.hidden).map(shortName)]
  const near = nearest(about, topics, 3)
  return new Refusal('invalid', `There is no help on "${about.slice(0, 60)}".`, {
    next: near.length > 0 ? `Did you mean ${near.join(', or ')}?` : 'See everything: help all',
    choices: (near.length > 0 ? near : ['all']).map((topic) => ({ label: `help ${topic}`, command: `help ${topic}` })),
  })
}

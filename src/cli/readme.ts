// The tables of the README that are written from the program: its commands and its configuration.

import type { AnyCommand } from '../bot/command.ts'
import { scopes } from '../bot/slack/scopes.ts'
import { shortName } from '../bot/usage.ts'
import { variables } from '../config.ts'

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

const commandTable = (commands: readonly AnyCommand[]): string => {
  const shown = commands.filter((command) => !command.hidden)
  return table(
    ['Command', 'What it does', 'Example'],
    shown.map((command) => [`\`${shortName(command)}\``, command.summary, `\`${command.examples[0]}\``]),
  )
}

const configurationTable = (): string =>
  table(
    ['Variable', 'What it is', 'Where to get it'],
    Object.entries(variables).map(([name, { about, from }]) => [`\`${name}\``, about, from]),
  )

const scopeTable = (): string =>
  table(
    ['Scope', 'Why'],
    scopes.map(({ scope, why, optional }) => [`\`${scope}\``, optional ? `${why} Optional.` : why]),
  )

/** The README with its written parts made afresh; everything else stays as it is. */
export const writtenReadme = (readme: string, commands: readonly AnyCommand[]): string =>
  [
    ['commands', commandTable(commands)],
    ['configuration', configurationTable()],
    ['scopes', scopeTable()],
  ].reduce((text, [name, part]) => {
    const pattern = new RegExp(`(<!-- ${name}: [^>]*-->)[\\s\\S]*?(<!-- end of ${name} -->)`)
    return text.replace(pattern, (_whole, begin: string, end: string) => `${begin}\n\n${part}\n\n${end}`)
  }, readme)

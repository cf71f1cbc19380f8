// The manifest of the Teams app, written from the registry: what people see in menus, which rights the app asks for, and why.
// Published rules: https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnyCommand } from '../command.ts'
import { shortName } from '../usage.ts'
import { linkShortcut } from './shortcut.ts'

export type ManifestOptions = {
  /** The app's id in Entra; the placeholder until there is one. */
  appId?: string | undefined
  /** Where people and Teams reach the bot. */
  publicUrl?: string | undefined
}

const placeholders = { appId: '00000000-0000-0000-0000-000000000000', publicUrl: 'https://contracts.example' }

/** As many as one list may hold. */
const longestList = 12

export const teamsManifest = (commands: readonly AnyCommand[], options: ManifestOptions = {}): object => {
  const appId = options.appId ?? placeholders.appId
  const address = new URL(options.publicUrl ?? placeholders.publicUrl)
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json',
    manifestVersion: '1.29',
    version: '0.1.0',
    id: appId,
    developer: { name: 'Throughline', websiteUrl: address.href, privacyUrl: address.href, termsOfUseUrl: address.href },
    name: { short: 'Throughline', full: 'Throughline: contracts and the talk that shaped them' },
    description: { short: 'Ties chat threads to contracts and answers questions about them.', full: fullDescription },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#1E4E8C',
    defaultInstallScope: 'team',
    bots: [botOf(appId, commands)],
    composeExtensions: [{ botId: appId, commands: [linkShortcut] }],
    validDomains: [address.hostname],
    webApplicationInfo: { id: appId, resource: `api://${address.hostname}/${appId}` },
    authorization: { permissions: { resourceSpecific: rights.map((name) => ({ name, type: 'Application' })) } },
  }
}

/** To hear replies of linked threads and to read what was said before; nothing tenant-wide, and nothing that writes. */
const rights = ['ChannelMessage.Read.Group', 'ChatMessage.Read.Chat']

const fullDescription = [
  'Throughline answers questions about your contracts, and keeps with each contract the chat threads in which it was negotiated.',
  'Use of data: Teams sends the app the messages of the teams and chats to which it is added. It stores the messages, edits, deletions, reactions',
  'and files of those threads that somebody links to a contract, from then on and as far back as Teams gives them; every other message is dropped',
  'unread. What is stored stays in the database of your own company and is shown only to people who may read the contract and the conversation.',
  'A thread is unlinked with one command; the app is removed from a team or chat like any other.',
].join(' ')

const botOf = (botId: string, commands: readonly AnyCommand[]) => {
  const shown = shownCommands(commands).map((command) => ({ title: shortName(command), description: command.summary }))
  return {
    botId,
    scopes: ['personal', 'team', 'groupChat'],
    supportsFiles: true,
    isNotificationOnly: false,
    supportsTargetedMessages: true,
    commandLists: [
      { scopes: ['team', 'groupChat'], triggers: ['mention', 'slash'], commands: shown },
      { scopes: ['personal'], triggers: ['mention'], commands: shown },
    ],
  }
}

/** A menu holds twelve: help, one command of every noun, and then as many as fit, in the order of the registry. */
export const shownCommands = (commands: readonly AnyCommand[]): AnyCommand[] => {
  const open = commands.filter((command) => !command.hidden)
  const nouns = new Map(open.toReversed().map((command) => [nounOf(command), command]))
  const chosen = new Set(open.filter((command) => command.name === 'help' || nouns.get(nounOf(command)) === command))
  for (const command of open) if (chosen.size < longestList) chosen.add(command)
  return open.filter((command) => chosen.has(command)).slice(0, longestList)
}

const nounOf = ({ name }: AnyCommand): string => (name.includes(' ') ? name.slice(0, name.indexOf(' ')) : '')

/** Writes manifest.json beside the icons that lie there. */
export const writeTeamsManifest = async (
  directory: string,
  commands: readonly AnyCommand[],
  options: ManifestOptions = {},
): Promise<string> => {
  await mkdir(directory, { recursive: true })
  const file = join(directory, 'manifest.json')
  await writeFile(file, `${JSON.stringify(teamsManifest(commands, options), null, 2)}\n`)
  return file
}

// The manifest of the Slack app, written from the registry: commands, shortcuts, events and rights; by sockets, or by HTTP at an address.
// https://docs.slack.dev/reference/app-manifest
import { stringify } from 'yaml'
import type { AnyCommand } from '../command.ts'
import { nounsOf } from '../find-command.ts'
import { shortName } from '../usage.ts'
import { type Manifest, needed, optional } from './scopes.ts'
import { shortcuts } from './shortcuts.ts'

export type ManifestOptions = {
  /** Where Slack reaches the bot by HTTP; undefined: by Socket Mode. */
  eventsUrl?: string | undefined
  /** The host whose links are shown. */
  host?: string | undefined
}

const events: NonNullable<NonNullable<NonNullable<Manifest['settings']>['event_subscriptions']>['bot_events']> = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_archive',
  'channel_deleted',
  'channel_id_changed',
  'channel_left',
  'channel_rename',
  'channel_shared',
  'channel_unarchive',
  'channel_unshared',
  'entity_details_requested',
  'group_archive',
  'group_deleted',
  'group_left',
  'group_rename',
  'group_unarchive',
  'link_shared',
  'member_joined_channel',
  'member_left_channel',
  'message.channels',
  'message.groups',
  'message.im',
  'message.mpim',
  'reaction_added',
  'reaction_removed',
  'tokens_revoked',
  'user_change',
]

const longDescription = [
  'Throughline answers questions about your contracts, and keeps with each contract the threads in which it was negotiated. Only threads that',
  'somebody links are kept: their messages, edits, deletions, reactions and files. Everything else is dropped unread. What is kept stays in the',
  'database of your own company, and is shown only to people who may read the contract and the conversation. A thread is unlinked with one command.',
].join(' ')

export const slackManifest = (
  commands: readonly AnyCommand[],
  { eventsUrl, host = 'contracts.example' }: ManifestOptions = {},
): Manifest => {
  const url = eventsUrl === undefined ? {} : { request_url: eventsUrl }
  return {
    display_information: {
      name: 'Throughline',
      description: 'Ties chat threads to contracts and answers questions about them.',
      long_description: longDescription,
      background_color: '#1E4E8C',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Throughline', always_online: true },
      shortcuts: shortcuts.map(({ name, type, callback_id, description }) => ({ name, type, callback_id, description })),
      slash_commands: nounsOf(commands).map((noun) => slashCommand(noun, commands, eventsUrl)),
      unfurl_domains: [host],
    },
    oauth_config: { scopes: { bot: [...needed, ...optional], bot_optional: optional } },
    settings: {
      event_subscriptions: { ...url, bot_events: events },
      interactivity: { is_enabled: true, ...url, ...(eventsUrl !== undefined && { message_menu_options_url: eventsUrl }) },
      org_deploy_enabled: false,
      socket_mode_enabled: eventsUrl === undefined,
      token_rotation_enabled: false,
    },
  }
}

const slashCommand = (noun: string, commands: readonly AnyCommand[], eventsUrl: string | undefined) => {
  const verbs = commands.filter((command) => !command.hidden && (noun === 'contract' || command.name.startsWith(`${noun} `)))
  const names = verbs.map((command) => (noun === 'contract' ? shortName(command) : command.name.slice(noun.length + 1)))
  return {
    command: `/${noun}`,
    description:
      noun === 'contract' ? 'Ask about contracts, or anything: find, show, why, talk ...' : `Ask about ${noun}: ${names.join(', ')}`,
    usage_hint: noun === 'contract' ? 'find acme · show C-142 · why C-142 liability · help' : `${names.join(' · ')} · help`,
    // Mentions arrive with their ids, so that a person is meant and not a name.
    should_escape: true,
    ...(eventsUrl !== undefined && { url: eventsUrl }),
  }
}

/** The file as it is pasted at api.slack.com/apps, Create New App, From a manifest. */
export const slackManifestText = (commands: readonly AnyCommand[], options: ManifestOptions = {}): string =>
  `# Written by "npx throughline manifest". Paste it at https://api.slack.com/apps: Create New App, From a manifest.\n${stringify(slackManifest(commands, options), { lineWidth: 0 })}`

// The rights that the Slack app asks for, each with the reason that the README gives; nothing else is asked for.
import type { webApi } from '@slack/bolt'

export type Manifest = webApi.AppsManifestCreateArguments['manifest']
type Scope = NonNullable<NonNullable<NonNullable<Manifest['oauth_config']>['scopes']>['bot']>[number]

export type WantedScope = { scope: Scope; why: string; optional?: true }

export const scopes: readonly WantedScope[] = [
  { scope: 'commands', why: 'Slash commands and shortcuts.' },
  { scope: 'app_mentions:read', why: 'Hear @Throughline, which is how one asks in a thread.' },
  { scope: 'chat:write', why: 'Answer, and post the note that a thread is linked.' },
  { scope: 'im:write', why: 'Write to a person alone.' },
  { scope: 'im:history', why: 'Hear what a person writes to the bot alone.' },
  { scope: 'channels:read', why: "A public channel's name and members: who was there when something was said." },
  { scope: 'channels:history', why: 'Replies in linked threads of public channels, and those before the link.' },
  { scope: 'files:read', why: 'Keep the files of linked threads, not links to them.' },
  { scope: 'reactions:read', why: 'Reactions in linked threads.' },
  { scope: 'users:read', why: 'Names, and who is a guest or from another company.' },
  { scope: 'users:read.email', why: 'Know a colleague by the same e-mail as elsewhere.' },
  { scope: 'links:read', why: "See the bot's own links in messages." },
  { scope: 'links:write', why: 'Show what is behind them, no more than the channel may see.' },
  { scope: 'groups:read', why: "A private channel's name and members.", optional: true },
  { scope: 'groups:history', why: 'Link threads of private channels that the bot is invited to.', optional: true },
  { scope: 'mpim:read', why: 'Who is in a group direct message.', optional: true },
  { scope: 'mpim:history', why: 'Link group direct messages that the bot is in.', optional: true },
]

export const needed = scopes.filter(({ optional }) => !optional).map(({ scope }) => scope)
export const optional = scopes.filter((wanted) => wanted.optional).map(({ scope }) => scope)

/** Scopes that are wanted and were not granted; what is optional is told apart. */
export const missingScopes = (granted: readonly string[]): { needed: string[]; optional: string[] } => ({
  needed: needed.filter((scope) => !granted.includes(scope)),
  optional: optional.filter((scope) => !granted.includes(scope)),
})

// Opening Slack, where it is configured: by its sockets, or at /slack/events.
import type { AnyCommand } from './bot/command.ts'
import type { Dispatch } from './bot/dispatch.ts'
import { createSlack, type SlackApp } from './bot/slack/slack.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'
import type { Store } from './store/store.ts'

export type OpenSlackOptions = {
  config: Config
  store: Store
  dispatch: Dispatch
  commands: readonly AnyCommand[]
  log: Log
  clock: () => Date
}

export const openSlack = ({ config, ...parts }: OpenSlackOptions): SlackApp | undefined => {
  const { slack, publicUrl, zone } = config
  if (!slack) return undefined
  const { botToken, appToken, signingSecret, teams, apiUrl } = slack
  return createSlack({ ...parts, publicUrl, zone, credentials: { botToken, appToken, signingSecret }, teams, apiUrl })
}

/** Where Slack reaches the bot, a line for the terminal. */
export const slackAddress = ({ slack, publicUrl }: Config): string =>
  slack?.appToken === undefined ? `Slack reaches it at ${publicUrl}/slack/events.` : 'Slack reaches it by Socket Mode.'

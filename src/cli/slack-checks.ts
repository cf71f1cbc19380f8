// What the doctor asks of Slack: the tokens, the workspace, the rights that were granted against those that are wanted, and the way in.
import type { Inspection } from '../bot/slack/inspect.ts'
import type { Config } from '../config.ts'
import { type Check, failure, ok, warning } from './check.ts'

const apps = 'https://api.slack.com/apps'

export const slackChecks = async (config: Config, inspect: (() => Promise<Inspection>) | undefined): Promise<Check[]> => {
  const { slack } = config
  if (!slack || !inspect) return [ok('Slack', 'not configured')]
  const { refused, team, missing, noSocket } = await inspect()
  if (refused === 'unanswered') {
    return [
      failure(
        'Slack',
        `${new URL(slack.apiUrl).host} can't be reached`,
        'Let this machine connect to slack.com by https, and to wss-primary.slack.com.',
      ),
    ]
  }
  if (refused !== undefined) {
    const remedy = `${apps}, your app, OAuth & Permissions: install it to the workspace and set SLACK_BOT_TOKEN to its Bot User OAuth Token.`
    return [failure('Slack bot token', `Slack answers ${refused}`, remedy)]
  }
  return [
    ok('Slack bot token', `works in ${team?.name}`),
    slack.teams.includes(team?.id ?? '')
      ? ok('Slack workspaces', slack.teams.join(', '))
      : failure('Slack workspaces', `the bot lives in ${team?.id}, which is not among them`, `Set SLACK_TEAM_IDS=${team?.id}`),
    scopeCheck(missing),
    wayIn(config, slack.appToken !== undefined, noSocket),
  ]
}

const scopeCheck = (missing: Inspection['missing']): Check => {
  const page = `${apps}, your app, OAuth & Permissions, Scopes: add them (or paste manifest.yml under App Manifest), then install the app again.`
  if (!missing) return warning('Slack scopes', 'Slack does not say which were granted', page)
  if (missing.needed.length > 0) return failure('Slack scopes', `missing: ${missing.needed.join(', ')}`, page)
  if (missing.optional.length > 0)
    return ok('Slack scopes', `all that are needed; without ${missing.optional.join(', ')}, which private conversations need`)
  return ok('Slack scopes', 'all that the manifest asks for')
}

const wayIn = ({ publicUrl }: Config, bySockets: boolean, noSocket: string | undefined): Check => {
  if (bySockets) {
    const remedy = `${apps}, your app, Basic Information, App-Level Tokens: one with connections:write, as SLACK_APP_TOKEN; and Socket Mode switched on.`
    return noSocket === undefined
      ? ok('Slack sockets', 'Slack gives an address for them')
      : failure('Slack sockets', `Slack answers ${noSocket}`, remedy)
  }
  return publicUrl.startsWith('https://')
    ? ok('Slack address', `${publicUrl}/slack/events`)
    : failure(
        'Slack address',
        `${publicUrl} can't be reached by Slack`,
        'Set PUBLIC_URL to the https address of your proxy or tunnel, or SLACK_APP_TOKEN for Socket Mode.',
      )
}

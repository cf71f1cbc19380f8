// What the doctor says of Slack, for everything that Slack may say of the app.
import { describe, expect, it } from 'vitest'
import type { Inspection } from '../../src/bot/slack/inspect.ts'
import { showCheck } from '../../src/cli/doctor.ts'
import { slackChecks } from '../../src/cli/slack-checks.ts'
import { readConfig } from '../../src/config.ts'

const environment = { SLACK_BOT_TOKEN: 'xoxb-a', SLACK_APP_TOKEN: 'xapp-a', SLACK_TEAM_IDS: 'T0ACME111' }
const byHttp = {
  SLACK_BOT_TOKEN: 'xoxb-a',
  SLACK_SIGNING_SECRET: 'a-secret-of-slack',
  SLACK_TEAM_IDS: 'T0ACME111',
  PUBLIC_URL: 'https://bot.example',
}
const team = { id: 'T0ACME111', name: 'Acme' }
const none = { needed: [], optional: [] }

const linesOf = async (given: Record<string, string>, inspection: Inspection) =>
  (await slackChecks(readConfig(given), async () => inspection)).map(showCheck)

describe('slackChecks', () => {
  it('says that all is well', async () => {
    expect(await linesOf(environment, { team, missing: none })).toEqual([
      'ok       Slack bot token: works in Acme',
      'ok       Slack workspaces: T0ACME111',
      'ok       Slack scopes: all that the manifest asks for',
      'ok       Slack sockets: Slack gives an address for them',
    ])
    expect((await linesOf(byHttp, { team, missing: none })).at(-1)).toBe('ok       Slack address: https://bot.example/slack/events')
  })

  it.each([
    ['a token that does not work', environment, { refused: 'invalid_auth' }, 'failure', /invalid_auth[\s\S]*OAuth & Permissions/],
    ['a network without Slack', environment, { refused: 'unanswered' }, 'failure', /slack\.com can't be reached/],
    ['another workspace', environment, { team: { id: 'T0OTHER11', name: 'Other' }, missing: none }, 'failure', /SLACK_TEAM_IDS=T0OTHER11/],
    [
      'a missing scope',
      environment,
      { team, missing: { needed: ['chat:write'], optional: [] } },
      'failure',
      /missing: chat:write[\s\S]*api\.slack\.com\/apps/,
    ],
    ['scopes that nobody tells', environment, { team }, 'warning', /does not say/],
    ['no socket', environment, { team, missing: none, noSocket: 'not_allowed_token_type' }, 'failure', /connections:write/],
    [
      'an address that nobody reaches',
      { ...byHttp, PUBLIC_URL: 'http://127.0.0.1:3978' },
      { team, missing: none },
      'failure',
      /PUBLIC_URL/,
    ],
  ] as const)('names the page that mends %s', async (_case, given, inspection, state, words) => {
    const wrong = (await linesOf(given, inspection as Inspection)).filter((line) => !line.startsWith('ok'))
    expect(wrong).toHaveLength(1)
    expect(wrong[0]).toMatch(words)
    expect(wrong[0]?.startsWith(state)).toBe(true)
  })

  it('takes missing optional scopes for a choice', async () => {
    const lines = await linesOf(environment, { team, missing: { needed: [], optional: ['groups:read', 'groups:history'] } })
    expect(lines[2]).toBe(
      'ok       Slack scopes: all that are needed; without groups:read, groups:history, which private conversations need',
    )
  })

  it('asks nothing where Slack is not configured', async () => {
    expect((await slackChecks(readConfig({}), undefined)).map(showCheck)).toEqual(['ok       Slack: not configured'])
  })
})

// The Slack manifest: the one that lies in the project is what the registry says, and within what Slack takes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { nounsOf } from '../../../src/bot/find-command.ts'
import { slackManifest, slackManifestText } from '../../../src/bot/slack/manifest.ts'
import { missingScopes, needed, scopes } from '../../../src/bot/slack/scopes.ts'
import { writtenReadme } from '../../../src/cli/readme.ts'
import { commands } from '../../../src/commands/index.ts'

const root = join(import.meta.dirname, '../../..')
const manifest = slackManifest(commands)
const byHttp = slackManifest(commands, { eventsUrl: 'https://bot.acme.example/slack/events', host: 'bot.acme.example' })

describe('manifest.yml', () => {
  it('is what the registry says, and reads back as the same', () => {
    const written = readFileSync(join(root, 'manifest.yml'), 'utf8')
    expect(written).toBe(slackManifestText(commands))
    expect(parse(written)).toEqual(manifest)
  })

  it('has a slash command for every noun, at one address', () => {
    const named = (one: typeof manifest) => one.features?.slash_commands?.map(({ command, url }) => [command, url])
    expect(named(manifest)).toEqual(nounsOf(commands).map((noun) => [`/${noun}`, undefined]))
    expect(named(byHttp)).toEqual(nounsOf(commands).map((noun) => [`/${noun}`, 'https://bot.acme.example/slack/events']))
  })

  it('keeps within the lengths and counts of Slack', () => {
    for (const { display_information: shown, features } of [manifest, byHttp]) {
      expect(shown.name.length).toBeLessThanOrEqual(35)
      expect(shown.description?.length).toBeLessThanOrEqual(140)
      expect(shown.long_description?.length).toBeGreaterThanOrEqual(174)
      expect(shown.long_description?.length).toBeLessThanOrEqual(4000)
      expect(features?.slash_commands?.length).toBeLessThanOrEqual(50)
      expect(features?.shortcuts?.length).toBeLessThanOrEqual(10)
      expect(features?.unfurl_domains?.length).toBeLessThanOrEqual(5)
      for (const { command, description, usage_hint = '' } of features?.slash_commands ?? []) {
        expect(command).toMatch(/^\/[a-z-]{1,31}$/)
        expect(description.length).toBeLessThanOrEqual(2000)
        expect(usage_hint.length).toBeLessThanOrEqual(1000)
      }
    }
  })

  it('speaks by sockets without an address, or by HTTP with one for everything', () => {
    expect(manifest.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } })
    expect(JSON.stringify(manifest.settings)).not.toContain('request_url')
    const url = 'https://bot.acme.example/slack/events'
    expect(byHttp.settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: url },
      interactivity: { request_url: url, message_menu_options_url: url },
    })
    expect(byHttp.features?.unfurl_domains).toEqual(['bot.acme.example'])
  })

  it('asks for a right only with a reason, never to administer, search, or post where it is not', () => {
    expect(manifest.oauth_config?.scopes?.bot).toEqual(scopes.map(({ scope }) => scope))
    for (const { scope, why } of scopes) {
      expect(why.length).toBeGreaterThan(10)
      expect(scope).not.toMatch(/admin|search|public|manage/)
    }
    expect(manifest.oauth_config?.scopes?.bot_optional?.every((scope) => !needed.includes(scope))).toBe(true)
  })

  // https://docs.slack.dev/reference/events: the right that each event needs.
  it('has the right for every event that it hears', () => {
    const rights: [RegExp, string][] = [
      [/^message\.channels$|^channel_history/, 'channels:history'],
      [/^message\.groups$/, 'groups:history'],
      [/^message\.im$/, 'im:history'],
      [/^message\.mpim$/, 'mpim:history'],
      [/^channel_|^member_/, 'channels:read'],
      [/^group_/, 'groups:read'],
      [/^reaction_/, 'reactions:read'],
      [/^user_/, 'users:read'],
      [/^link_shared$/, 'links:read'],
      [/^app_mention$/, 'app_mentions:read'],
    ]
    for (const event of manifest.settings?.event_subscriptions?.bot_events ?? []) {
      const right = rights.find(([pattern]) => pattern.test(event))?.[1]
      if (!['app_home_opened', 'app_uninstalled', 'entity_details_requested', 'tokens_revoked'].includes(event))
        expect(scopes.map(({ scope }) => scope as string)).toContain(right)
    }
  })
})

describe('the README', () => {
  it('gives the reason of every right, the commands and the configuration as they are', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    expect(writtenReadme(readme, commands)).toBe(readme)
    for (const { scope, why } of scopes) expect(readme).toContain(`| \`${scope}\` | ${why}`)
  })
})

describe('missingScopes', () => {
  it('tells what is needed from what private conversations need', () => {
    expect(missingScopes([...scopes.map(({ scope }) => scope)])).toEqual({ needed: [], optional: [] })
    const granted = scopes.map(({ scope }) => scope as string).filter((scope) => scope !== 'chat:write' && scope !== 'groups:read')
    expect(missingScopes(granted)).toEqual({ needed: ['chat:write'], optional: ['groups:read'] })
  })
})

// What Slack says of the configured app: for the doctor.
import { webApi } from '@slack/bolt'
import { z } from 'zod'
import { clientOptions, createCall } from './api.ts'
import { missingScopes } from './scopes.ts'

export type Inspection = {
  /** Slack's word for why the bot token does not work. */
  refused?: string
  team?: { id: string; name: string }
  missing?: { needed: string[]; optional: string[] }
  /** Slack's word for why no socket can be opened. */
  noSocket?: string
}

const Told = z.looseObject({
  team_id: z.string(),
  team: z.string().nullish(),
  response_metadata: z.looseObject({ scopes: z.array(z.string()).optional() }).nullish(),
})

type Credentials = { botToken: string; appToken: string | undefined; apiUrl: string }

export const inspectSlack = async ({ botToken, appToken, apiUrl }: Credentials): Promise<Inspection> => {
  const options = { ...clientOptions(apiUrl), logLevel: webApi.LogLevel.ERROR }
  const reply = await createCall(new webApi.WebClient(botToken, options))('auth.test', {})
  if (!reply.ok) return { refused: reply.error }
  const { team_id, team, response_metadata } = Told.parse(reply.body)
  const scopes = response_metadata?.scopes
  const opened = appToken === undefined ? undefined : await createCall(new webApi.WebClient(appToken, options))('apps.connections.open', {})
  return {
    team: { id: team_id, name: team ?? team_id },
    ...(scopes && { missing: missingScopes(scopes) }),
    ...(opened && !opened.ok && { noSocket: opened.error }),
  }
}

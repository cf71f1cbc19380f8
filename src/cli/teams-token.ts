// Whether Microsoft gives a token for the configured Teams app; for the doctor.

import { endpointsWith } from '../bot/teams/service-urls.ts'
import { connectorResource, createTokens } from '../bot/teams/tokens.ts'
import type { Config } from '../config.ts'

/** The reason when it refuses, undefined when it gives one. */
export const refusedToken = async (teams: NonNullable<Config['teams']>): Promise<string | undefined> => {
  try {
    await createTokens(teams, endpointsWith({}).login, () => new Date())(connectorResource)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

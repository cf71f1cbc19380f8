// Who may deliver to us: the signature of Microsoft's connector, checked by botbuilder; never off outside the playground.
import { type Activity as BotbuilderActivity, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import type { Activity } from './activity.ts'
import type { Endpoints } from './service-urls.ts'

export type Credentials = { appId: string; appPassword: string; tenantId: string }

/** `unavailable`: Microsoft's keys could not be fetched, so nothing can be said of the signature; Teams delivers again. */
export type Verdict = 'genuine' | 'forged' | 'unavailable'

export type Authenticate = (activity: Activity, authorization: string) => Promise<Verdict>

/**
 * Checks issuer, audience, expiry, signature, endorsement and service address of the token. Refuses to exist without application id,
 * password and tenant, because the SDK takes an empty id for "no authentication wanted" (botbuilder 4.23.3).
 */
export const createAuthenticate = (credentials: Credentials, endpoints: Endpoints): Authenticate => {
  for (const [name, value] of Object.entries(credentials)) {
    if (!value.trim()) throw new Error(`Teams cannot be started without ${name}: deliveries could not be told from forgeries.`)
  }
  const authentication = new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: credentials.appId,
    MicrosoftAppPassword: credentials.appPassword,
    MicrosoftAppTenantId: credentials.tenantId,
    MicrosoftAppType: 'SingleTenant',
    ToChannelFromBotLoginUrl: `${endpoints.login}/${credentials.tenantId}`,
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: endpoints.issuer,
    OAuthUrl: 'https://token.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: endpoints.openIdMetadata,
    ToBotFromEmulatorOpenIdMetadataUrl: endpoints.openIdMetadata,
    ValidateAuthority: true,
    CallerId: 'urn:botframework:azure',
  })
  return async (activity, authorization) => {
    if (issuerOf(authorization) !== endpoints.issuer) return 'forged'
    try {
      await authentication.authenticateRequest(activity as unknown as BotbuilderActivity, authorization)
      return 'genuine'
    } catch (error) {
      return isOutage(error) ? 'unavailable' : 'forged'
    }
  }
}

/**
 * Only the connector itself delivers talk of Teams: a token for the emulator or for another bot is refused, however well it is signed.
 * Read before the signature is checked, so this may only refuse.
 */
const issuerOf = (authorization: string): unknown => {
  const payload = /^Bearer [^.\s]+\.([^.\s]+)\.[^.\s]+$/.exec(authorization)?.[1] ?? ''
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')).iss
  } catch {
    return undefined
  }
}

/** The keys could not be fetched: the network, or an answer of Microsoft's that is not a success. */
const isOutage = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'FetchError' || /^Failed to load (?:Keys|openID config)/.test(error.message))

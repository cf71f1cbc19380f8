// Opening Teams: with the company's credentials, or as the playground plays it.
import type { Dispatch } from './bot/dispatch.ts'
import { withSayForm } from './bot/playground/cards.ts'
import { personalReference, playgroundTenant } from './bot/playground/place.ts'
import { createTeams, type TeamsApp } from './bot/teams/teams.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'
import type { OpenPlayground } from './open-playground.ts'
import type { Store } from './store/store.ts'

export type OpenTeamsOptions = {
  config: Config
  store: Store
  dispatch: Dispatch
  log: Log
  clock: () => Date
  playground: OpenPlayground | undefined
}

/** Undefined where neither Teams nor the playground is wanted. */
export const openTeams = ({ config, playground, ...parts }: OpenTeamsOptions): TeamsApp | undefined => {
  const { teams } = config
  if (teams) return createTeams({ ...parts, credentials: teams, allowedTenants: [teams.tenantId], serviceUrls: 'microsoft' })
  if (!playground) return undefined
  const { world, port } = playground
  const app = createTeams({
    ...parts,
    credentials: 'playground',
    allowedTenants: [playgroundTenant],
    serviceUrls: 'loopback',
    playground: { speaking: world.speaking, speakerOf: world.speakerOf, dressed: (card) => withSayForm(card, world.people) },
    personalChat: personalReference(port),
  })
  world.connect(app)
  return app
}

// The command `throughline doctor`.
import { inspectSlack } from '../bot/slack/inspect.ts'
import type { Config } from '../config.ts'
import { openStorage } from '../open-storage.ts'
import { runDoctor, showCheck } from './doctor.ts'
import { manifestIsCurrent } from './manifest.ts'
import { askForModels } from './model-check.ts'
import { refusedToken } from './teams-token.ts'
import type { Terminal } from './with-store.ts'

export const doctorCommand = async ({ config, write }: Terminal & { config: Config }): Promise<number> => {
  const { teams, slack } = config
  const checks = await runDoctor({
    config,
    open: () => openStorage({ config, clock: () => new Date(), report: () => undefined }),
    manifestIsCurrent,
    teamsToken: teams && (() => refusedToken(teams)),
    slack: slack && (() => inspectSlack(slack)),
    askModels: askForModels,
  })
  for (const check of checks) write(showCheck(check))
  return checks.some((check) => check.state === 'failure') ? 1 : 0
}

// The command `throughline manifest`: what is written from the commands there are, so that menus and pages never fall behind them.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import JSZip from 'jszip'
import { slackManifestText } from '../bot/slack/manifest.ts'
import { teamsManifest, writeTeamsManifest } from '../bot/teams/manifest.ts'
import { commands } from '../commands/index.ts'
import type { Config } from '../config.ts'
import { writtenReadme } from './readme.ts'

const root = join(import.meta.dirname, '../..')
const teamsFolder = join(root, 'teams-manifest')
const slackFile = join(root, 'manifest.yml')
const readme = join(root, 'README.md')

export const manifestCommand = async ({ config, write }: { config: Config; write: (line: string) => void }): Promise<number> => {
  await writeTeamsManifest(teamsFolder, commands)
  await writeFile(slackFile, slackManifestText(commands))
  await writeFile(readme, writtenReadme(await readFile(readme, 'utf8'), commands))
  write('Written from the commands: manifest.yml, teams-manifest/manifest.json and the tables of README.md.')
  write(`Slack by Socket Mode: paste manifest.yml. By HTTP: paste ${await writeForHttp(config)}`)
  if (config.teams) write(`Upload this to Teams: ${await zipForTeams(config)}`)
  else write('With TEAMS_APP_ID and its fellows set, the package to upload to Teams is made as well.')
  return 0
}

export const manifestIsCurrent = async (): Promise<boolean> => {
  const [teams, slack] = await Promise.all(
    [join(teamsFolder, 'manifest.json'), slackFile].map((file) => readFile(file, 'utf8').catch(() => '')),
  )
  return teams === `${JSON.stringify(teamsManifest(commands), null, 2)}\n` && slack === slackManifestText(commands)
}

/** The Slack manifest with the company's own address. */
const writeForHttp = async ({ dataDirectory, publicUrl }: Config): Promise<string> => {
  const file = join(dataDirectory, 'slack-manifest-http.yml')
  await mkdir(dataDirectory, { recursive: true })
  await writeFile(file, slackManifestText(commands, { eventsUrl: `${publicUrl}/slack/events`, host: new URL(publicUrl).hostname }))
  return file
}

/** The app package with the company's own ids. */
const zipForTeams = async (config: Config): Promise<string> => {
  const zip = new JSZip()
  const manifest = teamsManifest(commands, { appId: config.teams?.appId, publicUrl: config.publicUrl })
  zip.file('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`)
  for (const icon of ['color.png', 'outline.png']) zip.file(icon, await readFile(join(teamsFolder, icon)))
  const file = join(config.dataDirectory, 'throughline-teams.zip')
  await writeFile(file, await zip.generateAsync({ type: 'nodebuffer' }))
  return file
}

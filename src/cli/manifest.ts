// The command `throughline manifest`: what is written from the commands there are, so that menus and pages never fall behind them.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import JSZip from 'jszip'
import { teamsManifest, writeTeamsManifest } from '../bot/teams/manifest.ts'
import { commands } from '../commands/index.ts'
import type { Config } from '../config.ts'
import { writtenReadme } from './readme.ts'

const root = join(import.meta.dirname, '../..')
const teamsFolder = join(root, 'teams-manifest')
const readme = join(root, 'README.md')

export const manifestCommand = async ({ config, write }: { config: Config; write: (line: string) => void }): Promise<number> => {
  await writeTeamsManifest(teamsFolder, commands)
  await writeFile(readme, writtenReadme(await readFile(readme, 'utf8'), commands))
  write('Written from the commands: teams-manifest/manifest.json and the tables of README.md.')
  if (config.teams) write(`Upload this to Teams: ${await zipForTeams(config)}`)
  else write('With TEAMS_APP_ID and its fellows set, the package to upload to Teams is made as well.')
  return 0
}

export const manifestIsCurrent = async (): Promise<boolean> => {
  const written = await readFile(join(teamsFolder, 'manifest.json'), 'utf8').catch(() => '')
  return written === `${JSON.stringify(teamsManifest(commands), null, 2)}\n`
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

// A small project with our own bin/ in it, to try the two commands on without the rest of the house.
import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const house = join(import.meta.dirname, '..', '..')

export type SmallProject = { directory: string; remove(): Promise<void> }

/** Makes the project out of files, the house's own ones named in `copied`; `hasModules` gives it the house's dependencies. */
export async function smallProject(files: Record<string, string>, copied: string[] = [], hasModules = true): Promise<SmallProject> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-project-'))
  await cp(join(house, 'bin'), join(directory, 'bin'), { recursive: true })
  for (const name of copied) await cp(join(house, name), join(directory, name))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, name)), { recursive: true })
    await writeFile(join(directory, name), text)
  }
  if (hasModules) await symlink(join(house, 'node_modules'), join(directory, 'node_modules'), 'dir')
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) }
}

export type Started = { child: ChildProcess; printed(): string; ended: Promise<{ code: number | null; output: string; errors: string }> }

/** Starts a program of the project with the Node on PATH, whichever that is, as a person's npm does. */
export function startIn(
  directory: string,
  args: string[],
  options: { isGroup?: boolean; environment?: Record<string, string> } = {},
): Started {
  const { VITEST, VITEST_POOL_ID, VITEST_WORKER_ID, NODE_ENV, npm_execpath, ...environment } = process.env
  const child = spawn('node', args, {
    cwd: directory,
    env: { ...environment, ...options.environment },
    detached: options.isGroup ?? false,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  child.stdout?.on('data', (text) => {
    output += text
  })
  child.stderr?.on('data', (text) => {
    errors += text
  })
  const ended = new Promise<{ code: number | null; output: string; errors: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, output, errors }))
  })
  return { child, printed: () => output, ended }
}

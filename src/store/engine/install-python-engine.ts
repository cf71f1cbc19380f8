// SecantusDB's Python server, installed with the machine's own Python into a folder of ours.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine, Report } from './engine.ts'
import { findOnPath, isProgram, runProgram } from './find-program.ts'
import { readIfThere } from './private-file.ts'
import { waitForLock } from './process-lock.ts'
import { pythonServer, secantusPython } from './secantus.ts'

const wanted = `${pythonServer.package}==${pythonServer.version}`
const oldestPython = [3, 10] as const

/** What was installed, written last: a folder without it was broken off. */
type Installed = { package: string; python: string; packages?: string }

const pythonFolder = (engines: string): string => join(engines, 'python')
const noteIn = (engines: string): string => join(pythonFolder(engines), 'installed.json')

/** The server installed earlier; undefined when there is none, or its Python was taken away. */
export async function installedPythonEngine(engines: string): Promise<Engine | undefined> {
  const text = await readIfThere(noteIn(engines))
  if (text === undefined) return undefined
  const installed = JSON.parse(text) as Installed
  if (installed.package !== wanted || !(await isProgram(installed.python))) return undefined
  return secantusPython(installed.python, installed.packages)
}

/** The first Python on PATH that is new enough. */
async function findPython(path: string): Promise<string> {
  for (const name of ['python3', 'python']) {
    const python = await findOnPath(name, path)
    const version = python === undefined ? [] : await pythonVersion(python)
    const [major = 0, minor = 0] = version
    if (python !== undefined && (major > oldestPython[0] || (major === oldestPython[0] && minor >= oldestPython[1]))) return python
  }
  throw new Error(`no Python ${oldestPython.join('.')} or newer is on PATH`)
}

/** Major and minor; nothing for a program of that name that is none (Windows puts one there that opens its shop). */
async function pythonVersion(python: string): Promise<number[]> {
  try {
    return (await runProgram(python, ['-c', 'import sys; print(*sys.version_info[:2])'])).trim().split(' ').map(Number)
  } catch {
    return []
  }
}

const pip = ['-m', 'pip', 'install', '--quiet', '--no-input', '--disable-pip-version-check', '--only-binary', ':all:'] as const

async function installInEnvironment(python: string, folder: string): Promise<Installed> {
  const environment = join(folder, 'environment')
  await runProgram(python, ['-m', 'venv', environment])
  const own = process.platform === 'win32' ? join(environment, 'Scripts', 'python.exe') : join(environment, 'bin', 'python')
  await runProgram(own, [...pip, wanted])
  return { package: wanted, python: own }
}

/** For a Python that came without venv, as Debian's does. */
async function installInFolder(python: string, folder: string): Promise<Installed> {
  const packages = join(folder, 'packages')
  await runProgram(python, [...pip, '--target', packages, wanted])
  return { package: wanted, python, packages }
}

async function install(python: string, folder: string, report: Report): Promise<Installed> {
  try {
    return await installInEnvironment(python, folder)
  } catch (error) {
    report(`Database: a virtual environment of Python could not be used (${(error as Error).message}); trying a plain folder.`)
    return await installInFolder(python, folder)
  }
}

/** Installs the server, some 145 MB in some 15 s, or throws saying why not. */
export async function installPythonEngine(engines: string, path: string, report: Report): Promise<Engine> {
  const python = await findPython(path)
  await mkdir(engines, { recursive: true })
  const lock = await waitForLock(join(engines, 'python-install.lock'), 'install')
  try {
    const already = await installedPythonEngine(engines)
    if (already !== undefined) return already
    report(`Database: installing ${wanted} with ${python}, once (about 145 MB)...`)
    await rm(pythonFolder(engines), { recursive: true, force: true })
    await mkdir(pythonFolder(engines))
    const installed = await install(python, pythonFolder(engines), report)
    await writeFile(noteIn(engines), JSON.stringify(installed))
    return secantusPython(installed.python, installed.packages)
  } finally {
    await lock.release()
  }
}

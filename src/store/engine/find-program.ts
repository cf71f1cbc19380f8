// Programs on the machine: where they are, and what they say when asked.
import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { delimiter, resolve } from 'node:path'
import { promisify } from 'node:util'

/** May this file be run? */
export const isProgram = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  )

/** The first program of that name in the folders of `path` (the text of PATH), as the system would find it. */
export async function findOnPath(name: string, path: string): Promise<string | undefined> {
  const file = process.platform === 'win32' ? `${name}.exe` : name
  for (const folder of path.split(delimiter).filter(Boolean)) {
    if (await isProgram(resolve(folder, file))) return resolve(folder, file)
  }
  return undefined
}

/** Runs a program to its end; what it printed, or an error that ends with the last line of its complaint. */
export async function runProgram(program: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, [...args], { maxBuffer: 64 * 1024 * 1024, windowsHide: true })
    return `${stdout}\n${stderr}`
  } catch (error) {
    const { stderr = '', stdout = '', message } = error as Error & { stderr?: string; stdout?: string }
    const complaint = `${stdout}\n${stderr}`.trim().split('\n').at(-1)
    throw new Error(`${program} ${args.slice(0, 3).join(' ')} failed: ${complaint || message}`, { cause: error })
  }
}

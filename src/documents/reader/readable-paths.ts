// The only folders that a reader process may read: our own code and the packages.
import { fileURLToPath } from 'node:url'

/** Options of Node's permission model; nothing allows writing, starting processes or native code. */
export function readablePaths(): string[] {
  const code = fileURLToPath(new URL('../../../', import.meta.url))
  const packages = fileURLToPath(import.meta.resolve('pdf-parse'))
  const folder = packages.slice(0, packages.lastIndexOf('node_modules') + 'node_modules'.length)
  return [...new Set([`${code}src`, `${code}package.json`, folder])].map((path) => `--allow-fs-read=${path}`)
}

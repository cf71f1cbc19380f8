// SecantusDB, a server of MongoDB's wire protocol over WiredTiger: GPL-2.0, so a separate process that people install themselves.
import type { Engine, Start } from './engine.ts'
import type { Layout } from './layout.ts'
import { writePrivately } from './private-file.ts'

/** The crate whose server was tried with our queries. */
export const rustServer = { crate: 'secantus-mdb', version: '0.5.3-beta.196' }
/** The Python package whose server was tried with our queries. */
export const pythonServer = { package: 'secantusdb', version: '0.7.0b3' }

/**
 * The arguments of both servers. Without --sync-on-commit kill -9 loses acknowledged writes.
 */
export const secantusArguments = ({ port, layout, asksForPassword }: Start): string[] => [
  ...['--config', layout.settings],
  ...['--host', '127.0.0.1', '--port', String(port)],
  ...['--storage-path', layout.database],
  ...['--sync-on-commit', '--cache-size', '1G', '--log-level', 'WARNING'],
  ...(asksForPassword ? ['--auth'] : []),
]

const secantus = {
  // Empty, so that no settings of the home directory change how our data are kept.
  writeFiles: (layout: Layout) => writePrivately(layout.settings, ''),
  // It takes writes as soon as it answers.
  prepare: async () => {},
}

export const secantusRust = (program: string, version: string): Engine => ({
  name: 'secantus-rust',
  version,
  program,
  args: secantusArguments,
  ...secantus,
})

/** The Python server, run by an interpreter that finds the package in `packages`, or by itself where that is undefined. */
export function secantusPython(python: string, packages?: string): Engine {
  const find = packages === undefined ? '' : `sys.path.insert(0, ${JSON.stringify(packages)}); `
  const code = `import sys; ${find}from secantus.cli import main; sys.exit(main())`
  return {
    name: 'secantus-python',
    version: pythonServer.version,
    program: python,
    args: (start) => ['-c', code, ...secantusArguments(start)],
    ...secantus,
  }
}

// Makes sure that the dependencies are there, and finds the Node that comes with them. Plain JavaScript for any Node from 20.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject, run } from './run.mjs'

const wantedNode = 24
const modules = inProject('node_modules')
const marker = join(modules, '.throughline-lock')
const lockFile = inProject('package-lock.json')
const nodeOfModules = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** On standard error: standard output belongs to the command's answer. */
const say = (line) => process.stderr.write(`${line}\n`)

const lockHash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex')

/** The version of a package as it lies there; a package of the lock without a version is a link. */
function versionThere(path) {
  const file = join(inProject(path), 'package.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : 'not there'
}

/**
 * What lies there is what the lock asks for: a person ran npm by hand, perhaps without what only tests need. npm's own note
 * stands at the end of an install, but npm also writes it without installing, so each package is looked at.
 */
function isInstalledByHand(forTests) {
  if (!existsSync(join(modules, '.package-lock.json'))) return false
  const wanted = Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages)
  return wanted.every(([path, { version, link, optional, dev }]) => {
    if (path === '' || optional || (dev && !forTests)) return true
    return link ? existsSync(inProject(path)) : versionThere(path) === version
  })
}

function isInstalled(forTests) {
  if (!existsSync(modules)) return false
  return (existsSync(marker) && readFileSync(marker, 'utf8') === lockHash()) || isInstalledByHand(forTests)
}

/** Runs npm with its chatter on standard error; true when it succeeded. */
async function npm(...args) {
  const own = process.env.npm_execpath
  const options = { cwd: inProject('.'), stdio: ['ignore', 2, 2] }
  const byScript = own?.endsWith('npm-cli.js')
  const code = byScript
    ? await run(process.execPath, [own, ...args], options)
    : await run('npm', args, { ...options, shell: process.platform === 'win32' })
  return code === 0
}

const quiet = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error']

async function install() {
  say('Installing dependencies (once, about a minute)...')
  const began = Date.now()
  if (!(await npm('ci', ...quiet))) {
    say('npm ci could not; trying npm install...')
    if (!(await npm('install', ...quiet))) throw new Error('The dependencies could not be installed. See what npm says above, then: npm ci')
  }
  mkdirSync(modules, { recursive: true })
  writeFileSync(marker, lockHash())
  say(`Dependencies installed in ${Math.round((Date.now() - began) / 1000)} s.`)
}

/** The Node to run with: the dependencies' own, else this one where it is new enough. */
async function findNode() {
  if (existsSync(nodeOfModules)) return nodeOfModules
  say(`Fetching Node ${wantedNode}...`)
  // Its program comes by an install script, which npm may have been told to skip.
  await npm('rebuild', 'node', '--ignore-scripts=false', '--loglevel=error')
  if (existsSync(nodeOfModules)) return nodeOfModules
  if (Number.parseInt(process.versions.node, 10) >= wantedNode) return process.execPath
  throw new Error(
    `Throughline runs on Node ${wantedNode}; this is ${process.version}, and npm could not fetch it. Install Node ${wantedNode} or newer, or try: npm rebuild node`,
  )
}

/** Installs what is missing or changed, and gives the path of the Node to run with. */
export async function ensureDependencies({ forTests = false } = {}) {
  if (!isInstalled(forTests)) await install()
  return await findNode()
}

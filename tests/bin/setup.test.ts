// The setup step on projects of its own: it installs once, again when the lock changed, and finds the Node that came along.
import { execFileSync } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type SmallProject, smallProject, startIn } from './small-project.ts'

const packageFile = (dependencies: Record<string, string>) =>
  JSON.stringify({ name: 'small', version: '1.0.0', type: 'module', dependencies })
const ask = "import { ensureDependencies } from './bin/setup.mjs'\n\nconsole.log(await ensureDependencies())\n"
// The package that brings Node, as far as the setup step knows it, from a folder: no registry is asked.
const nodePackage = {
  'packages/node/package.json': JSON.stringify({ name: 'node', version: '24.0.0' }),
  'packages/node/bin/node': 'a program\n',
}

let project: SmallProject | undefined
afterEach(() => project?.remove())

async function projectWith(files: Record<string, string>, dependencies: Record<string, string>) {
  project = await smallProject({ 'ask.mjs': ask, 'package.json': packageFile(dependencies), ...files }, [], false)
  execFileSync('npm', ['install', '--package-lock-only', '--no-audit', '--no-fund'], { cwd: project.directory, stdio: 'ignore' })
  return project.directory
}

const ensure = (directory: string) => startIn(directory, ['ask.mjs']).ended

test('installs on a fresh clone, and says so before and after', async () => {
  const directory = await projectWith(nodePackage, { node: 'file:packages/node' })
  const { code, output, errors } = await ensure(directory)
  expect({ code, output }).toEqual({ code: 0, output: `${join(directory, 'node_modules', 'node', 'bin', 'node')}\n` })
  expect(errors).toMatch(/^Installing dependencies .*\n(.*\n)*Dependencies installed in \d+ s\.\n$/)
})

test('installs no second time while the lock stays, again when it changed', async () => {
  const other = { 'packages/other/package.json': JSON.stringify({ name: 'other', version: '1.0.0' }) }
  const directory = await projectWith({ ...nodePackage, ...other }, { node: 'file:packages/node' })
  await ensure(directory)
  expect((await ensure(directory)).errors).toBe('')
  await writeFile(join(directory, 'package.json'), packageFile({ node: 'file:packages/node', other: 'file:packages/other' }))
  execFileSync('npm', ['install', '--package-lock-only', '--no-audit', '--no-fund'], { cwd: directory, stdio: 'ignore' })
  expect((await ensure(directory)).errors).toContain('Dependencies installed')
  expect((await ensure(directory)).errors).toBe('')
})

test('leaves an install by hand alone', async () => {
  const directory = await projectWith(nodePackage, { node: 'file:packages/node' })
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: directory, stdio: 'ignore' })
  expect((await ensure(directory)).errors).toBe('')
})

test('installs by the looser way when the lock does not fit the package file', async () => {
  const directory = await projectWith(nodePackage, { node: 'file:packages/node' })
  const other = { name: 'other', version: '1.0.0' }
  await writeFile(join(directory, 'packages', 'node', 'package.json'), JSON.stringify({ name: 'node', version: '24.0.0' }))
  await writeFile(join(directory, 'package.json'), packageFile({ node: 'file:packages/node', [other.name]: 'file:packages/node' }))
  const { code, errors } = await ensure(directory)
  expect(code).toBe(0)
  expect(errors).toContain('npm ci could not; trying npm install...')
})

test('without a Node of the dependencies it uses its own where that is new enough, else it names the remedy', async () => {
  const directory = await projectWith({}, {})
  const { code, output, errors } = await ensure(directory)
  const own = execFileSync('node', ['-p', 'process.execPath + " " + process.versions.node'], { encoding: 'utf8' }).trim().split(' ')
  if (Number.parseInt(own[1] ?? '', 10) >= 24) expect(output).toBe(`${own[0]}\n`)
  else expect(errors).toContain('Install Node 24 or newer, or try: npm rebuild node')
  expect(code === 0).toBe(output !== '')
})

test('says what to do when npm fails', async () => {
  const directory = await projectWith(nodePackage, { node: 'file:packages/node' })
  await rm(join(directory, 'packages'), { recursive: true })
  await writeFile(join(directory, 'package.json'), 'this is not a package file')
  const { code, errors } = await ensure(directory)
  expect(code).not.toBe(0)
  expect(errors).toContain('The dependencies could not be installed.')
})

#!/usr/bin/env node
// The door: makes sure of the dependencies and hands over to Node 24. Plain JavaScript for any Node from 20.
import { existsSync } from 'node:fs'
import { inProject, runNode } from './run.mjs'
import { ensureDependencies } from './setup.mjs'

// Named only where it is: Node's own "if exists" complains on every command that it is not.
const settingsOfPlace = existsSync(inProject('.env')) ? [`--env-file=${inProject('.env')}`] : []

/** Young objects are collected often instead of filling 100 MB: the bot stays small, and answers no slower. */
const settingsOfMemory = ['--max-semi-space-size=4']

/** `script bench` and `script prove` run the measuring programs, everything else the command line. */
function programOf([first, second, ...rest]) {
  if (first === 'script' && (second === 'bench' || second === 'prove'))
    return [...settingsOfMemory, inProject(`${second}/index.ts`), ...rest]
  return [...settingsOfMemory, ...settingsOfPlace, inProject('src/cli.ts'), ...process.argv.slice(2)]
}

try {
  const node = await ensureDependencies()
  process.exitCode = await runNode(node, programOf(process.argv.slice(2)))
} catch (error) {
  console.error(error.message)
  process.exitCode = 2
}

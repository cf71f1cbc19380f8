// Processes of ours for the tests to start, listen to and kill.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const node = join(import.meta.dirname, '..', '..', '..', 'node_modules', 'node', 'bin', 'node')

export type Program = { child: ChildProcess; pid: number; firstLine: Promise<string>; ended: Promise<number | null> }

/** Starts a program that lies beside this file, and hears its first line. */
export function startProgram(file: string, ...args: string[]): Program {
  const child = spawn(node, [join(import.meta.dirname, file), ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const firstLine = new Promise<string>((resolve) => {
    let text = ''
    child.stdout.on('data', (part) => {
      text += part
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')))
    })
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, pid: child.pid ?? 0, firstLine, ended }
}

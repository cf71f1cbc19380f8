// Runs a program as if it were this one: same terminal, same signals, same end.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
const underParent = new URL('./under-parent.mjs', import.meta.url).href

/** On Windows the console itself tells every process of Ctrl-C, and a signal sent would be a kill. */
const isForwarded = (signal) => !(process.platform === 'win32' && signal === 'SIGINT')

/**
 * Runs a command to its end and gives its exit code (128 and the signal's number where one ended it). The child hears each
 * signal of ours; `options` are those of node:child_process.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const forward = (signal) => isForwarded(signal) && child.kill(signal)
    for (const signal of signals) process.on(signal, forward)
    const settle = (then) => {
      for (const signal of signals) process.off(signal, forward)
      then()
    }
    child.once('error', (error) => settle(() => reject(error)))
    child.once('exit', (code, signal) => settle(() => resolve(code ?? 128 + (constants.signals[signal] ?? 0))))
  })
}

/** What Node made of our files at an earlier start: the next one is a third sooner. */
const compiled = fileURLToPath(new URL('../.data/compiled', import.meta.url))

/**
 * Runs Node on a file of ours. The child ends in its own order when this process is killed, and counts a signal that comes
 * twice at once (the terminal tells the whole group, and we pass it on) as one.
 */
export const runNode = (node, args, options = {}) =>
  run(node, ['--import', underParent, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { NODE_COMPILE_CACHE: compiled, ...process.env, THROUGHLINE_PARENT: String(process.pid) },
    ...options,
  })

/** The path of a file in the project. */
export const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

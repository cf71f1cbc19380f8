// A lock file that names the process holding it; the lock of a process that is gone is taken over.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { z } from 'zod'
import { readIfThere } from './private-file.ts'

const LockHolder = z.object({
  pid: z.number().int(),
  /** When the process began, as the system tells it: the same pid later is not the same process. */
  began: z.string(),
  since: z.string(),
  purpose: z.string(),
  token: z.string(),
})
export type LockHolder = z.infer<typeof LockHolder>

export type Lock = { release(): Promise<void> }

const ended = 'ended'

/** The start in clock ticks is the 22nd field; the second may hold blanks and brackets, so count from its closing one. */
function beginningInStat(stat: string): string {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // A zombie has ended; only its parent has not looked yet.
  return fields[0] === 'Z' ? ended : (fields[19] ?? '')
}

/** Is there a process of this pid? One of another person counts. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** What tells this process from a later one of the same pid; empty where the system does not say. */
async function beginningOf(pid: number): Promise<string> {
  try {
    if (process.platform === 'linux') return beginningInStat(await readFile(`/proc/${pid}/stat`, 'utf8'))
    if (process.platform === 'darwin') return (await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)])).stdout.trim()
    return ''
  } catch {
    // It ended while we looked, or the system shows no such thing and the pid alone has to do.
    return isAlive(pid) ? '' : ended
  }
}

/** Does the process still run? One that ended and was not yet looked after by its parent does not. */
export const isRunning = async (pid: number): Promise<boolean> => isAlive(pid) && (await beginningOf(pid)) !== ended

const isHolding = async (holder: LockHolder): Promise<boolean> =>
  isAlive(holder.pid) && (holder.began === '' || (await beginningOf(holder.pid)) === holder.began)

/** Who is named in the lock file; undefined when there is none, or when it was broken off half-written. */
async function readHolder(file: string): Promise<LockHolder | undefined> {
  const text = await readIfThere(file)
  if (text === undefined) return undefined
  try {
    return LockHolder.parse(JSON.parse(text))
  } catch {
    // Not one of ours, or damaged: nobody can be asked whether it is still meant.
    return { pid: 0, began: 'unreadable', since: '', purpose: '', token: text }
  }
}

/** Links a finished file to the lock's name: the file system lets one process succeed. */
async function tryLink(file: string, holder: LockHolder): Promise<boolean> {
  const own = `${file}.${holder.token}`
  await writeFile(own, JSON.stringify(holder), { mode: 0o600, flag: 'wx' })
  try {
    await link(own, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(own, { force: true })
  }
}

/** Takes the dead lock away; should somebody have put a living one there meanwhile, it is put back. */
async function clearDead(file: string, dead: LockHolder): Promise<void> {
  const aside = `${file}.${randomBytes(6).toString('hex')}`
  try {
    await rename(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const moved = await readHolder(aside)
  if (moved !== undefined && moved.token !== dead.token) await link(aside, file)
  await rm(aside, { force: true })
}

async function release(file: string, token: string): Promise<void> {
  const holder = await readHolder(file)
  if (holder?.token === token) await rm(file, { force: true })
}

/** Takes the lock, or tells who holds it. */
export async function takeLock(file: string, purpose: string): Promise<Lock | LockHolder> {
  const token = randomBytes(12).toString('hex')
  const own = { pid: process.pid, began: await beginningOf(process.pid), since: new Date().toISOString(), purpose, token }
  for (;;) {
    if (await tryLink(file, own)) return { release: () => release(file, token) }
    const holder = await readHolder(file)
    if (holder === undefined) continue
    if (await isHolding(holder)) return holder
    await clearDead(file, holder)
  }
}

/** Waits until the lock is free and takes it; tells once whom it waits for. */
export async function waitForLock(file: string, purpose: string, onWait: (holder: LockHolder) => void = () => {}): Promise<Lock> {
  for (let hasTold = false; ; hasTold = true) {
    const taken = await takeLock(file, purpose)
    if ('release' in taken) return taken
    if (!hasTold) onWait(taken)
    await pause(100)
  }
}

// One of several processes in the storm: hears its share of the deliveries as a platform would send them, and folds what it finds.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { createFolder } from '../../src/bot/capture/folder.ts'
import { createHear } from '../../src/bot/capture/hear.ts'
import type { Store } from '../../src/store/store.ts'
import { eventStorm } from './event-storm.ts'
import { openStormStore, type Place, stormPlatforms } from './storm-store.ts'

export type StormTask = {
  place: Place
  storm: Parameters<typeof eventStorm>[0]
  /** This one hears each delivery whose number leaves that remainder. */
  share: { of: number; index: number }
  /** What was acknowledged is noted here: it is not sent again. */
  acknowledged: string
  /** Dies by SIGKILL when it comes to this point for the n-th time. */
  crash?: { point: CrashPoint; count: number }
  /** How far its clock is ahead: a process that is started after another was killed need not sit out the leases of that one. */
  aheadMs?: number
}

export const crashPoints = [
  'before keep',
  'after keep',
  'after claim',
  'before append',
  'after append',
  'before done',
  'after done',
] as const
export type CrashPoint = (typeof crashPoints)[number]

const hearAtOnce = 40

/** The store with barriers in it, at one of which the process dies as it would by kill -9. */
const withCrash = (store: Store, crash: StormTask['crash']): Store => {
  let left = crash?.count ?? 0
  const at = (point: CrashPoint) => {
    if (crash?.point !== point) return
    left -= 1
    if (left <= 0) process.kill(process.pid, 'SIGKILL')
  }
  const { inbox, record } = store
  return {
    ...store,
    inbox: {
      ...inbox,
      async keep(delivery) {
        at('before keep')
        const kept = await inbox.keep(delivery)
        at('after keep')
        return kept
      },
      async claim(worker, limit) {
        const claimed = await inbox.claim(worker, limit)
        if (claimed.length > 0) at('after claim')
        return claimed
      },
      async done(worker, claimed) {
        at('before done')
        await inbox.done(worker, claimed)
        at('after done')
      },
    },
    record: {
      ...record,
      async append(contract, decide) {
        at('before append')
        const appended = await record.append(contract, decide)
        at('after append')
        return appended
      },
    },
  }
}

const run = async (task: StormTask): Promise<void> => {
  const report = (line: string) => console.error(line)
  const clock = () => new Date(Date.now() + (task.aheadMs ?? 0))
  const opened = await openStormStore(task.place, clock, report)
  const store = withCrash(opened, task.crash)
  const storm = eventStorm(task.storm)
  const stopping = new AbortController()
  const folder = createFolder({ store, platforms: stormPlatforms, worker: `storm-${task.share.index}-${process.pid}`, clock, report })
  const folding = folder.run(stopping.signal)
  const acknowledged = new Set(existsSync(task.acknowledged) ? readFileSync(task.acknowledged, 'utf8').split('\n') : [])
  const hear = createHear({ store, clock, report })
  const mine = storm.deliveries
    .map((delivery, index) => ({ delivery, index }))
    .filter(({ index }) => index % task.share.of === task.share.index && !acknowledged.has(String(index)))
  const next = mine.values()
  const hearing = async () => {
    for (const { delivery, index } of next) {
      await hear(delivery)
      appendFileSync(task.acknowledged, `${index}\n`)
    }
  }
  await Promise.all(Array.from({ length: hearAtOnce }, hearing))
  while ((await store.inbox.counts()).waiting > 0) await new Promise((resolve) => setTimeout(resolve, 3_000))
  stopping.abort()
  await folding
  await opened.close()
}

if (process.argv[2] !== undefined) await run(JSON.parse(process.argv[2]))

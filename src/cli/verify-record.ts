// `throughline verify`: the whole record or one contract, against itself and its anchors; needs no bot and no network.

import type { Fault } from '../contracts/record/verify.ts'
import { Refusal } from '../contracts/refusal.ts'
import type { Store } from '../store/store.ts'

export type VerifyOptions = { store: Store; contract?: string; anchors?: string; write: (line: string) => void }

/** 0 whole; 2 altered, missing or out of order; 3 a payload is gone without an erasure; 4 does not match an anchor; 5 can't be read. */
export type VerifyCode = 0 | 2 | 3 | 4 | 5

export const verifyRecord = async ({ store, contract, anchors, write }: VerifyOptions): Promise<VerifyCode> => {
  const faults: Fault[] = []
  let [chains, entries] = [0, 0]
  for await (const report of store.record.verify(contract)) {
    chains += 1
    entries += report.entries
    faults.push(...report.faults)
    const state = report.faults.length === 0 ? 'intact' : `${report.faults.length} faults`
    if (contract || report.faults.length > 0) {
      write(
        `${report.contract}: ${report.entries} entries, head ${report.head?.hash.slice(0, 12) ?? 'none'}, ${report.erased} erased, ${report.gaps} gaps, ${state}`,
      )
    }
  }
  if (contract && chains === 0) throw new Refusal('not-found', `There is no record of ${contract}.`, { next: 'Numbers look like C-142.' })
  const anchored = await store.anchors.check(anchors)
  faults.push(...anchored.faults.filter((fault) => contract === undefined || fault.contract === contract))
  for (const fault of faults.slice(0, 50)) write(`${fault.contract} entry ${fault.seq} ${fault.text}`)
  if (faults.length > 50) write(`${faults.length - 50} more faults`)
  write(
    faults.length === 0
      ? `${entries} entries in ${chains} chains, all intact; ${anchored.anchors} signed anchors agree.`
      : `NOT intact: ${faults.length} faults.`,
  )
  return codeOf(faults)
}

const codeOf = (faults: readonly Fault[]): VerifyCode => {
  const has = (kind: Fault['kind']) => faults.some((fault) => fault.kind === kind)
  if (has('altered') || has('missing') || has('repeated')) return 2
  if (has('payload-missing')) return 3
  if (has('not-anchored')) return 4
  return has('unreadable') ? 5 : 0
}

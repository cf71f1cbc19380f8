// Numbers of a race: percentiles of raw samples, and a table that says what was compared.
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

export const percentile = (samples: readonly number[], part: number): number => {
  const sorted = [...samples].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN
}

export const round = (value: number): number => Math.round(value * 100) / 100

/** Milliseconds that each of so many calls took, after a warm-up of a tenth of them; `pauseMs` between two of them counts for nothing. */
export const timed = async (times: number, act: (index: number) => Promise<unknown>, pauseMs = 0): Promise<number[]> => {
  const samples: number[] = []
  for (let index = -Math.ceil(times / 10); index < times; index += 1) {
    const begun = performance.now()
    await act(Math.abs(index))
    if (index >= 0) samples.push(performance.now() - begun)
    if (pauseMs > 0) await sleep(pauseMs)
  }
  return samples
}

export const row = (race: string, ours: readonly number[], peer: readonly number[], goal: string) => ({
  race,
  'ours p50': round(percentile(ours, 0.5)),
  'ours p95': round(percentile(ours, 0.95)),
  'peer p50': round(percentile(peer, 0.5)),
  'peer p95': round(percentile(peer, 0.95)),
  'ratio p95': round(percentile(ours, 0.95) / percentile(peer, 0.95)),
  goal,
})

// The heavy work in the bot's own process while it acknowledges: long PDFs that people upload come in, and another long document is read.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { addDocument } from '../src/bot/add-document.ts'
import { createReader } from '../src/documents/read-document.ts'
import type { Store } from '../src/store/store.ts'
import { agreementWords, makePdf } from '../tests/documents/make-files.ts'

export type Work = { store: Store; contract: string; signal: AbortSignal }
/** How much came about, and how long the process was not to be spoken to meanwhile, milliseconds. */
export type Done = { documents: number; read: number; heldUpP99: number; heldUpMax: number }

const pagesEach = 60

/** Works until it is told to stop. */
export const workHard = async ({ store, contract, signal }: Work): Promise<Done> => {
  const reader = createReader()
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const done = { documents: 0, read: 0 }
  const again = async (act: (round: number) => Promise<unknown>, count: 'documents' | 'read') => {
    for (let round = 1; !signal.aborted; round += 1) {
      await act(round)
      done[count] += 1
    }
  }
  delay.enable()
  const definitions = await store.fields.list()
  await Promise.all([
    again((round) => {
      const named = { bytes: longPdf(round), name: `long-${round}.pdf`, today: '2026-11-24' }
      return addDocument({ store, reader, definitions }, { ...named, contract, by: 'bench', source: 'bench' })
    }, 'documents'),
    again((round) => reader.read(longPdf(-round), 'second.pdf'), 'read'),
  ])
  delay.disable()
  await reader.close()
  return { ...done, heldUpP99: delay.percentile(99) / 1e6, heldUpMax: delay.max / 1e6 }
}

/** Made once, and told apart by what stands behind its end: a bot is given its files, it does not make them. */
const pages = Array.from({ length: pagesEach }, (_page, index) =>
  agreementWords(450, index)
    .join(' ')
    .replace(/(.{80}) /g, '$1\n'),
)
const made = makePdf(pages, true)
const longPdf = (number: number): Uint8Array => Buffer.concat([made, Buffer.from(`\n% ${number}\n`)])

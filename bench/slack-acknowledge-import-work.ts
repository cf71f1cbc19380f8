// An import beside the bot, in a process of its own as in life: folders of agreements become contracts in the bot's database until it is told to stop.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importFolder } from '../src/cli/import-folder.ts'
import { createReader } from '../src/documents/read-document.ts'
import { openStore } from '../src/store/open-store.ts'
import { agreementWords } from '../tests/documents/make-files.ts'

const [uri = '', databaseName = ''] = process.argv.slice(2)
const together = 20
const wordsEach = 6_500

const clock = () => new Date()
const folder = mkdtempSync(join(tmpdir(), 'throughline-load-'))
const store = await openStore({ uri, databaseName, dataDirectory: join(folder, 'data'), clock, zone: 'UTC' })
const by = await store.people.ensure({ email: 'ana@bench.example', name: 'Ana', standing: 'member' })
const reader = createReader()
let isStopped = false
process.on('message', () => {
  isStopped = true
})
process.on('disconnect', () => process.exit())
let imported = 0
process.send?.({ port: 0 })
for (let round = 0; !isStopped; round += 1) {
  const only = Array.from({ length: together }, (_, index) => `agreement-${round}-${index}.txt`)
  for (const [index, name] of only.entries())
    writeFileSync(join(folder, name), agreementWords(wordsEach, round * together + index).join(' '))
  const lines = await importFolder({ store, reader, folder, rows: new Map(), by, today: '2026-11-24', only, progress: () => undefined })
  imported += lines.filter(({ outcome }) => outcome === 'ok').length
}
await reader.close()
await store.close()
rmSync(folder, { recursive: true, force: true })
process.send?.({ imported })

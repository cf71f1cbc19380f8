// npm run bench [name ...]: every race, or those named; each prints ours, the peer of the same run, and the ratio.
import { readdirSync } from 'node:fs'
import { printServer } from './server.ts'

const asked = process.argv.slice(2)
const notRaces = new Set(['index.ts', 'server.ts', 'statistics.ts'])
const races = readdirSync(import.meta.dirname).filter(
  (file) => file.endsWith('.ts') && !notRaces.has(file) && !file.includes('-peer') && !/-(bot|client|work)\.ts$/.test(file),
)
const wanted = races.filter((file) => asked.length === 0 || asked.includes(file.replace('.ts', '')))
if (wanted.length === 0) {
  console.error(`There is no such race. Races: ${races.map((file) => file.replace('.ts', '')).join(', ')}`)
  process.exit(2)
}
await printServer()
for (const file of wanted) {
  console.log(`\n${file.replace('.ts', '')}`)
  const { bench } = (await import(`./${file}`)) as { bench: () => Promise<void> }
  await bench()
}
process.exit()

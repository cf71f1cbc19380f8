// npm run prove [name ...]: the long proofs, or those named; the first that fails ends it with an error.
import { readdirSync } from 'node:fs'

const asked = process.argv.slice(2)
const proofs: { name: string; prove: () => Promise<void> }[] = []
for (const file of readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
  .sort()) {
  const name = file.replace('.ts', '')
  if (asked.length > 0 && !asked.includes(name)) continue
  // What the proofs share lies beside them and proves nothing itself.
  const { prove } = (await import(`./${file}`)) as { prove?: () => Promise<void> }
  if (prove) proofs.push({ name, prove })
}
if (proofs.length === 0) throw new Error(`There is no proof called ${asked.join(', ')}.`)
for (const { name, prove } of proofs) {
  const begun = Date.now()
  console.log(`\n${name}`)
  await prove()
  console.log(`${name}: holds (${Math.round((Date.now() - begun) / 1000)} s)`)
}
process.exit()

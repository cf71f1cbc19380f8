// A program for tests: starts to read a file that takes for ever, tells the child's process id, and waits.
import { readFileSync } from 'node:fs'
import { createReader } from '../../src/documents/read-document.ts'

const [file = '', residentMegabytes = '4000'] = process.argv.slice(2)
const reader = createReader({
  children: 1,
  secondsPerHundredPages: 600,
  heapMegabytes: 2_000,
  residentMegabytes: Number(residentMegabytes),
})
const reading = await reader.read(readFileSync(file), file)
console.log(JSON.stringify(reading))

// A process that dies on the way: at the n-th command of a name to the server, or when its parent kills it.
import { openStore } from '../../src/store/open-store.ts'
import { said } from './opened-drafts.ts'
import { play } from './scenario.ts'

const [uri = '', databaseName = '', dataDirectory = '', point = '', nth = '1'] = process.argv.slice(2)
let left = Number(nth)

const store = await openStore({
  uri,
  databaseName,
  dataDirectory,
  clock: () => new Date(),
  zone: 'Europe/Berlin',
  report: (line) => console.error(line),
  onCommand({ name, command }) {
    // It was not sent yet: all that went before is on the disk, this is not.
    if (`${name} ${command[name]}` === point && --left === 0) process.kill(process.pid, 'SIGKILL')
  },
})
if (point === 'until killed') {
  for (let round = 0; ; round += 1) {
    const ids = Array.from({ length: 20 }, (_, index) => round * 20 + index)
    await Promise.all(ids.map((id) => store.record.append(`C-${1 + (id % 3)}`, () => [said(id, `message ${id}`)])))
    console.log(ids.join(' '))
  }
}
await play(store)
console.log('done')
await store.close()

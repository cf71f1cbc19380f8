// A process for the tests of the holder: holds a directory, says so, and stays until it is ended.
import { setTimeout as pause } from 'node:timers/promises'
import { holdDirectory } from '../../../src/store/engine/holder.ts'

const [directory = '', purpose = '', forMilliseconds = '60000'] = process.argv.slice(2)
try {
  const hold = await holdDirectory(directory, purpose)
  console.log('held')
  await pause(Number(forMilliseconds))
  await hold.release()
} catch (error) {
  console.log((error as Error).message)
}

// Makes a new file's name last through a power cut: the directory itself is flushed to the disk.
import { open } from 'node:fs/promises'

/** Does nothing where directories cannot be opened (Windows), which flushes names by itself. */
export const syncDirectory = async (directory: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

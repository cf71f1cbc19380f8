// Saving a fetched file where the person asked, under a safe name and never over another file.
import { mkdir, writeFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { safeFileName } from '../../documents/safe-file-name.ts'

/** The path that was written: `MSA.docx`, or `MSA-2.docx` beside one that is there. */
export const saveFile = async (directory: string, name: string, bytes: Uint8Array): Promise<string> => {
  await mkdir(directory, { recursive: true })
  const { name: stem, ext } = parse(safeFileName(name))
  for (let copy = 1; ; copy += 1) {
    const path = join(directory, copy === 1 ? `${stem}${ext}` : `${stem}-${copy}${ext}`)
    const isTaken = await writeFile(path, bytes, { flag: 'wx' }).then(() => false, ifTaken)
    if (!isTaken) return path
  }
}

const ifTaken = (error: unknown): true => {
  if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return true
  throw error
}

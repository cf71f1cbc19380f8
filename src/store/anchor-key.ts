// The key that anchors are signed with: made once, outside of the database, readable by its owner alone.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readIfThere, writePrivately } from './engine/private-file.ts'

export type AnchorKey = { privateKey: KeyObject; publicKey: KeyObject }

const pairOf = (pem: string): AnchorKey => {
  const privateKey = createPrivateKey(pem)
  return { privateKey, publicKey: createPublicKey(privateKey) }
}

export const readAnchorKey = async (dataDirectory: string): Promise<AnchorKey | undefined> => {
  const pem = await readIfThere(join(dataDirectory, 'keys', 'anchor.pem'))
  return pem === undefined ? undefined : pairOf(pem)
}

/** Only for the holder of the anchors' lock: two processes must not make two keys. */
export const makeAnchorKey = async (dataDirectory: string): Promise<AnchorKey> => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  await mkdir(join(dataDirectory, 'keys'), { recursive: true, mode: 0o700 })
  await writePrivately(join(dataDirectory, 'keys', 'anchor.pem'), pem)
  return pairOf(pem)
}

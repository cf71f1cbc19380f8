// Secrets that every process shares, made once: the key under which our links are signed.
import { randomBytes } from 'node:crypto'
import { clashOf } from './clash.ts'
import type { Database } from './database.ts'
import type { SecretStore } from './store.ts'

type SecretRow = { _id: string; value: string }

export const createSecrets = (db: Database): SecretStore => {
  const secrets = db.model<SecretRow>('secrets', { value: { type: String, required: true } })
  return {
    async get(name) {
      try {
        await secrets.create({ _id: name, value: randomBytes(32).toString('hex') })
      } catch (error) {
        if (!clashOf(secrets, error)) throw error
      }
      const row = await secrets.findOne({ _id: name }).lean()
      if (!row) throw new Error(`the secret ${name} is not there after it was made`)
      return Buffer.from(row.value, 'hex')
    },
  }
}

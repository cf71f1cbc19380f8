// The one account of the embedded database.
import type { Db } from 'mongodb'
import { accountName, connectionString, withClient } from './answer.ts'

const userNotFound = 11

async function dropAccount(admin: Db): Promise<void> {
  try {
    await admin.command({ dropUser: accountName })
  } catch (error) {
    if ((error as { code?: number }).code !== userNotFound) throw error
  }
}

/** Makes the account on a server that does not ask for a password yet, afresh where a lost password was left behind. */
export const makeAccount = (port: number, password: string): Promise<void> =>
  withClient(connectionString(port), 10_000, async (client) => {
    const admin = client.db('admin')
    await dropAccount(admin)
    await admin.command({ createUser: accountName, pwd: password, roles: [{ role: 'root', db: 'admin' }], mechanisms: ['SCRAM-SHA-256'] })
  })

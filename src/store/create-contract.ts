// A contract begins: the next number, reserved under the key of who asks, so that the same key gives the same contract after any crash.
import type { Model } from 'mongoose'
import type { Contract } from '../contracts/contract.ts'
import type { Json } from '../contracts/record/canonical-json.ts'
import type { Draft } from '../contracts/record/entry.ts'
import { clashOf } from './clash.ts'
import type { Database } from './database.ts'
import type { Entries } from './entries.ts'
import type { NewContract, NumberStore, RecordStore } from './store.ts'

type ReservationRow = { _id: string; contract: string }
type Parts = { database: Database; entries: Entries; numbers: NumberStore; append: RecordStore['append'] }

export const createCreateContract = ({ database, entries, numbers, append }: Parts): ((begun: NewContract) => Promise<Contract>) => {
  const reservations = database.model<ReservationRow>('reservations', { contract: String }, [
    { fields: { contract: 1 }, options: { unique: true } },
  ])
  return async (begun) => {
    for (;;) {
      const { contract: id } = await reserve(reservations, numbers, begun.key)
      const { contract, entries: written } = await append(id, ({ head }) => (head.seq < 0 ? [genesisDraft(begun)] : []))
      if (written.length === 1 || (await entries.knownKeys(id, [genesisKey(begun)])).length === 1) return contract
      // The number was taken without a reservation, by a record that was restored from elsewhere: another one.
      await reservations.deleteOne({ _id: begun.key, contract: id })
    }
  }
}

const genesisKey = ({ key }: NewContract): string => `created:${key}`

const genesisDraft = (begun: NewContract): Draft => ({
  kind: 'created',
  key: genesisKey(begun),
  actor: begun.by,
  source: begun.source,
  payload: { fields: begun.fields as Record<string, Json> as never, ...(begun.restricted && { restricted: true }) },
})

const reserve = async (reservations: Model<ReservationRow>, numbers: NumberStore, key: string): Promise<ReservationRow> => {
  for (;;) {
    const held = await reservations.findById(key).lean<ReservationRow>()
    if (held) return held
    const row = { _id: key, contract: await numbers.next('C') }
    try {
      await reservations.collection.insertOne(row as never)
      return row
    } catch (error) {
      // The key was reserved meanwhile, or the number was: both are found out by asking once more.
      if (!clashOf(reservations, error)) throw error
    }
  }
}

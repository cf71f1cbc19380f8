// A person as a row: who it is now, which accounts it has, and up to which entry of the company's chain it was set.
import type { SchemaDefinition } from 'mongoose'
import { type Account, accountKey, type Person, type Standing } from '../contracts/identity.ts'
import type { Index } from './database.ts'
import { prefixesOf } from './person-match.ts'
import type { PersonChange } from './store.ts'

type Told = 'email' | 'team' | 'manager' | 'zone' | 'hours' | 'company'
export type PersonRow = Omit<Person, 'id' | Told> & { [Key in Told]?: string | undefined } & {
  _id: string
  number: number
  /** The e-mail by which this person is found; a second person with it has the e-mail, but does not hold it. */
  holds?: string
  /** Account keys; absent while there is no account, because an empty list would be a value of a unique index. */
  keys?: string[]
  prefixes: string[]
  /** What an administrator set: what a platform tells does not change it. */
  set: string[]
  /** The last entry of the company's chain that was folded in. */
  seq: number
}

export const personFields: SchemaDefinition = {
  number: Number,
  name: String,
  email: String,
  holds: String,
  standing: String,
  active: Boolean,
  roles: [String],
  team: String,
  manager: String,
  zone: String,
  hours: String,
  company: String,
  accounts: [{ _id: false, platform: String, home: String, id: String }],
  keys: { type: [String], default: undefined },
  prefixes: [String],
  set: [String],
  seq: Number,
}

export const personIndexes: Index[] = [
  { fields: { keys: 1 }, options: { unique: true, sparse: true } },
  { fields: { holds: 1 }, options: { unique: true, sparse: true } },
  { fields: { email: 1 } },
  { fields: { prefixes: 1 } },
  { fields: { number: 1 } },
]

export const personOf = (row: PersonRow): Person => ({
  id: row._id,
  name: row.name,
  email: row.email,
  standing: row.standing,
  active: row.active,
  roles: row.roles,
  team: row.team,
  manager: row.manager,
  zone: row.zone,
  hours: row.hours,
  company: row.company,
  accounts: row.accounts.map(({ platform, home, id }) => ({ platform, home, id })),
})

export type ToldPerson = { name: string; email?: string; zone?: string; standing: Standing; company?: string }

export const newRow = (id: string, told: ToldPerson, account: Account | undefined, holds: boolean): PersonRow => {
  const email = told.email?.toLowerCase()
  return {
    _id: id,
    number: Number(id.slice(2)),
    name: told.name,
    ...(email !== undefined && { email, ...(holds && { holds: email }) }),
    standing: told.standing,
    active: true,
    roles: [],
    ...(told.zone !== undefined && { zone: told.zone }),
    ...(told.company !== undefined && { company: told.company }),
    accounts: account ? [account] : [],
    ...(account && { keys: [accountKey(account)] }),
    prefixes: prefixesOf({ name: told.name, email }),
    set: [],
    seq: -1,
  }
}

const rank: Record<Standing, number> = { member: 2, guest: 1, outsider: 0 }

/** What a platform tells now, where it differs and no administrator decided otherwise; to be less than a member always counts. */
export const news = (row: PersonRow, told: ToldPerson): Partial<PersonRow> => {
  const isOurs = (field: string) => row.set.includes(field)
  const isDemoted = rank[told.standing] < rank[row.standing]
  return {
    ...(told.name !== row.name && !isOurs('name') && named({ name: told.name, email: row.email })),
    ...(told.zone !== undefined && told.zone !== row.zone && !isOurs('zone') && { zone: told.zone }),
    ...(told.standing !== row.standing && (isDemoted || !isOurs('standing')) && { standing: told.standing }),
  }
}

const named = ({ name, email }: { name: string; email: string | undefined }) => ({ name, prefixes: prefixesOf({ name, email }) })

/** The update that sets what an administrator changed. */
export const changeUpdate = (row: PersonRow, { email: typed, ...change }: PersonChange, seq: number) => {
  const email = typed?.toLowerCase()
  const given = { ...change, ...(email !== undefined && { email, holds: email }) }
  const entries = Object.entries(given).filter(([, value]) => value !== undefined)
  const renamed = { name: change.name ?? row.name, email: email ?? row.email }
  return {
    $set: {
      ...Object.fromEntries(entries.filter(([, value]) => value !== null)),
      prefixes: prefixesOf(renamed),
      set: [...new Set([...row.set, ...entries.map(([key]) => key)])],
      seq,
    },
    $unset: Object.fromEntries(entries.filter(([, value]) => value === null).map(([key]) => [key, 1])),
  }
}

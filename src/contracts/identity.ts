// Who people are: accounts on a platform, the person behind them, and their roles in the company.
import { z } from 'zod'

export const PlatformName = z.enum(['slack', 'teams', 'playground', 'terminal'])
export type PlatformName = z.infer<typeof PlatformName>

/** One account: a person is (platform, home team or tenant, id), never a name or an e-mail. */
export type Account = { platform: PlatformName; home: string; id: string }

/** The one spelling of an account, used as a key: `teams:<tenant>:<id>`. */
export const accountKey = (account: Account): string => `${account.platform}:${account.home}:${account.id}`

export const Role = z.enum(['legal', 'approver', 'record-keeper', 'administrator'])
export type Role = z.infer<typeof Role>

/** member: active and internal; guest: restricted account of ours; outsider: home elsewhere, stranger, anonymous. */
export const Standing = z.enum(['member', 'guest', 'outsider'])
export type Standing = z.infer<typeof Standing>

export type Person = {
  /** `P-7` */
  id: string
  name: string
  email: string | undefined
  standing: Standing
  active: boolean
  roles: readonly Role[]
  team: string | undefined
  /** A person id. */
  manager: string | undefined
  /** IANA time zone. */
  zone: string | undefined
  /** Working hours as typed: `09:00-17:30`. */
  hours: string | undefined
  /** The company of an outsider, as far as it is known. */
  company: string | undefined
  accounts: readonly Account[]
}

export const isInternal = (person: Person): boolean => person.active && person.standing === 'member'

export const hasRole = (person: Person, role: Role): boolean => isInternal(person) && person.roles.includes(role)

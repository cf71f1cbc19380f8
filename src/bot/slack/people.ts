// Accounts of Slack in our words: asked of Slack itself, and held for a minute (rule P15) so that a busy thread does not ask for each word.
import { z } from 'zod'
import { type Account, accountKey, type Standing } from '../../contracts/identity.ts'
import type { Member } from '../../contracts/roster.ts'
import type { Speaker } from '../invocation.ts'
import type { Call } from './api.ts'
import { accountOf, type Teams } from './ids.ts'

const words = z.string().nullish()
const User = z.looseObject({
  id: z.string(),
  team_id: words,
  name: words,
  real_name: words,
  deleted: z.boolean().nullish(),
  is_bot: z.boolean().nullish(),
  is_restricted: z.boolean().nullish(),
  is_ultra_restricted: z.boolean().nullish(),
  is_stranger: z.boolean().nullish(),
  tz: words,
  enterprise_user: z.looseObject({ teams: z.array(z.string()).nullish() }).nullish(),
  profile: z.looseObject({ email: words, display_name: words, real_name: words, team: words }).nullish(),
})
export type SlackUser = z.infer<typeof User>

export type Known = Speaker & { active: boolean; isBot: boolean }

export type People = {
  /**
   * Undefined when Slack does not say who that is now: then nothing is shown (rule P2). Who decides or asks is looked up within the minute;
   * for a list of members it may be older (milliseconds), because Slack tells of every change.
   */
  find(user: string, oldest?: number): Promise<Known | undefined>
  /** Makes ready for a long list: the whole directory page by page, where asking one by one would run into Slack's limits. */
  load(users: readonly string[]): Promise<void>
  /** They changed: Slack is asked again. */
  forget(user: string): void
}

/** Milliseconds. */
const fresh = 60_000
/** For lists of members: Slack tells of every change of an account. */
export const listFresh = 600_000
const most = 20_000
/** Unknown accounts from which on the whole directory is cheaper: Slack answers a hundred single questions a minute. */
const many = 50
const directoryPage = 1000

const Directory = z.looseObject({
  members: z.array(User),
  response_metadata: z.looseObject({ next_cursor: z.string().nullish() }).nullish(),
})

type Options = { call: Call; teams: Teams; clock: () => Date }

export const createPeople = ({ call, teams, clock }: Options): People => {
  const looks = new Map<string, { at: number; known: Promise<Known | undefined> }>()
  const hold = (user: string, known: Promise<Known | undefined>) => {
    if (looks.size >= most) looks.clear()
    looks.set(user, { at: clock().getTime(), known })
    return known
  }
  const isHeld = (user: string, oldest: number): boolean => clock().getTime() - (looks.get(user)?.at ?? Number.NEGATIVE_INFINITY) < oldest
  const ask = async (user: string): Promise<Known | undefined> => {
    const reply = await call('users.info', { user })
    if (!reply.ok) {
      looks.delete(user)
      return undefined
    }
    return knownOf(teams, z.looseObject({ user: User }).parse(reply.body).user)
  }
  return {
    async find(user, oldest = fresh) {
      return isHeld(user, oldest) ? looks.get(user)?.known : hold(user, ask(user))
    },
    async load(users) {
      if (users.filter((user) => !isHeld(user, listFresh)).length < many) return
      for (let cursor: string | undefined = ''; cursor !== undefined; ) {
        const reply = await call('users.list', { limit: directoryPage, ...(cursor && { cursor }) })
        // What is left is asked for one by one.
        if (!reply.ok) return
        const page: z.infer<typeof Directory> = Directory.parse(reply.body)
        for (const user of page.members) hold(user.id, Promise.resolve(knownOf(teams, user)))
        cursor = page.response_metadata?.next_cursor || undefined
      }
    },
    forget: (user) => void looks.delete(user),
  }
}

/** The workspace of ours that somebody is at home in, or the one elsewhere. */
const homeOf = (teams: Teams, user: SlackUser): string | undefined =>
  user.enterprise_user?.teams?.find((team) => teams.includes(team)) ?? user.team_id ?? user.profile?.team ?? undefined

const standingOf = (teams: Teams, user: SlackUser): Standing => {
  const home = homeOf(teams, user)
  if (user.is_stranger || home === undefined || !teams.includes(home)) return 'outsider'
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member'
}

const knownOf = (teams: Teams, user: SlackUser): Known => {
  const { profile } = user
  const account: Account = accountOf(teams, user.id, homeOf(teams, user))
  const email = profile?.email?.toLowerCase()
  return {
    account,
    name: profile?.real_name || user.real_name || profile?.display_name || user.name || user.id,
    ...(email && { email }),
    ...(user.tz && { zone: user.tz }),
    standing: standingOf(teams, user),
    active: user.deleted !== true,
    isBot: user.is_bot === true || user.id === 'USLACKBOT',
  }
}

export const memberOf = ({ account, name, email, standing }: Known): Member => ({
  account: accountKey(account),
  name,
  email,
  standing,
  company: undefined,
})

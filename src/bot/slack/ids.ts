// The one codec of ids: Slack's channels, threads, messages and accounts to ours, and back.
import { type Account, accountKey } from '../../contracts/identity.ts'
import { type ConversationId, conversationOf, type ThreadId, threadId } from '../../contracts/talk.ts'

/**
 * The workspaces of the company. The first names all of them in our ids, so that one message which two of its workspaces tell us of is
 * one message.
 */
export type Teams = readonly [string, ...string[]]

export const conversationIdOf = ([home]: Teams, channel: string): ConversationId => `slack:${home}:${channel}`

/** The thread that hangs on the message with that timestamp. */
export const threadIdOf = (teams: Teams, channel: string, root: string): ThreadId => threadId(conversationIdOf(teams, channel), root)

/** The channel itself as a place to write to: no thread of it. */
export const channelThread = (conversation: ConversationId): ThreadId => threadId(conversation, '-')

export type Place = { channel: string; root: string | undefined }

/** Where that is on Slack. Throws for an id that is not one of ours. */
export const placeOf = (id: ConversationId | ThreadId): Place => {
  const bar = id.lastIndexOf('|')
  const found = /^slack:([^:]+):([^:|]+)$/.exec(bar < 0 ? id : conversationOf(id))
  if (!found) throw new Error(`not a conversation of Slack: ${id}`)
  const root = bar < 0 ? '-' : id.slice(bar + 1)
  return { channel: found[2] ?? '', root: root === '-' ? undefined : root }
}

/** Somebody of one of our workspaces is at home with us; everybody else where Slack says. */
export const accountOf = (teams: Teams, id: string, team?: string): Account => ({
  platform: 'slack',
  home: team === undefined || teams.includes(team) ? teams[0] : team,
  id,
})

export const accountKeyOf = (teams: Teams, id: string, team?: string): string => accountKey(accountOf(teams, id, team))

/** The id part of an account key: `slack:<team>:<id>`. */
export const idOfAccountKey = (account: string): string => account.split(':').slice(2).join(':')

/** A timestamp of Slack is an instant and an id: `1700000000.000100`. */
export const instantOf = (timestamp: string): string => new Date(Math.round(Number(timestamp) * 1000)).toISOString()

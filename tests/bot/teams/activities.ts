// Activities as Teams sends them, with the parts that a test changes.
import { type Activity, readActivity } from '../../../src/bot/teams/activity.ts'
import { ana, botId, type FakeMember, tenant } from './fake-connector.ts'

export const channel = '19:deals@thread.tacv2'
export const root = '1700000000000'

export type Parts = { [key: string]: unknown; by?: FakeMember; serviceUrl?: string }

const from = ({ id, name, aadObjectId }: FakeMember) => ({ id, name, ...(aadObjectId && { aadObjectId }) })

/** In the thread of a channel, by Ana, unless said otherwise. */
export const rawActivity = ({ by = ana, ...parts }: Parts = {}): Record<string, unknown> => ({
  type: 'message',
  id: '1700000000001',
  timestamp: '2026-11-24T10:00:00.000Z',
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1:1/teams',
  from: from(by),
  recipient: { id: botId, name: 'Throughline' },
  conversation: { id: `${channel};messageid=${root}`, conversationType: 'channel', isGroup: true, tenantId: tenant },
  channelData: { tenant: { id: tenant }, team: { id: '19:general@thread.tacv2', aadGroupId: 'group-1' }, channel: { id: channel } },
  textFormat: 'plain',
  text: 'Twelve months works for us.',
  ...parts,
})

export const messageActivity = (parts: Parts): Activity => {
  const activity = readActivity(JSON.stringify(rawActivity(parts)))
  if (!activity) throw new Error('not an activity')
  return activity
}

export const mentionOfBot = { type: 'mention', text: '<at>Throughline</at>', mentioned: { id: botId, name: 'Throughline' } }

export const mentioning = (text: string, parts: Parts = {}): Record<string, unknown> =>
  rawActivity({ text: `<at>Throughline</at> ${text}`, entities: [mentionOfBot], ...parts })

export const personal = (text: string, parts: Parts = {}): Record<string, unknown> =>
  rawActivity({
    text,
    conversation: { id: 'a:ana', conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
    ...parts,
  })

export const pressing = (data: object, parts: Parts = {}): Record<string, unknown> =>
  rawActivity({
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: 'card-1',
    text: undefined,
    value: { action: { type: 'Action.Execute', verb: 'command', data }, trigger: 'manual' },
    ...parts,
  })

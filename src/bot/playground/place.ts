// The place that the playground plays: one company, one team with two channels, a group chat, a personal chat.
import { conversationIdOf } from '../teams/ids.ts'
import type { Reference } from '../teams/reference.ts'

/** The tenant of the made-up company; no such tenant exists. */
export const playgroundTenant = '00000000-0000-4000-8000-000000000001'

const bot = { id: '28:00000000-0000-4000-8000-000000000002', name: 'Throughline' }
const team = { id: '19:team@thread.tacv2', name: 'Customer Success', aadGroupId: '00000000-0000-4000-8000-000000000003' }
const channel = { id: '19:penhallow@thread.tacv2', name: 'Penhallow' }
const personalChat = 'a:personal-chat'
const groupChat = { id: '19:group@thread.v2', name: 'Renewals' }

export const place = { tenant: playgroundTenant, bot, team, channel, personalChat, groupChat } as const

/** Where the page's own server takes what the bot says. */
export const serviceUrlOf = (port: number): string => `http://127.0.0.1:${port}/_connector`

/** The one personal chat that the page shows. */
export const personalReference = (port: number): Reference => ({
  serviceUrl: serviceUrlOf(port),
  conversation: personalChat,
  tenant: playgroundTenant,
  kind: 'personal',
  bot,
})

/** The channel's conversation in our own spelling. */
export const channelConversation = conversationIdOf('playground', playgroundTenant, channel.id)

// What Bolt calls us for once a delivery is acknowledged: every door, and the pages that Slack shows of us.
import type { App } from '@slack/bolt'
import { z } from 'zod'
import { isStorageAway } from '../../store/storage-away.ts'
import type { Respond } from './answers.ts'
import { readEnvelope } from './body.ts'
import { searchContracts } from './contract-picker.ts'
import { openForm, Pressed, pressed, slash, typed } from './doors.ts'
import { publishHome } from './home.ts'
import type { SlashCommand } from './invocation-of.ts'
import { DetailsAsked, showDetails } from './pane.ts'
import type { Parts } from './parts.ts'
import { MessageShortcut, openAskForm, openDecideForm, openLinkForm } from './shortcuts.ts'
import { Submission, submitted } from './submit.ts'
import { LinkShared, unfurlLinks } from './unfurl.ts'

/** Each listener acknowledges first and works afterwards. */
export const listen = (app: App, parts: Parts): void => {
  listenToEvents(app, parts)
  listenToCommands(app, parts)
  listenToForms(app, parts)
}

const listenToEvents = (app: App, parts: Parts): void => {
  const words = async ({ body }: { body: object }) => {
    const envelope = readEnvelope(body)
    if (envelope?.event) await typed(parts, { ...envelope, event: envelope.event })
  }
  app.event('app_mention', words)
  // Only what was just said to us alone: neither edits nor deletions, and in a channel the mention comes by itself.
  app.event('message', async ({ body }) => {
    const event = readEnvelope(body)?.event
    if (event?.channel_type === 'im' && (event.subtype === undefined || event.subtype === 'file_share')) await words({ body })
  })
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'home') await publishHome(parts, { user: event.user })
  })
  app.event('link_shared', async ({ body }) => {
    const shared = LinkShared.safeParse(body)
    if (shared.success) await unfurlLinks(parts, shared.data)
  })
  app.event('entity_details_requested', async ({ body }) => {
    const asked = DetailsAsked.safeParse(body)
    if (asked.success) await showDetails(parts, asked.data)
  })
}

const listenToCommands = (app: App, parts: Parts): void => {
  app.command(/.*/, async ({ command, ack, respond }) => {
    await ack()
    await slash(parts, command as SlashCommand, respond as Respond)
  })
  app.action(/^command:/, async ({ body, ack, respond }) => {
    await ack()
    const press = Pressed.safeParse(body)
    const hasWayBack = 'response_url' in body && Boolean(body.response_url)
    if (press.success) await pressed(parts, press.data, hasWayBack ? (respond as Respond) : undefined)
  })
  app.action(/^form:/, async ({ body, ack }) => {
    await ack()
    const press = Pressed.safeParse(body)
    if (press.success) await openForm(parts, press.data)
  })
}

const Searched = z.looseObject({ value: z.string().default(''), user: z.looseObject({ id: z.string(), team_id: z.string().nullish() }) })

/** With nothing to offer Slack says so; without an answer it shows an error. */
const found = async (parts: Parts, { value, user }: z.infer<typeof Searched>) => {
  try {
    return await searchContracts(parts, { user: user.id, team: user.team_id ?? undefined }, value)
  } catch (error) {
    if (!isStorageAway(error)) throw error
    return []
  }
}

const listenToForms = (app: App, parts: Parts): void => {
  const onMessage = { link: openLinkForm, decide: openDecideForm }
  for (const [callback_id, open] of Object.entries(onMessage)) {
    app.shortcut({ callback_id, type: 'message_action' }, async ({ shortcut, ack }) => {
      await ack()
      const used = MessageShortcut.safeParse(shortcut)
      if (used.success) await open(parts, used.data)
    })
  }
  app.shortcut({ callback_id: 'ask', type: 'shortcut' }, async ({ shortcut, ack }) => {
    await ack()
    const { trigger_id, user, team } = shortcut
    await openAskForm(parts, { trigger: trigger_id, origin: { user: user.id, team: user.team_id ?? team?.id } })
  })
  app.view('form', async ({ body, ack }) => {
    const sent = Submission.safeParse(body)
    if (sent.success) await submitted(parts, sent.data, ack as Parameters<typeof submitted>[2])
    else await ack()
  })
  app.options('contract', async ({ body, ack }) => {
    const search = Searched.safeParse(body)
    await ack({ options: search.success ? await found(parts, search.data) : [] })
  })
}

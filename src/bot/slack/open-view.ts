// Opening a modal: a view that waits at once, because the way to open one closes after three seconds, then what goes into it.
import { createHash } from 'node:crypto'
import type { ModalView } from '@slack/types'
import { z } from 'zod'
import { isStorageAway } from '../../store/storage-away.ts'
import { card, text } from '../card.ts'
import { storageAwayCard } from '../cards/refusal.ts'
import type { Destination } from '../platform.ts'
import type { Origin } from './circumstances.ts'
import { accountKeyOf, channelThread, conversationIdOf, threadIdOf } from './ids.ts'
import type { Parts } from './parts.ts'
import { sendCard } from './send.ts'
import { type About, cardView, waitingView } from './view.ts'

const Opened = z.looseObject({ view: z.looseObject({ id: z.string(), hash: z.string().nullish() }) })

/** Who opens it, by the trigger that Slack gave for that. */
export type Opener = { trigger: string; origin: Origin }

export const openView = async (parts: Parts, { trigger, origin }: Opener, about: About, fill: () => Promise<ModalView>): Promise<void> => {
  const reply = await parts.call('views.open', { trigger_id: trigger, view: waitingView(about, 'One moment …') })
  if (!reply.ok) return tellNotOpened(parts, { trigger, origin }, reply.error)
  const { id, hash } = Opened.parse(reply.body).view
  const update = async (view: ModalView) => {
    const filled = await parts.call('views.update', { view_id: id, ...(hash && { hash }), view })
    if (!filled.ok) parts.log.warn({ error: filled.error }, 'Slack did not fill a form.')
  }
  try {
    await update(await fill())
  } catch (error) {
    const isAway = isStorageAway(error)
    await update(cardView(about, isAway ? storageAwayCard() : brokenCard))
    if (!isAway) throw error
  }
}

const brokenWords = 'Something went wrong here, not with what you did. Close this and open it again.'
const brokenCard = card(brokenWords, text(brokenWords, 'bad'))
const lateWords = 'Slack closed the form before it could open. Use the shortcut or the button again.'
const lateCard = card(lateWords, text(lateWords, 'warning'))

/** Where nothing opens, silence would look as if it had been done. */
const tellNotOpened = async (parts: Parts, { trigger, origin }: Opener, error: string): Promise<void> => {
  parts.log.warn({ error }, 'Slack did not open a form.')
  const id = `form-${createHash('sha256').update(trigger).digest('hex').slice(0, 40)}`
  await sendCard(parts, { id, destination: destinationOf(parts, origin), card: lateCard })
}

const destinationOf = ({ teams }: Parts, { user, team, channel, root }: Origin): Destination => {
  const account = accountKeyOf(teams, user, team)
  if (channel === undefined) return { to: 'person', account }
  const thread = root === undefined ? channelThread(conversationIdOf(teams, channel)) : threadIdOf(teams, channel, root)
  return { to: 'person-in-thread', thread, account }
}

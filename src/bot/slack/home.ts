// App Home: the page that Slack shows of us, drawn anew whenever its person opens it.
import type { HomeView } from '@slack/types'
import { isStorageAway } from '../../store/storage-away.ts'
import { askerOf, isOutsider } from '../asker.ts'
import type { Card } from '../card.ts'
import { storageAwayCard, unavailableCard } from '../cards/refusal.ts'
import { homeOf } from '../home.ts'
import { circumstancesOf, type Origin, strangerAnswer } from './circumstances.ts'
import { surfaces } from './limits.ts'
import type { Parts } from './parts.ts'
import { renderCard } from './render-card.ts'

export const publishHome = async (parts: Parts, origin: Origin): Promise<void> => {
  const reply = await parts.call('views.publish', { user_id: origin.user, view: homeView(await shownTo(parts, origin)) })
  if (!reply.ok) parts.log.warn({ error: reply.error }, 'Slack did not show a home page.')
}

export const homeView = (shown: Card): HomeView => ({ type: 'home', blocks: renderCard(shown, surfaces.view).blocks })

const shownTo = async (parts: Parts, { user, team }: Origin): Promise<Card> => {
  const { isKnown, speaker } = await circumstancesOf(parts, { user, team })
  if (!isKnown) return strangerAnswer.card
  try {
    const person = await askerOf(parts.store, speaker)
    if (isOutsider(speaker, person)) return unavailableCard()
    return await homeOf(parts.store, person, { now: parts.clock().toISOString(), zone: parts.zone })
  } catch (error) {
    if (isStorageAway(error)) return storageAwayCard()
    throw error
  }
}

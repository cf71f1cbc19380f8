// Our own links in a message: shown with no more than everybody in that conversation may see, because everybody sees it.
import type { EntityMetadata } from '@slack/types'
import { z } from 'zod'
import { isCalendarDate, showDay } from '../../contracts/calendar-date.ts'
import { type Contract, field, titleOf } from '../../contracts/contract.ts'
import { showChoice } from '../../contracts/fields.ts'
import { outsiderView } from '../../contracts/outsider-view.ts'
import { outsidersOf } from '../../contracts/roster.ts'
import { type Card, card, type Fact, text } from '../card.ts'
import { refreshConversation } from './conversations.ts'
import { surfaces } from './limits.ts'
import { contractAt, contractUrl, isPersonal, pathIn } from './our-links.ts'
import type { Parts } from './parts.ts'
import { renderCard } from './render-card.ts'
import { entityOf } from './work-object.ts'

export const LinkShared = z.looseObject({
  event: z.looseObject({ channel: z.string(), message_ts: z.string(), links: z.array(z.looseObject({ url: z.string() })) }),
})

/** What a link shows: blocks, and where it is a contract the Work Object whose pane opens beside it. */
type Preview = { url: string; shown: Card; entity?: EntityMetadata }

export const unfurlLinks = async (parts: Parts, { event }: z.infer<typeof LinkShared>): Promise<void> => {
  const ours = event.links.filter(({ url }) => pathIn(parts.publicUrl, url) !== undefined)
  const previews = (await Promise.all(ours.map(({ url }) => previewOf(parts, event.channel, url)))).filter((one) => one !== undefined)
  if (previews.length === 0) return
  const at = { channel: event.channel, ts: event.message_ts }
  const unfurls = Object.fromEntries(previews.map(({ url, shown }) => [url, { blocks: renderCard(shown, surfaces.plainMessage).blocks }]))
  const entities = previews.flatMap(({ entity }) => entity ?? [])
  // Slack takes the blocks where the app has no Work Objects switched on.
  const reply = await parts.call('chat.unfurl', { ...at, unfurls, ...(entities.length > 0 && { metadata: { entities } }) })
  const settled = reply.ok || entities.length === 0 ? reply : await parts.call('chat.unfurl', { ...at, unfurls })
  if (!settled.ok) parts.log.warn({ error: settled.error }, 'Slack did not unfurl a link.')
}

const previewOf = async (parts: Parts, channel: string, url: string): Promise<Preview | undefined> => {
  if (isPersonal(parts.publicUrl, url)) return { url, shown: personalCard }
  const number = contractAt(parts.publicUrl, url)
  const state = number === undefined ? undefined : await parts.store.contracts.state(number)
  const contract = state && (await asAllSee(parts, channel, state))
  if (!contract) return undefined
  const title = `${contract.id} ${titleOf(contract)}`
  const facts = glance(contract)
  const shown = card([title, ...facts.map(({ value }) => value)].join(', '), text(title), { type: 'facts', facts })
  const entity = entityOf(
    { number: contract.id, title, url: contractUrl(parts.publicUrl, contract.id), posted: url },
    card(title, { type: 'facts', facts }),
  )
  return { url, shown, entity }
}

const personalWords = 'A personal link: it opens for the person to whom it was given, and for a quarter of an hour.'
const personalCard = card('A personal link.', text(personalWords))

/** Nothing where it is not known who would see it, and of a restricted contract nowhere (rules P2 and P11). */
const asAllSee = async (parts: Parts, channel: string, contract: Contract): Promise<Contract | undefined> => {
  const { id, roster } = await refreshConversation(parts, channel)
  if (!roster || contract.restricted) return undefined
  if (outsidersOf(roster).length === 0) return contract
  const linked = await parts.store.threads.ofConversation(id)
  return linked.some(({ contracts }) => contracts.includes(contract.id)) ? outsiderView(contract) : undefined
}

/** Without a price. */
const glance = (contract: Contract): Fact[] => {
  const ends = field(contract, 'expirationDate')
  return [
    { label: 'Counterparty', value: field(contract, 'counterparty') ?? '' },
    { label: 'Status', value: showChoice(field(contract, 'status') ?? '') },
    { label: 'Expires', value: ends === undefined ? '' : isCalendarDate(ends) ? showDay(ends) : ends },
  ].filter(({ value }) => value !== '')
}

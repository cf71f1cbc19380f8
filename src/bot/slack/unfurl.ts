// Our own links in a message: shown with no more than everybody in that conversation may see, because everybody sees it.
import { z } from 'zod'
import { dayOf, showDay } from '../../contracts/calendar-date.ts'
import { type Contract, field, titleOf } from '../../contracts/contract.ts'
import { outsiderView } from '../../contracts/outsider-view.ts'
import { outsidersOf } from '../../contracts/roster.ts'
import { type Card, card, type Fact, text } from '../card.ts'
import { refreshConversation } from './conversations.ts'
import type { Parts } from './parts.ts'
import { renderCard } from './render-card.ts'

export const LinkShared = z.looseObject({
  event: z.looseObject({ channel: z.string(), message_ts: z.string(), links: z.array(z.looseObject({ url: z.string() })) }),
})

export const unfurlLinks = async (parts: Parts, { event }: z.infer<typeof LinkShared>): Promise<void> => {
  const ours = event.links.flatMap(({ url }) => (pathIn(parts.publicUrl, url) === undefined ? [] : [url]))
  if (ours.length === 0) return
  const shown = await Promise.all(ours.map(async (url) => [url, await cardOf(parts, event.channel, url)] as const))
  const unfurls = Object.fromEntries(shown.flatMap(([url, one]) => (one ? [[url, { blocks: renderCard(one).blocks }]] : [])))
  if (Object.keys(unfurls).length === 0) return
  const reply = await parts.call('chat.unfurl', { channel: event.channel, ts: event.message_ts, unfurls })
  if (!reply.ok) parts.log.warn({ error: reply.error }, 'Slack did not unfurl a link.')
}

const pathIn = (publicUrl: string, url: string): string | undefined =>
  url.startsWith(`${publicUrl}/`) ? URL.parse(url)?.pathname : undefined

const cardOf = async (parts: Parts, channel: string, url: string): Promise<Card | undefined> => {
  const path = pathIn(parts.publicUrl, url) ?? ''
  if (/^\/(?:upload|file)\//.test(path)) return personalCard
  const number = /^\/contracts\/(C-[1-9]\d{0,8})$/.exec(path)?.[1]
  const contract = number === undefined ? undefined : await parts.store.contracts.state(number)
  return contract && (await contractCard(parts, channel, contract))
}

const personalCard = card(
  'A personal link.',
  text('A personal link: it opens for the person to whom it was given, and for a quarter of an hour.'),
)

/** Nothing where it is not known who would see it, and of a restricted contract nowhere (rules P2 and P11). */
const contractCard = async (parts: Parts, channel: string, contract: Contract): Promise<Card | undefined> => {
  const { id, roster } = await refreshConversation(parts, channel)
  if (!roster || contract.restricted) return undefined
  if (outsidersOf(roster).length === 0) return glance(contract)
  const linked = await parts.store.threads.ofConversation(id)
  return linked.some(({ contracts }) => contracts.includes(contract.id)) ? glance(outsiderView(contract)) : undefined
}

/** Without a price. */
const glance = (contract: Contract): Card => {
  const ends = field(contract, 'expirationDate')
  const facts: Fact[] = [
    { label: 'Counterparty', value: field(contract, 'counterparty') ?? '' },
    { label: 'Status', value: (field(contract, 'status') ?? '').replaceAll('-', ' ') },
    { label: 'Ends', value: ends === undefined ? '' : showDay(dayOf(ends, 'utc')) },
  ].filter(({ value }) => value !== '')
  return card(`${contract.id} ${titleOf(contract)}`, text(`${contract.id} ${titleOf(contract)}`), { type: 'facts', facts })
}

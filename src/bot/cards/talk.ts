// Talk as a card: each message attributed and dated, with what became of it since; what is held back is said.
import { dayOf, showDay, showInstant } from '../../contracts/calendar-date.ts'
import { type Contract, titleOf } from '../../contracts/contract.ts'
import { showEmoji } from '../../contracts/emoji.ts'
import { conversationOf, type TalkMessage } from '../../contracts/talk.ts'
import { viewTalk } from '../../contracts/talk-view.ts'
import type { TalkPage } from '../../store/store.ts'
import { type Card, type CardElement, card, context, heading } from '../card.ts'
import { clamp } from '../display-text.ts'

export type TalkCardOptions = {
  zone: string
  /** The line that asked, without paging: the next page repeats it. */
  line: string
  asOf?: string
  history?: boolean
  searched?: string
  /** Who will read it: what is offered is what they may do. */
  reader: 'writer' | 'colleague' | 'outsider'
}

export const talkCard = (contract: Contract, page: TalkPage, options: TalkCardOptions): Card => {
  const title = `Talk of ${contract.id} ${titleOf(contract)}`
  const { number, atLeast } = page.count
  const counted = `${number.toLocaleString('en')}${atLeast ? '+' : ''} message${number === 1 ? '' : 's'}`
  const scope = [
    counted,
    options.searched && `with "${options.searched}"`,
    options.asOf && `as it stood on ${showInstant(options.asOf, options.zone)}`,
  ]
  return card(
    `${title}: ${scope.filter(Boolean).join(', ')}`,
    heading(title),
    context(scope.filter(Boolean).join(', ')),
    page.items.flatMap((message) => messageElements(message, options)),
    number === 0 && emptyHint(contract, page, options),
    hiddenLine(page, options.zone),
    page.next !== undefined && { type: 'buttons', buttons: [{ label: 'Later messages', command: `${options.line} after:"${page.next}"` }] },
  )
}

const emptyHint = (contract: Contract, { hidden }: TalkPage, { searched, asOf, reader }: TalkCardOptions): CardElement | undefined => {
  const { id } = contract
  if (searched) return context(`Nothing said uses these words. All of it: talk ${id}`)
  if (asOf !== undefined) return context(`Nothing had been said then. As it is now: talk ${id}`)
  if (reader === 'outsider') return context('Nothing that was said is shared with you here yet.')
  // It is said how much there is.
  if (hidden) return undefined
  return reader === 'writer'
    ? context(`Nothing is kept yet. Link a thread: type "link ${id}" in it, or keep a call: note ${id} "They accept 12 months"`)
    : context(`Nothing is kept yet. Who may change ${id} can link a thread to it: its owner, legal.`)
}

const hiddenLine = (page: TalkPage, zone: string): CardElement | undefined => {
  if (!page.hidden) return undefined
  const { count, from, to } = page.hidden
  const first = showDay(dayOf(from, zone))
  const last = showDay(dayOf(to, zone))
  const range = first === last ? first : `${first} to ${last}`
  return context(`${count} message${count === 1 ? '' : 's'} in a private conversation you are not in (${range}).`)
}

/** One message as it reads at that moment; with `history`, every version of it. */
export const messageElements = (
  message: TalkMessage,
  { zone, asOf, history }: Pick<TalkCardOptions, 'zone' | 'asOf' | 'history'>,
): CardElement[] => {
  const view = viewTalk(message, asOf)
  if (!view) return []
  const quote: CardElement = {
    type: 'quote',
    author: authorOf(message),
    at: showInstant(message.postedAt, zone),
    text: view.text ?? 'The text was never received.',
    marks: marksOf(message, zone, asOf),
    ...(message.permalink && { link: { label: 'Open', url: message.permalink } }),
  }
  const pictures = view.deletedAt === undefined ? picturesOf(message) : []
  return [quote, ...pictures, ...(history ? versionLines(message, zone) : [])]
}

/** Pictures whose bytes we keep, as their platform shows them. What was deleted there is not there to be shown. */
const picturesOf = ({ thread, author, files }: TalkMessage): CardElement[] =>
  files.flatMap(({ name, sha256, picture }): CardElement[] => {
    if (!picture || sha256 === undefined) return []
    const shared = `${clamp(name, longestName)}, shared by ${author.name}`
    const alt = picture.alt === undefined ? shared : `${picture.alt} (${shared})`
    return [{ type: 'image', conversation: conversationOf(thread), file: picture.id, alt }]
  })

const platformNames: Record<string, string> = { teams: 'Teams', slack: 'Slack', playground: 'Teams playground', terminal: 'note' }

const authorOf = (message: TalkMessage): string => {
  const where = message.kind === 'message' ? platformNames[message.thread.split(':')[0] ?? ''] : message.kind
  return where ? `${message.author.name} · ${where}` : message.author.name
}

const marksOf = (message: TalkMessage, zone: string, asOf: string | undefined): string[] => {
  const view = viewTalk(message, asOf)
  if (!view) return []
  return [
    ...(view.edited ? ['edited'] : []),
    ...(view.deletedAt ? [`deleted there on ${showInstant(view.deletedAt, zone)}`] : []),
    ...(message.received ? [] : ['recovered']),
    ...(message.audience === 'shared' ? ['shared with the other side'] : []),
    ...view.reactions.map(({ emoji, by }) => `${showEmoji(emoji)} ${by.length}`),
    ...message.files.map(fileMark),
  ]
}

/** As much of a name as anybody reads; the rest stands in the record. */
const longestName = 120

const fileMark = ({ name: whole, missing, pending }: TalkMessage['files'][number]): string => {
  const name = clamp(whole, longestName)
  if (missing) return `file ${name}: ${missing}`
  return pending ? `file ${name}, which is not kept yet and is tried again: ${pending}` : `file ${name}`
}

const versionLines = (message: TalkMessage, zone: string): CardElement[] => {
  const words = { original: 'first written', edit: 'edited', recovered: 'recovered', system: 'changed by the platform' }
  const texts = message.texts.map((version) => ({ at: version.at, line: `${words[version.origin]}: ${version.text}` }))
  const removals = message.removals.map((removal) => ({ at: removal.at, line: removal.removed ? 'deleted' : 'restored' }))
  if (texts.length + removals.length < 2) return []
  return [...texts, ...removals]
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ at, line }) => context(`${showInstant(at, zone)} ${line}`))
}

// A card as a message of Teams: what it says in one sentence for those who do not see it, the drawn card, and the id that finds it again.
import type { Card } from '../card.ts'
import type { Outgoing } from '../platform.ts'
import type { Reference } from './reference.ts'
import type { AdaptiveCard } from './render-card.ts'

export const adaptiveCard = 'application/vnd.microsoft.card.adaptive'

/** Behind a button stands whether everybody sees its card, so that a press knows what it may replace. */
const nonceOf = ({ id, destination }: Outgoing): string => (destination.to === 'thread' ? `all:${id}` : id)

export const isForAll = (nonce: string | undefined): boolean => nonce?.startsWith('all:') ?? false

/** How a card is drawn here; the nonce goes behind its buttons. */
export type Draw = (card: Card, nonce: string) => AdaptiveCard

export const attachmentOf = (drawn: AdaptiveCard) => ({ contentType: adaptiveCard, content: drawn })

/** The outbox id stands in the attachment's name and, as the nonce, behind its buttons; both come back when Graph is asked. */
export const cardMessage = (draw: Draw, outgoing: Outgoing, reference: Reference, conversation: string) => ({
  type: 'message',
  ...(outgoing.replaces !== undefined && { id: outgoing.replaces }),
  from: reference.bot,
  conversation: { id: conversation },
  summary: outgoing.card.summary,
  attachments: [{ ...attachmentOf(draw(outgoing.card, nonceOf(outgoing))), name: markOf(outgoing.id) }],
  channelData: { throughline: { outbox: outgoing.id } },
})

export const markOf = (outbox: string): string => `throughline ${outbox}`

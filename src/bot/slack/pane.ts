// The pane at the side of Slack: somebody opens the preview of a contract, and sees what "show" answers them, and nobody else.
// https://docs.slack.dev/reference/events/entity_details_requested
import { z } from 'zod'
import { ContractId } from '../../contracts/contract.ts'
import type { Origin } from './circumstances.ts'
import { pressedInvocation } from './invocation-of.ts'
import { contractAt, contractUrl } from './our-links.ts'
import type { Answered, Parts } from './parts.ts'
import { entityOf } from './work-object.ts'

export const DetailsAsked = z.looseObject({
  event: z.looseObject({
    user: z.string(),
    trigger_id: z.string(),
    entity_url: z.string(),
    app_unfurl_url: z.string().nullish(),
    external_ref: z.looseObject({ id: z.string() }).nullish(),
    channel: z.string().nullish(),
    message_ts: z.string().nullish(),
    thread_ts: z.string().nullish(),
    event_ts: z.string().nullish(),
  }),
})
type Event = z.infer<typeof DetailsAsked>['event']

/** Asked by dispatch like anything else, so the pane knows no rule of its own. */
export const showDetails = async (parts: Parts, { event }: z.infer<typeof DetailsAsked>): Promise<void> => {
  const number = ContractId.safeParse(event.external_ref?.id).data ?? contractAt(parts.publicUrl, event.entity_url)
  const told = number === undefined ? { error: { status: 'not_found' } } : await detailsOf(parts, event, number)
  const reply = await parts.call('entity.presentDetails', { trigger_id: event.trigger_id, ...told })
  if (!reply.ok) parts.log.warn({ error: reply.error }, 'Slack did not show the details of a contract.')
}

const detailsOf = async (parts: Parts, event: Event, number: string): Promise<Record<string, unknown>> => {
  const root = event.thread_ts ?? undefined
  const origin: Origin = { user: event.user, channel: event.channel ?? undefined, root, answerRoot: root }
  const press = { command: `show ${number}`, card: event.trigger_id, at: event.event_ts ?? '' }
  const { invocation, isKnown } = await pressedInvocation(parts, origin, press)
  const url = contractUrl(parts.publicUrl, number)
  // Slack asks for the rest to be hidden from whom we do not know; that address tells how to become known.
  if (!isKnown) return { user_auth_required: true, user_auth_url: url }
  const answered = await parts.dispatch(invocation)
  if (answered.refusal || answered.failure) return { error: errorOf(answered) }
  return { metadata: entityOf({ number, title: titleIn(answered, number), url, posted: event.app_unfurl_url ?? undefined }, answered.card) }
}

const titleIn = ({ card }: Answered, number: string): string => {
  const heading = card.elements.find(({ type }) => type === 'heading')
  return heading?.type === 'heading' ? heading.text : number
}

const errorOf = ({ refusal, card }: Answered) => ({
  status: 'custom',
  custom_title: 'Nothing to show',
  custom_message: refusal ? refusal.inOneLine : card.summary,
})

// Appending what was heard: one write for each contract, with the list of members that its talk was said before.
import type { Contract } from '../../contracts/contract.ts'
import type { Draft } from '../../contracts/record/entry.ts'
import { audienceOf } from '../../contracts/roster.ts'
import type { Store } from '../../store/store.ts'
import type { Heard } from '../platform.ts'
import { type Circumstances, draftsOf } from './drafts.ts'
import type { Prepared } from './prepare.ts'
import { type createKnownRosters, rosterDraft } from './surroundings.ts'

type KnownRosters = ReturnType<typeof createKnownRosters>

export const appendHeard = async (store: Pick<Store, 'record'>, known: KnownRosters, list: readonly Prepared[]): Promise<void> => {
  for (const contract of new Set(list.flatMap((one) => one.around.contracts))) {
    const ours = list.filter((one) => one.around.contracts.includes(contract))
    await store.record.append(contract, (state) => [
      ...newRosters(contract, known, ours),
      ...ours.flatMap((one) => one.heard.flatMap(({ event, files }) => draftsOf(withRaw(event, one), circumstancesOf(one, state), files))),
    ])
    for (const { around, roster } of ours) if (roster) known.add(contract, around.conversation, roster.hash)
  }
}

const newRosters = (contract: string, known: KnownRosters, list: readonly Prepared[]): Draft[] => {
  const drafts = list.flatMap(({ around, roster, delivery }) =>
    roster && !known.has(contract, around.conversation, roster.hash) ? [rosterDraft(around.conversation, roster, delivery.platform)] : [],
  )
  return [...new Map(drafts.map((draft) => [draft.key, draft])).values()]
}

export const circumstancesOf = ({ delivery, around, roster, personOf }: Prepared, state: Contract): Circumstances => ({
  conversation: around.conversation,
  thread: delivery.thread,
  source: delivery.platform,
  audience: audienceOf(state, roster),
  visibility: around.visibility,
  roster: roster?.hash,
  backfilled: false,
  personOf,
})

/** The delivery exactly as it came stays with the entry that it made. */
const withRaw = (event: Heard, { delivery: { body } }: Prepared): Heard => {
  if (event.type === 'message') return { ...event, message: { ...event.message, raw: event.message.raw ?? body } }
  return event.type === 'edited' ? { ...event, raw: event.raw ?? body } : event
}

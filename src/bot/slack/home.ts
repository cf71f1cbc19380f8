// App Home: what belongs to the person who opens it; asked of the same store as every command, so that it shows no more than they may see.
import type { HomeView } from '@slack/types'
import { dayOf, showDay } from '../../contracts/calendar-date.ts'
import { type Contract, field, titleOf } from '../../contracts/contract.ts'
import type { Person } from '../../contracts/identity.ts'
import { askerOf, isOutsider } from '../asker.ts'
import { buttons, type Card, type CardElement, card, context, heading, text } from '../card.ts'
import { unavailableCard } from '../cards/refusal.ts'
import { circumstancesOf, type Origin, strangerAnswer } from './circumstances.ts'
import { surfaces } from './limits.ts'
import type { Parts } from './parts.ts'
import { renderCard } from './render-card.ts'

const horizonDays = 90
const mostContracts = 200
const shownContracts = 10
const shownThreads = 5

export const publishHome = async (parts: Parts, origin: Origin): Promise<void> => {
  const { isKnown, speaker } = await circumstancesOf(parts, { user: origin.user, team: origin.team })
  const shown = isKnown ? await homeOf(parts, await askerOf(parts.store, speaker), speaker) : strangerAnswer.card
  const view: HomeView = { type: 'home', blocks: renderCard(shown, surfaces.view).blocks }
  const reply = await parts.call('views.publish', { user_id: origin.user, view })
  if (!reply.ok) parts.log.warn({ error: reply.error }, 'Slack did not show a home page.')
}

const homeOf = async (parts: Parts, person: Person, speaker: Parameters<typeof isOutsider>[0]): Promise<Card> => {
  if (isOutsider(speaker, person) || !person.active) return unavailableCard()
  const query = { words: [], without: [], filters: [{ field: 'owner' as const, comparison: '=' as const, value: person.id }] }
  const { items } = await parts.store.contracts.find(person, query, { limit: mostContracts })
  const contracts = items.map((hit) => hit.contract)
  const today = dayOf(parts.clock().toISOString(), person.zone ?? 'UTC')
  return card(
    'Your contracts, your threads, and how to ask.',
    heading('Waiting for you'),
    text('Nothing. Contracts that need a look soon are below.'),
    heading('Yours, ending within 90 days'),
    endingSoon(contracts, today),
    heading('Threads linked to your contracts'),
    recentThreads(contracts),
    heading('Settings'),
    {
      type: 'facts',
      facts: [
        { label: 'Name', value: person.name },
        { label: 'Time zone', value: person.zone ?? "the company's" },
        { label: 'Roles', value: person.roles.join(', ') || 'none' },
        { label: 'Team', value: person.team ?? 'none' },
      ],
    },
    context('An administrator changes them with: person set'),
    heading('Ask'),
    text('In a thread: @Throughline link C-142. Anywhere: /contract find acme. Here: write to me.'),
    buttons({ label: 'Help', command: 'help', style: 'primary' }, { label: 'All my contracts', command: 'find owner:me' }),
  )
}

const endingSoon = (contracts: readonly Contract[], today: string): CardElement => {
  const last = new Date(Date.parse(today) + horizonDays * 86_400_000).toISOString().slice(0, 10)
  const ending = contracts
    .flatMap((contract) => ({ contract, ends: field(contract, 'expirationDate') ?? '' }))
    .filter(({ ends }) => ends >= today && ends <= last)
    .sort((one, other) => (one.ends < other.ends ? -1 : 1))
  if (ending.length === 0) return text('None.')
  return {
    type: 'table',
    caption: `${ending.length} contract${ending.length === 1 ? '' : 's'}${ending.length > shownContracts ? `, the first ${shownContracts}` : ''}`,
    columns: [{ label: 'Contract' }, { label: 'Title' }, { label: 'Counterparty' }, { label: 'Ends' }],
    rows: ending.slice(0, shownContracts).map(({ contract, ends }) => ({
      cells: [contract.id, titleOf(contract), field(contract, 'counterparty') ?? '', showDay(ends)],
      command: `show ${contract.id}`,
    })),
  }
}

const recentThreads = (contracts: readonly Contract[]): CardElement => {
  const links = contracts
    .flatMap((contract) => contract.threads.filter(({ active }) => active).map((link) => ({ contract, link })))
    .sort((one, other) => (one.link.at > other.link.at ? -1 : 1))
    .slice(0, shownThreads)
  if (links.length === 0) return text('None yet.')
  return {
    type: 'table',
    caption: 'The last to be linked',
    columns: [{ label: 'Contract' }, { label: 'Title' }, { label: 'Where' }, { label: 'Linked' }],
    rows: links.map(({ contract, link }) => ({
      cells: [contract.id, titleOf(contract), link.conversationName, showDay(link.at.slice(0, 10))],
      command: `talk ${contract.id}`,
    })),
  }
}

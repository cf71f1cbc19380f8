// What a person finds at home: what waits for them, their renewals by the last day for notice, their threads, settings, and how to ask.
import { type CalendarDate, showDay } from '../../contracts/calendar-date.ts'
import { type Contract, field, type LinkedThread, titleOf } from '../../contracts/contract.ts'
import type { Person } from '../../contracts/identity.ts'
import type { Renewal, Renewals } from '../../contracts/renewals.ts'
import { type Button, buttons, type Card, type CardElement, card, context, heading, text } from '../card.ts'
import { counted } from '../counted.ts'
import { showCount } from './find.ts'

export type Home = {
  person: Person
  /** Of the company, for who has none of their own. */
  zone: string
  today: CalendarDate
  /** How far the renewals look ahead. */
  days: number
  /** Every renewal and every thread, not the first of them. */
  all: boolean
  owned: { number: number; atLeast: boolean }
  /** The person's contracts with values that were read from documents and wait for them. */
  waiting: readonly Contract[]
  renewals: Renewals
  /** Last linked first. */
  threads: readonly { contract: Contract; link: LinkedThread }[]
}

const mostRenewals = 10
const mostThreads = 5
const mostNamed = 5

export const homeCard = (home: Home): Card =>
  card(
    `${waitingLine(home)} ${renewalLine(home)}`,
    heading('Waiting for you'),
    waitingElements(home),
    heading('Your renewals'),
    renewalElements(home),
    heading('Threads linked to your contracts'),
    threadElements(home),
    heading('Settings'),
    settingElements(home),
    heading('How to ask'),
    text('In a thread: @Throughline link C-142. Anywhere: /contract find acme. In the Messages tab: just write, without a slash.'),
    buttons({ label: 'Help', command: 'help', style: 'primary' }, { label: 'All my contracts', command: 'find owner:me' }),
  )

const waitingLine = ({ waiting }: Home): string => {
  const values = waiting.reduce((sum, { proposals }) => sum + proposals.length, 0)
  if (values === 0) return 'Nothing waits for you.'
  return `${counted(values, 'value')} read from documents ${values === 1 ? 'waits' : 'wait'} for you to confirm, in ${counted(waiting.length, 'contract')}.`
}

const waitingElements = (home: Home): CardElement[] => {
  const { waiting } = home
  if (waiting.length === 0)
    return [text(waitingLine(home)), context('What is read from a document that you upload waits here until you confirm it: upload C-142')]
  const named = waiting.slice(0, mostNamed).map((contract) => `${contract.id} ${titleOf(contract)}: ${contract.proposals.length}`)
  return [
    text(waitingLine(home)),
    context([...named, ...more(waiting.length - named.length)].join('; ')),
    buttons({ label: 'Go through them', command: 'review next', style: 'primary' }),
  ]
}

const more = (count: number): string[] => (count > 0 ? [`${count.toLocaleString('en')} more`] : [])

const renewalLine = ({ renewals, owned, days }: Home): string => {
  const { soon } = renewals
  if (soon.length > 0)
    return `${counted(soon.length, 'contract')} of yours ${soon.length === 1 ? 'asks' : 'ask'} for a decision within ${days} days.`
  if (owned.number === 0) return 'You own no contract yet.'
  if (owned.number === 1) return `Your one contract asks for no decision within ${days} days.`
  return `None of your ${showCount(owned)} contracts asks for a decision within ${days} days.`
}

const renewalElements = (home: Home): CardElement[] => {
  const { soon, withoutEnd, contradicted } = home.renewals
  const rest = home.all ? 0 : soon.length - mostRenewals
  return [
    ...(soon.length === 0 ? [text(renewalLine(home))] : [renewalTable(home)]),
    ...(soon.length > 0 ? [context('In the order of the last day for notice; where no notice is known, of the end.')] : []),
    ...(rest > 0 ? [buttons(seeAll(rest))] : []),
    ...(home.owned.number === 0 ? [context('Begin one: contract new "Acme MSA" counterparty:"Acme Ltd"; or look around: find acme')] : []),
    ...(contradicted.length > 0 ? [text(contradictedLine(contradicted), 'warning')] : []),
    ...(withoutEnd.length > 0 ? [context(withoutEndLine(withoutEnd))] : []),
  ]
}

const seeAll = (rest: number): Button => ({ label: `${rest.toLocaleString('en')} more`, command: 'home --all' })

const renewalTable = (home: Home): CardElement => ({
  type: 'table',
  caption: renewalLine(home),
  columns: [{ label: 'Contract' }, { label: 'Title' }, { label: 'Notice by' }, { label: 'Ends' }, { label: 'Counterparty' }],
  rows: home.renewals.soon.slice(0, home.all ? undefined : mostRenewals).map((renewal) => renewalRow(renewal, home.today)),
})

const renewalRow = ({ contract, notice, ends }: Renewal, today: CalendarDate) => ({
  cells: [contract.id, titleOf(contract), noticeWords(notice, today), showDay(ends), field(contract, 'counterparty') ?? 'not known'],
  command: `show ${contract.id}`,
})

const noticeWords = (notice: Renewal['notice'], today: CalendarDate): string => {
  if (notice === undefined) return 'no notice known'
  if (notice.day < today) return `passed on ${showDay(notice.day)}`
  // `2 Mar 2027 - 90 days = 2 Dec 2026, a Wednesday`: the day comes first where days stand in a column.
  const [sum] = notice.because?.split(' = ') ?? []
  return sum === undefined ? showDay(notice.day) : `${showDay(notice.day)} (${sum})`
}

const withoutEndLine = (contracts: readonly Contract[]): string => {
  const named = contracts.slice(0, mostNamed).map(({ id }) => id)
  const [first] = named
  return `Nobody knows when ${contracts.length === 1 ? 'this one ends' : 'these end'}, so no deadline can be watched: ${[...named, ...more(contracts.length - named.length)].join(', ')}. Record it: set ${first} expires=2027-12-31`
}

const contradictedLine = (contracts: readonly Contract[]): string => {
  const named = contracts.slice(0, mostNamed).map(({ id }) => id)
  return `Documents contradict each other about the end of ${[...named, ...more(contracts.length - named.length)].join(', ')}, so no deadline can be watched. See what each says, and settle it: show ${named[0]} family`
}

const threadElements = ({ threads, all }: Home): CardElement[] => {
  if (threads.length === 0)
    return [
      text('None yet.'),
      context('In a thread write @Throughline link C-142, or choose "Link to contract" in the menu of any message in it.'),
    ]
  const rest = all ? 0 : threads.length - mostThreads
  return [
    {
      type: 'table',
      caption: threads.length === 1 ? '1 thread' : `${counted(threads.length, 'thread')}, the last to be linked first`,
      columns: [{ label: 'Contract' }, { label: 'Title' }, { label: 'Where' }, { label: 'Linked' }],
      rows: threads.slice(0, all ? undefined : mostThreads).map(({ contract, link }) => ({
        cells: [contract.id, titleOf(contract), link.conversationName, showDay(link.at.slice(0, 10))],
        command: `talk ${contract.id}`,
      })),
    },
    ...(rest > 0 ? [buttons(seeAll(rest))] : []),
  ]
}

const settingElements = ({ person, zone }: Home): CardElement[] => [
  {
    type: 'facts',
    facts: [
      { label: 'Name', value: person.name },
      { label: 'Time zone', value: person.zone ?? `${zone}, as for the company` },
      { label: 'Working hours', value: person.hours ?? 'not set' },
      { label: 'Team', value: person.team ?? 'none' },
      { label: 'Roles', value: person.roles.join(', ') || 'none' },
    ],
  },
  context('An administrator changes these: person set @ana team:legal zone:Europe/Berlin'),
]

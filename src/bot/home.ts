// Gathering what a person finds at home, from the same store as every command, so that it shows no more than they may see.
import { dayOf } from '../contracts/calendar-date.ts'
import type { Contract } from '../contracts/contract.ts'
import { isInternal, type Person } from '../contracts/identity.ts'
import { renewalsWithin } from '../contracts/renewals.ts'
import type { Query, Store } from '../store/store.ts'
import type { Card } from './card.ts'
import { homeCard } from './cards/home.ts'
import { unavailableCard } from './cards/refusal.ts'

const days = 90
const pageSize = 200
/** Nobody looks after more; beyond it the deadlines of the newest are watched by those who ask for them. */
const mostContracts = 1000

/** `zone`: the company's. `all`: every renewal and thread, not the first of them. */
type Options = { now: string; zone: string; all?: boolean }

export const homeOf = async (store: Store, person: Person, options: Options): Promise<Card> => {
  if (!isInternal(person)) return unavailableCard()
  const [{ contracts, owned }, waiting] = await Promise.all([ownedBy(store, person), store.reviews.waiting(person, person.id)])
  const bearing = await bearingOn(store, person, contracts)
  const today = dayOf(options.now, options.zone)
  const threads = contracts
    .flatMap((contract) => contract.threads.filter(({ active }) => active).map((link) => ({ contract, link })))
    .sort((one, other) => (one.link.at > other.link.at ? -1 : 1))
  const { zone, all = false } = options
  return homeCard({ person, zone, today, days, all, owned, waiting, renewals: renewalsWithin(contracts, bearing, today, days), threads })
}

/** So many families are looked up side by side. */
const atOnce = 8

const bearingOn = async (store: Store, person: Person, contracts: readonly Contract[]): Promise<Contract[]> => {
  const found: Contract[] = []
  for (let start = 0; start < contracts.length; start += atOnce) {
    const some = contracts.slice(start, start + atOnce)
    found.push(...(await Promise.all(some.map((contract) => store.families.bearing(person, contract)))).flat())
  }
  return found
}

const ownedBy = async (store: Store, person: Person) => {
  const query: Query = { words: [], without: [], where: { field: 'owner', comparison: '=', value: person.id } }
  const contracts: Contract[] = []
  for (let after: string | undefined; ; ) {
    const { items, next, count } = await store.contracts.find(person, query, { limit: pageSize, ...(after !== undefined && { after }) })
    contracts.push(...items.map(({ contract }) => contract))
    if (next === undefined || contracts.length >= mostContracts) return { contracts, owned: count }
    after = next
  }
}

// The store in memory, as far as dispatch asks it, until the real one opens.
import { token_set_ratio } from 'fuzzball'
import { type Contract, field, titleOf } from '../../src/contracts/contract.ts'
import { accountKey, type Person } from '../../src/contracts/identity.ts'
import { maySee } from '../../src/contracts/permission.ts'
import { chain, type Draft, type Entry } from '../../src/contracts/record/entry.ts'
import { emptyContract, foldContract } from '../../src/contracts/record/fold-contract.ts'
import { contractNotFound } from '../../src/contracts/refusal.ts'
import { rosterOf } from '../../src/contracts/roster.ts'
import { conversationOf } from '../../src/contracts/talk.ts'
import type { Store } from '../../src/store/store.ts'

export const fakeStore = (): Store => {
  const people: Person[] = []
  const entries = new Map<string, Entry[]>()
  const conversations = new Map<string, Record<string, unknown>>()
  const answers = new Map<string, Promise<unknown>>()
  const state = (id: string) => (entries.get(id) ?? []).reduce(foldContract, emptyContract(id))
  const all = () => [...entries.keys()].map(state)
  const add = (person: Omit<Person, 'id'>) => {
    const made = { ...person, id: `P-${people.length + 1}` }
    people.push(made)
    return made
  }
  const blank = { active: true, roles: [], team: undefined, manager: undefined, zone: undefined, hours: undefined, company: undefined }
  const append = async (id: string, decide: (contract: Contract) => Draft[]) => {
    const before = state(id)
    const list = entries.get(id) ?? []
    const known: string[] = []
    let head = before.head
    const fresh: Entry[] = []
    for (const draft of decide(before)) {
      if (list.some((entry) => entry.key === draft.key)) {
        known.push(draft.key)
        continue
      }
      const entry = chain(id, head, draft, '2026-11-24T10:00:00.000Z')
      head = { seq: entry.seq, hash: entry.hash }
      fresh.push(entry)
    }
    entries.set(id, [...list, ...fresh])
    return { contract: state(id), entries: fresh, known }
  }
  const rows = (test: (thread: string) => boolean) => {
    const threads = new Map<string, string[]>()
    for (const contract of all())
      for (const { thread, active } of contract.threads)
        if (active && test(thread)) threads.set(thread, [...(threads.get(thread) ?? []), contract.id])
    return [...threads].map(([thread, contracts]) => ({ thread, conversation: conversationOf(thread), contracts, roster: undefined }))
  }
  return {
    record: { append, entries: async (id: string) => entries.get(id) ?? [] },
    contracts: {
      async create({ fields, restricted, by, source, key }: Parameters<Store['contracts']['create']>[0]) {
        const id = `C-${entries.size + 1}`
        return (
          await append(id, () => [
            { kind: 'created', key, actor: by, source, payload: { fields: fields as never, restricted: restricted ?? false } },
          ])
        ).contract
      },
      async get(person: Person, id: string) {
        const contract = entries.has(id) ? state(id) : undefined
        if (contract && maySee(person, contract)) return contract
        throw contractNotFound(id)
      },
      find: async () => ({ items: [], count: { number: 0, atLeast: false }, next: undefined }),
      state: async (id: string) => (entries.has(id) ? state(id) : undefined),
      async named(person: Person, typed: string, limit: number) {
        const score = (contract: Contract) =>
          Math.max(token_set_ratio(typed, titleOf(contract)), token_set_ratio(typed, field(contract, 'counterparty') ?? ''))
        return all()
          .filter((contract) => maySee(person, contract))
          .map((contract) => ({ contract, score: score(contract) }))
          .sort((a, b) => b.score - a.score)
          .slice(0, limit)
      },
    },
    threads: {
      linked: async (thread: string) => rows((one) => one === thread)[0],
      ofConversation: async (conversation: string) => rows((one) => conversationOf(one) === conversation),
    },
    conversations: {
      get: async (id: string) => conversations.get(id),
      async keep(id: string, known: { members?: Parameters<typeof rosterOf>[0] }) {
        const row = { id, ...known, roster: known.members && rosterOf(known.members) }
        conversations.set(id, row)
        return row
      },
    },
    people: {
      async meet(account: Person['accounts'][number], told: { name: string; email?: string; standing: Person['standing'] }) {
        const met = people.find((one) => one.accounts.some((other) => accountKey(other) === accountKey(account)))
        if (met) return Object.assign(met, { standing: told.standing })
        const known = people.find((one) => one.email === told.email && one.accounts.length === 0)
        if (known) return Object.assign(known, { accounts: [account] })
        return add({ ...blank, name: told.name, email: told.email, standing: told.standing, accounts: [account] })
      },
      list: async () => ({ items: people, count: { number: people.length, atLeast: false }, next: undefined }),
      get: async (id: string) => people.find((one) => one.id === id),
      ofEmail: async (email: string) => people.find((one) => one.email === email),
      named: async (typed: string) =>
        people.filter((one) => one.name.toLowerCase().includes(typed.replace('@', '').toLowerCase()) || one.email === typed),
      ensure: async (person: { email: string; name: string; standing: Person['standing'] }) =>
        people.find((one) => one.email === person.email) ?? add({ ...blank, ...person, accounts: [] } as never),
      change: async (id: string, change: Partial<Person>) => Object.assign(people.find((one) => one.id === id) as Person, change),
    },
    answers: {
      async once(invocation: string, act: () => Promise<unknown>) {
        const first = !answers.has(invocation)
        if (first) answers.set(invocation, act())
        const running = answers.get(invocation) as Promise<unknown>
        running.catch(() => answers.delete(invocation))
        return { answer: JSON.parse(JSON.stringify(await running)), first }
      },
    },
    files: { read: async () => new TextEncoder().encode('the paper') },
    close: async () => undefined,
  } as unknown as Store
}

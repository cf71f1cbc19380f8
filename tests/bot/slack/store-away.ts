// A store whose database is away whenever the test says so.
import { MongoNetworkError } from 'mongodb'
import type { Store } from '../../../src/store/store.ts'

/** Every part of the store that a command asks; deliveries are kept by the inbox itself, which has a spool for this. */
export const createAway = () => {
  const away = { isAway: false }
  const guarded = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get(target, key, receiver) {
        const member: unknown = Reflect.get(target, key, receiver)
        if (typeof member !== 'function') return member
        return (...given: unknown[]) => (away.isAway ? Promise.reject(new MongoNetworkError('no server')) : member.apply(target, given))
      },
    })
  const store = (whole: Store): Store => {
    const { people, conversations, threads, outbox, contracts, answers } = whole
    return {
      ...whole,
      ...{ people: guarded(people), conversations: guarded(conversations), threads: guarded(threads) },
      ...{ outbox: guarded(outbox), contracts: guarded(contracts), answers: guarded(answers) },
    }
  }
  return { away, store }
}

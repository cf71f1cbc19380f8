// Writing to a person alone, on every platform where they have an account; the same id goes out once.
import { accountKey, type Person } from '../contracts/identity.ts'
import type { Store } from '../store/store.ts'
import type { Card } from './card.ts'
import { postCard } from './post-card.ts'

export const tellPerson = async (store: Pick<Store, 'outbox'>, person: Person, id: string, card: Card): Promise<void> => {
  for (const account of person.accounts) {
    const destination = { to: 'person' as const, account: accountKey(account) }
    await postCard(store, { id: `${id}:${accountKey(account)}`, platform: account.platform, destination, card })
  }
}

// Names of people for cards: person ids turned into what colleagues call them, looked up once per card.
import type { Store } from '../store/store.ts'

export type NameOf = (person: string) => string

/** What the record calls itself when nobody acted: the program. */
const programs: Record<string, string> = { throughline: 'Throughline', import: 'Import' }

/** Looks the people up and answers with a function from id to name; an id that is nobody's stays what it is. */
export const namesOf = async (store: Store, people: Iterable<string | undefined>): Promise<NameOf> => {
  const wanted = [...new Set(people)].filter((id) => id?.startsWith('P-')) as string[]
  const found = await Promise.all(wanted.map(async (id) => [id, (await store.people.get(id))?.name] as const))
  const names = new Map(found)
  return (id) => names.get(id) ?? programs[id] ?? id
}

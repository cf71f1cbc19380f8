// Planning an append: the drafts of all who wait for a chain, one after the other on its head.
import type { Contract } from '../contracts/contract.ts'
import { chain, type Draft, type Entry } from '../contracts/record/entry.ts'
import { type Folded, fold } from './folded.ts'

export type Decide = (contract: Contract) => Draft[]

/** Somebody who waits for an append, with what came of earlier tries. */
export type Waiting = { contract: string; decide: Decide; written: Entry[]; known: Set<string> }

/** What is about to happen for one who waits: entries that are to be written, or a reason why not. */
export type Planned<Who extends Waiting> = { who: Who; entries: Entry[]; known: Set<string>; folded: Folded; refused: unknown }

/** Lets each decide on the chain as those before will leave it. `at` is the server's clock, ISO. */
export const planChain = <Who extends Waiting>(base: Folded, waiting: readonly Who[], at: string): Planned<Who>[] => {
  const taken = new Set<string>()
  let folded = base
  return waiting.map((who) => {
    const planned: Planned<Who> = { who, entries: [], known: new Set(who.known), folded, refused: undefined }
    const written = new Set(who.written.map(({ key }) => key))
    try {
      for (const draft of who.decide(folded.contract)) {
        if (written.has(draft.key)) continue
        if (taken.has(draft.key)) planned.known.add(draft.key)
        if (planned.known.has(draft.key)) continue
        const entry = chain(folded.contract.id, folded.contract.head, draft, at)
        taken.add(draft.key)
        planned.entries.push(entry)
        folded = fold(folded, entry)
      }
    } catch (error) {
      planned.refused = error
      // Whatever it had decided before it threw is not meant.
      folded = planned.folded
      for (const { key } of planned.entries.splice(0)) taken.delete(key)
    }
    planned.folded = folded
    return planned
  })
}

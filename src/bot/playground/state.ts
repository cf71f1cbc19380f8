// What the playground remembers from start to start: who is speaking, and what was last said for whom in each thread.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const Said = z.object({
  /** The message's id, and the id of the line on the page that shows it. */
  id: z.string(),
  shown: z.string(),
  /** The e-mail of who said it. */
  who: z.string(),
  text: z.string(),
})
export type Said = z.infer<typeof Said>

const State = z.object({ speaker: z.string().optional(), said: z.record(z.string(), Said).default({}) })
type State = z.infer<typeof State>

export type PlaygroundState = {
  /** The e-mail of who speaks on the page. */
  speaker(): string | undefined
  setSpeaker(email: string): void
  lastSaid(thread: string): Said | undefined
  setLastSaid(thread: string, said: Said | undefined): void
}

/** Kept in a small file that is replaced whole; one that cannot be read is begun afresh, because nothing hangs on it. */
export const openState = (file: string): PlaygroundState => {
  let state = read(file)
  const change = (next: Partial<State>) => {
    state = { ...state, ...next }
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(state))
    renameSync(`${file}.new`, file)
  }
  return {
    speaker: () => state.speaker,
    setSpeaker: (speaker) => change({ speaker }),
    lastSaid: (thread) => state.said[thread],
    setLastSaid(thread, said) {
      const { [thread]: _before, ...others } = state.said
      change({ said: said ? { ...others, [thread]: said } : others })
    },
  }
}

const read = (file: string): State => {
  try {
    return State.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { said: {} }
  }
}

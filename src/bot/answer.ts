// An answer: what came of an invocation, and who shall see it.
import type { Person } from '../contracts/identity.ts'
import type { Refusal } from '../contracts/refusal.ts'
import type { Card } from './card.ts'
import type { CommandAnswer } from './command.ts'

export type Answer = {
  card: Card
  /** asker: the person alone, wherever they asked. */
  audience: 'asker' | 'thread'
  /** The "no" that the card shows. */
  refusal?: Refusal
  /** Something broke: the id under which the log has it. */
  failure?: { id: string }
  files: { sha256: string; name: string }[]
  /** `contract show`, when one was found. */
  command?: string
  person?: Person
}

export type Answered = Pick<Answer, 'card' | 'audience' | 'files'>

export const answered = (answer: CommandAnswer): Answered =>
  'card' in answer
    ? { card: answer.card, audience: answer.audience ?? 'asker', files: answer.files ?? [] }
    : { card: answer, audience: 'asker', files: [] }

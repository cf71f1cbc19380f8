// An expected "no": what a person is told when a thing cannot be done, always with the next move.

export type RefusalKind = 'invalid' | 'not-found' | 'ambiguous' | 'not-allowed' | 'conflict'

/** A saved command line that a person may press instead of typing. */
export type Choice = { label: string; command: string }

export class Refusal extends Error {
  readonly kind: RefusalKind
  /** The next move, a sentence a person can act on. */
  readonly next: string | undefined
  /** Command lines to choose from: a pick list, or "did you mean". */
  readonly choices: readonly Choice[]

  constructor(kind: RefusalKind, message: string, options: { next?: string; choices?: readonly Choice[] } = {}) {
    super(message)
    this.name = 'Refusal'
    this.kind = kind
    this.next = options.next
    this.choices = options.choices ?? []
  }

  /** The no and the next move, where there is room for one line of text only. */
  get inOneLine(): string {
    return [this.message, this.next].filter(Boolean).join(' ')
  }
}

/** What a person may not read does not exist: the same words as for a number never given (rule P8, case 28). */
export const contractNotFound = (typed: string): Refusal =>
  new Refusal('not-found', `There is no contract ${typed} that you can see.`, { next: 'Look it up by name: find acme' })

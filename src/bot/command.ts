// A command is one value: its name, who may run it, the words it takes, and what it does.
import type { z } from 'zod'
import type { Contract } from '../contracts/contract.ts'
import type { Person } from '../contracts/identity.ts'
import type { Requirement } from '../contracts/permission.ts'
import type { FieldReader } from '../documents/field-reader.ts'
import type { Reader } from '../documents/read-document.ts'
import type { Store } from '../store/store.ts'
import type { Card } from './card.ts'
import type { Invocation } from './invocation.ts'
import type { Platform } from './platform.ts'

/** What a command may use besides its words: built once, in main. */
export type App = {
  store: Store
  /** Reads documents in a child process. */
  reader: Reader
  /** A model that reads fields beside the rules; undefined unless one is configured. */
  model: FieldReader | undefined
  platforms: { find(name: string): Platform | undefined }
  /** The clock is a parameter. */
  clock: () => Date
  /** The company's time zone, IANA. */
  zone: string
  pages: Pages
  /** The registry, so that help can speak of every command. */
  commands: readonly AnyCommand[]
}

/** Signed, personal, expiring addresses of our own pages (15 minutes). */
export type Pages = {
  upload(contract: string, person: string): string
  file(contract: string, sha256: string, name: string, person: string): string
  contract(contract: string, person: string): string
}

export type Context<Args> = {
  args: Args
  person: Person
  /** Its text is the whole line as it was understood, contract and form fields in it, so that a button can carry it on. */
  invocation: Invocation
  app: App
  /** ISO instant at which it was asked. */
  now: string
  /** The day it is for the company. */
  today: string
  /** Rule P7: asked by a record keeper under this typed reason, already recorded. */
  keeperReason: string | undefined
  /** Answer with what rule P8 lets the other side see, and nothing more; `contract` holds no more than that either. */
  outsiderView: boolean
  /** Accounts of all who will see the answer, where it is posted to a conversation; it holds no more than each of them may read. */
  together: readonly string[] | undefined
}

/** A card, or a card with more: the files that go with it, or that everybody in the thread shall see it. */
export type CommandAnswer = Card | { card: Card; audience?: 'asker' | 'thread'; files?: { sha256: string; name: string }[] }

type Shared<Schema extends z.ZodObject> = {
  /** `contract show`: a noun and a verb. A verb of `contract`, or one that only one noun has, may be typed alone. */
  name: string
  summary: string
  /** Whole lines that work, shown by help and by refusals. */
  examples: readonly [string, ...string[]]
  requires: Requirement
  /** Names of the arguments that are given by position, in order; the last one takes all the words that are left. */
  positional?: readonly string[]
  /**
   * Arguments: positional ones by their names, the others as `key:value` or `key=value`, yes/no ones also as `--key`.
   * A key named `pairs` takes every other `key<comparison>value` as it was typed (Pair[]).
   */
  args: Schema
  /** Yes/no arguments that may stand as the last word of the line: `show C-142 family`. */
  lastWords?: readonly string[]
  /** It changes something: run once per invocation however often that is delivered. */
  changes?: true
  /** Its answer holds a link that ages: pressed again, a button without files gets a new one. What it records has keys that bear it. */
  afresh?: true
  /** Outsiders may ask it inside the shared conversation, answered with what rule P8 lets them see. */
  outsiders?: true
  /** Heeds `outsiderView` whoever asks, so its answer may be posted where outsiders are (rule P11). */
  hasOutsiderView?: true
  /** Its answer is about who asks, and for them alone: it is never shared. */
  personal?: true
  /** Left out of help and of the menus: the target of buttons. */
  hidden?: true
}

/** A command about one contract: named first, or understood from the thread; found and seen by dispatch. */
export type ContractCommand<Schema extends z.ZodObject> = Shared<Schema> & {
  contract: 'required'
  /** The contract must be named (`link C-142`): it is never understood from the thread. */
  named?: true
  run(context: Context<z.output<Schema>> & { contract: Contract }): Promise<CommandAnswer>
}

/** A command that may be about a contract, or about none. */
export type OptionalContractCommand<Schema extends z.ZodObject> = Shared<Schema> & {
  contract: 'optional'
  run(context: Context<z.output<Schema>> & { contract: Contract | undefined }): Promise<CommandAnswer>
}

export type FreeCommand<Schema extends z.ZodObject> = Shared<Schema> & {
  contract: 'none'
  run(context: Context<z.output<Schema>>): Promise<CommandAnswer>
}

export type Command<Schema extends z.ZodObject> = ContractCommand<Schema> | OptionalContractCommand<Schema> | FreeCommand<Schema>

/** A command whose own argument types are forgotten, as the registry and dispatch hold it: only what its own schema has parsed may be handed to run. */
export type AnyCommand = Shared<z.ZodObject> & {
  contract: 'required' | 'optional' | 'none'
  named?: true
  run(context: never): Promise<CommandAnswer>
}

export const defineCommand = <Schema extends z.ZodObject>(command: Command<Schema>): Command<Schema> => command

// The document of a contract that somebody means: by a part of its name, else the last one that fits what is wanted.
import type { Contract, DocumentVersion } from '../contracts/contract.ts'
import { Refusal } from '../contracts/refusal.ts'

/** Among those whose name holds what was typed the executed one when `executedFirst`, else the last. @throws Refusal where none fits */
export const documentMeant = (contract: Contract, typed: string, { executedFirst }: { executedFirst: boolean }): DocumentVersion => {
  const fitting = contract.documents.filter((version) => version.name.toLowerCase().includes(typed.toLowerCase()))
  const document = (executedFirst && fitting.findLast((version) => version.executedOn)) || fitting.at(-1)
  if (document) return document
  throw new Refusal('not-found', typed ? `No document of ${contract.id} is called "${typed}".` : `${contract.id} has no document yet.`, {
    next: `Add one: upload ${contract.id}`,
  })
}

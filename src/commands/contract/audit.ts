// `audit`: who did what to a contract, and when.
import { z } from 'zod'
import { auditCard, auditCountsCard } from '../../bot/cards/audit.ts'
import { defineCommand } from '../../bot/command.ts'
import { peopleIn } from '../../bot/field-words.ts'
import { type NameOf, namesOf } from '../../bot/names.ts'
import type { FieldDefinition } from '../../contracts/field-definition.ts'
import type { FieldValue } from '../../contracts/field-value.ts'
import { mayAudit } from '../../contracts/permission.ts'
import type { Entry } from '../../contracts/record/entry.ts'
import { openEntry } from '../../contracts/record/open-entry.ts'

const perPage = 20

export const contractAudit = defineCommand({
  name: 'contract audit',
  summary: 'Who did what to a contract, and when.',
  examples: ['audit C-142'],
  requires: 'contract.audit',
  contract: 'required',
  args: z.object({ before: z.coerce.number().int().optional() }),
  async run({ args, contract, person, app }) {
    if (!mayAudit(person, contract)) return auditCountsCard(contract.id, countsOf(await app.store.record.entries(contract.id)))
    const end = args.before ?? contract.head.seq + 1
    const start = Math.max(0, end - perPage)
    const entries = (await app.store.record.entries(contract.id, start)).filter((entry) => entry.seq < end).reverse()
    const definitions = await app.store.fields.list()
    const nameOf = await namesOf(
      app.store,
      entries.flatMap((entry) => peopleOf(entry, definitions)),
    )
    return auditCard(
      contract,
      entries,
      { definitions, nameOf: orAuthor(entries, nameOf) },
      {
        zone: person.zone ?? app.zone,
        line: `audit ${contract.id}`,
        next: start > 0 ? start : undefined,
      },
    )
  },
})

/** Who wrote something before anybody knew them as a person is called what they were called there. */
const orAuthor = (entries: readonly Entry[], nameOf: NameOf): NameOf => {
  const authors = new Map<string, string>()
  for (const entry of entries) {
    const opened = openEntry(entry)
    const author = opened && 'author' in opened.payload ? opened.payload.author : undefined
    if (author?.account === entry.actor && author.name !== '') authors.set(entry.actor, author.name)
  }
  return (id) => authors.get(id) ?? nameOf(id)
}

const countsOf = (entries: readonly Entry[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { kind } of entries) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

const peopleOf = (entry: Entry, definitions: readonly FieldDefinition[]): string[] => {
  const opened = openEntry(entry)
  if (opened?.kind === 'granted' || opened?.kind === 'revoked') return [entry.actor, opened.payload.person]
  if (opened?.kind !== 'field') return [entry.actor]
  const { field, value, previous } = opened.payload
  const values = [value, previous].map((one) => ({ field, value: one as FieldValue | null | undefined }))
  return [entry.actor, ...peopleIn(definitions, values)]
}

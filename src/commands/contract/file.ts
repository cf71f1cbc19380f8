// `file`: the executed document of a contract, or the last one, for the person who asks alone.
import { z } from 'zod'
import { fileCard } from '../../bot/cards/document.ts'
import { defineCommand } from '../../bot/command.ts'
import { documentMeant } from '../../bot/document-meant.ts'

export const contractFile = defineCommand({
  name: 'contract file',
  summary: 'Fetch the executed document, or the last one.',
  examples: ['file C-142', 'file C-142 "Amendment 2"'],
  requires: 'contract.read',
  contract: 'required',
  changes: true,
  afresh: true,
  positional: ['name'],
  args: z.object({ name: z.string().default('') }),
  async run({ args, contract, person, app, invocation, today }) {
    const document = documentMeant(contract, args.name, { executedFirst: true })
    const { sha256, name } = document
    await app.store.record.append(contract.id, () => [
      {
        kind: 'file_read',
        key: `file_read:${invocation.id}:${sha256}:${today}`,
        actor: person.id,
        source: invocation.door,
        payload: { sha256, name },
      },
    ])
    const url = app.pages.file(contract.id, sha256, name, person.id)
    return { card: fileCard(contract, { ...document, url }), files: [{ sha256, name }] }
  },
})

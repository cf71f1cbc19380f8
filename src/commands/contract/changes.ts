// `changes`: tracked changes, comments and hidden text of a document, each with who and when; nothing of it is flattened away.
import { z } from 'zod'
import { changesCard } from '../../bot/cards/changes.ts'
import { defineCommand } from '../../bot/command.ts'
import { documentMeant } from '../../bot/document-meant.ts'
import { Refusal } from '../../contracts/refusal.ts'
import { isChangeWarning } from '../../documents/change-warnings.ts'

export const contractChanges = defineCommand({
  name: 'contract changes',
  summary: 'Tracked changes, comments and hidden text of a document, by whom and when.',
  examples: ['changes C-142', 'changes C-142 "Amendment 2"'],
  requires: 'contract.read',
  contract: 'required',
  positional: ['name'],
  args: z.object({ name: z.string().default('') }),
  async run({ args, contract, person, app }) {
    const { sha256, name } = documentMeant(contract, args.name, { executedFirst: false })
    const reading = await app.reader.read(await app.store.files.read(sha256), name)
    const others = contract.documents.filter((one) => one.sha256 !== sha256 && one.warnings.some(isChangeWarning)).map((one) => one.name)
    if (reading.ok) return changesCard(contract, name, reading.document, { zone: person.zone ?? app.zone, others })
    throw new Refusal('invalid', `${name} can't be read: ${reading.reason}.`, { next: `Fetch it as it is: file ${contract.id}` })
  },
})

// `usage import`: a table of what is used, one row a contract.
import { z } from 'zod'
import { importedUsageCard } from '../../bot/cards/usage.ts'
import { defineCommand } from '../../bot/command.ts'
import { importUsage } from '../../bot/import-usage.ts'
import { mayNotOnContract } from '../../bot/may-not.ts'
import { mayWrite } from '../../contracts/permission.ts'
import { Refusal } from '../../contracts/refusal.ts'

const mostBytes = 2_000_000

export const usageImport = defineCommand({
  name: 'usage import',
  summary: 'Record usage from an attached CSV: contract,seats,on.',
  examples: ['usage import'],
  requires: 'contract.write',
  contract: 'none',
  changes: true,
  args: z.object({}),
  async run({ person, app, invocation, today }) {
    const [file] = invocation.files
    if (!file)
      throw new Refusal('invalid', 'No table came with it.', {
        next: 'Attach a CSV whose first line is contract,seats,on, or on the server: npx throughline usage import usage.csv',
      })
    const bytes = await file.fetch()
    if (bytes.length > mostBytes)
      throw new Refusal('invalid', `${file.name} is too large for a table of usage.`, { next: 'Send it in parts.' })
    const definitions = await app.store.fields.list()
    const imported = await importUsage(app.store, {
      ...{ text: new TextDecoder().decode(bytes), name: file.name, today, definitions },
      open: async (id) => {
        const contract = await app.store.contracts.get(person, id)
        if (mayWrite(person, contract)) return contract
        throw await mayNotOnContract(app.store, person, 'contract.write', contract)
      },
      act: { actor: person.id, source: invocation.door, key: invocation.id, from: file.name },
    })
    return importedUsageCard(imported, definitions)
  },
})

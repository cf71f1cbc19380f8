// `usage list`: what a contract uses, or which contracts come near a limit.
import { z } from 'zod'
import { readerMayWrite, readerOf } from '../../bot/answer-reader.ts'
import { nearLimitsCard, usageCard } from '../../bot/cards/usage.ts'
import { defineCommand } from '../../bot/command.ts'

export const usageList = defineCommand({
  name: 'usage list',
  summary: 'What a contract uses of what it allows, or which contracts come near a limit.',
  examples: ['usage list', 'usage list C-142'],
  requires: 'contract.read',
  contract: 'optional',
  args: z.object({}),
  async run({ contract, person, app, together }) {
    const asking = { person, together }
    const definitions = await app.store.fields.list()
    if (contract) return usageCard(contract, definitions, { writes: readerMayWrite(asking, contract) })
    return nearLimitsCard(await app.store.obligations.nearLimits(readerOf(asking)), definitions)
  },
})

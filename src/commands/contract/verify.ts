// `verify`: whether anybody altered, dropped or reordered an entry of a contract's record.
import { z } from 'zod'
import { verifiedCard } from '../../bot/cards/verified.ts'
import { defineCommand } from '../../bot/command.ts'

export const contractVerify = defineCommand({
  name: 'contract verify',
  summary: "Prove that nobody altered a contract's record.",
  examples: ['verify C-142'],
  requires: 'contract.read',
  contract: 'required',
  args: z.object({}),
  async run({ contract, app }) {
    const reports = await Array.fromAsync(app.store.record.verify(contract.id))
    const anchored = await app.store.anchors.check()
    const faults = anchored.faults.filter((fault) => fault.contract === contract.id)
    return verifiedCard(contract, reports[0], faults, anchored.anchors)
  },
})

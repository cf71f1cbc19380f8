// What the row of a contract says of its obligations and of what is used under it, so that both are found by day and by nearness.
import type { Contract } from '../../contracts/contract.ts'
import { nextDue } from '../../contracts/obligation.ts'
import { measuredUsage } from '../../contracts/usage.ts'

type Owed = { obligations: string[]; due?: string; usage?: number }

export const owedIn = (contract: Contract): Owed => {
  const [due] = contract.obligations.flatMap((one) => nextDue(one) ?? []).toSorted()
  const near = Math.max(0, ...measuredUsage(contract).map(({ nearness }) => ({ below: 0, near: 1, over: 2 })[nearness]))
  return {
    obligations: contract.obligations.map(({ id }) => id),
    ...(due !== undefined && { due }),
    ...(near > 0 && { usage: near }),
  }
}

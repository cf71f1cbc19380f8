// The contract picker: as somebody types, the contracts of that name that they may see, and no others.
import type { PlainTextOption } from '@slack/types'
import { field, titleOf } from '../../contracts/contract.ts'
import { askerOf, isOutsider } from '../asker.ts'
import { circumstancesOf, type Origin } from './circumstances.ts'
import type { Parts } from './parts.ts'
import { option } from './view.ts'

const most = 25

export const searchContracts = async (parts: Parts, origin: Origin, typed: string): Promise<PlainTextOption[]> => {
  const { isKnown, speaker } = await circumstancesOf(parts, { user: origin.user, team: origin.team })
  if (!isKnown) return []
  const person = await askerOf(parts.store, speaker)
  if (isOutsider(speaker, person)) return []
  const found = await parts.store.contracts.named(person, typed.slice(0, 256), most)
  return found.map(({ contract }) =>
    option([contract.id, titleOf(contract), field(contract, 'counterparty')].filter(Boolean).join(' · '), contract.id),
  )
}

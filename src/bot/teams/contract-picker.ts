// The contract picker: as somebody types, the contracts of that name that they may see, and no others.
import { z } from 'zod'
import { field, titleOf } from '../../contracts/contract.ts'
import type { Activity } from './activity.ts'
import type { InvokeReply } from './doors.ts'
import type { Parts } from './parts.ts'

const Query = z.looseObject({ queryText: z.string().nullish() })

/** As many as Teams shows. */
const most = 15

export const searchContracts = async (parts: Parts, activity: Activity): Promise<InvokeReply> => {
  const query = Query.safeParse(activity.value)
  const speaker = await parts.speakerOf(activity)
  if (!query.success || !speaker) return results([])
  const { account, ...told } = speaker
  const person = await parts.store.people.meet(account, told)
  const found = await parts.store.contracts.named(person, (query.data.queryText ?? '').slice(0, 256), most)
  return results(
    found.map(({ contract }) => ({
      title: [contract.id, titleOf(contract), field(contract, 'counterparty')].filter(Boolean).join(' · '),
      value: contract.id,
    })),
  )
}

const results = (list: { title: string; value: string }[]): InvokeReply => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value: { results: list } },
})

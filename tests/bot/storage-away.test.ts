// The database goes away between two lines: whoever asks is told so, nothing is recorded, and when it is back the same line works.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isStorageAway } from '../../src/store/storage-away.ts'
import { createCable } from '../setup/cable.ts'
import { type Company, channel, openCompany, thread } from './world.ts'

let company: Company
let cable: Awaited<ReturnType<typeof createCable>>
beforeAll(async () => {
  company = await openCompany({
    dispatch: { isStorageAway },
    through: async (uri) => {
      cable = await createCable(uri)
      return cable.uri
    },
  })
})
afterAll(async () => {
  await company.close()
  cable.pull()
})

test('commands that read and commands that change are refused alike, and the line works again afterwards', async () => {
  const asked = { conversation: channel, thread }
  expect((await company.ask('ana', 'show C-1', asked)).failure).toBeUndefined()
  cable.pull()
  for (const [name, line] of [
    ['ana', 'show C-1'],
    ['ana', 'restrict C-1'],
    ['ana', 'nonsense'],
    ['kim', ''],
  ] as const) {
    const answer = await company.ask(name, line, asked)
    expect(answer.card.summary, line).toBe('Storage is unavailable. Nothing was recorded. Try again.')
    expect(answer).toMatchObject({ audience: 'asker', failure: { id: company.logged.at(-1)?.fields.failure } })
  }
  const outsider = await company.ask('lee', 'show C-1', { ...asked, standing: 'outsider' })
  expect(outsider.card.summary).toBe('This is not available to you.')
  await cable.plug()
  const again = await company.ask('ana', 'restrict C-1', asked)
  expect(again.refusal ?? again.failure).toBeUndefined()
  expect((await company.store.record.entries('C-1')).filter(({ kind }) => kind === 'restricted')).toHaveLength(1)
})

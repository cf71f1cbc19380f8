// What a name that fits many contracts is answered with, and how a range of days is told.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buttonsOf, openWorld, type World, wordsOfCard } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  const ana = await world.person('ana')
  for (const number of [1, 2, 3, 4, 5, 6, 7]) await world.contract({ title: `Penhallow order form ${number}` }, ana)
  for (const number of [1, 2]) await world.contract({ title: `Quillon order form ${number}`, expirationDate: `202${number}-06-30` }, ana)
})
afterAll(() => world.close())

test('of more contracts than a pick list holds it does not say that these are all', async () => {
  const { refusal, card } = await world.ask('ana', 'show penhallow')
  expect(refusal).toMatchObject({
    kind: 'ambiguous',
    message: '"penhallow" fits more than 6 contracts.',
    next: 'Pick one, or type its number. All of them: find penhallow',
  })
  expect(buttonsOf(card).filter(({ command }) => /^show C-\d+$/.test(command))).toHaveLength(6)
})

test('of fewer it says how many', async () => {
  expect((await world.ask('ana', 'show quillon')).refusal?.message).toBe('"quillon" fits 2 contracts.')
})

test.each([
  ['expires<2022', 'Expires before 1 Jan 2022'],
  ['expires<=2022-06-30', 'Expires on or before 30 Jun 2022'],
  ['expires>2021', 'Expires after 31 Dec 2021'],
  ['expires>=2021-06-30', 'Expires on or after 30 Jun 2021'],
])('find %s says %j', async (filter, understood) => {
  expect(wordsOfCard((await world.ask('ana', `find quillon ${filter}`)).card)).toContain(understood)
})

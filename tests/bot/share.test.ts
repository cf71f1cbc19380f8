// Sharing by dispatch's front door: what is posted to a conversation holds no more than each of its people may read.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { threadId } from '../../src/contracts/talk.ts'
import { type Company, channel, member, openCompany, thread, wordsOfCard } from './world.ts'

const closed = 'teams:home:closed'
const canary = 'canarywords'
const here = { conversation: channel, thread }
const inClosed = { conversation: { id: closed, name: 'Cap and price', private: false }, thread: threadId(closed, '1') }

let company: Company
beforeAll(async () => {
  company = await openCompany()
  const { store, acme, ana, gather } = company
  for (const name of ['ana', 'kim', 'lena']) await company.ask(name, 'whoami')
  await gather(member('ana'), member('kim'))
  const { roster } = await store.conversations.keep(closed, {
    name: 'Cap and price',
    visibility: 'members',
    members: [member('ana'), member('lena')],
  })
  if (!roster) throw new Error('the closed conversation has no members')
  await store.record.append(acme.id, () => [
    {
      ...{ kind: 'membership', key: 'roster:closed', actor: 'throughline', source: 'teams' },
      payload: { conversation: closed, roster: roster.hash, members: roster.members.map(({ account }) => account), outsiders: [] },
    },
    {
      ...{ kind: 'message', key: 'm:1', actor: ana.id, source: 'teams' },
      payload: {
        ...{ message: `${closed}|m|1`, thread: `${closed}|1`, author: { name: 'Ana' }, postedAt: '2026-11-20T09:00:00.000Z' },
        ...{ audience: 'internal', visibility: 'members', roster: roster.hash },
        ...{ kind: 'message', text: `${canary}: we settle at 12 months`, files: [], backfilled: false },
      },
    },
    {
      ...{ kind: 'decision', key: 'decision:1', actor: ana.id, source: 'teams' },
      payload: { decision: 'D-1', text: '12 months', clause: 'cap-on-liability', cites: [`${closed}|m|1`] },
    },
  ])
})
afterAll(() => company.close())

describe('talk of a private conversation', () => {
  const lines = ['talk C-1', `talk C-1 ${canary}`, 'talk C-1 --history', 'why C-1', `find ${canary}`]

  test.each(lines)('%s: its people read it, alone and among themselves', async (line) => {
    expect(wordsOfCard((await company.ask('ana', line, here)).card)).toContain(`${canary}: `)
  })

  test.each(lines)('%s share:here: is not posted where others are', async (line) => {
    const { card, audience } = await company.ask('ana', `${line} share:here`, here)
    expect(audience).toBe('thread')
    expect(wordsOfCard(card)).not.toContain(`${canary}: `)
  })

  test.each(['talk C-1', 'why C-1'])('%s share:here: is posted in that conversation itself', async (line) => {
    const { card, audience } = await company.ask('ana', `${line} share:here`, inClosed)
    expect(audience).toBe('thread')
    expect(wordsOfCard(card)).toContain(`${canary}: `)
  })
})

describe('a restricted contract', () => {
  test.each(['show', 'talk', 'why', 'verify'])('%s is not posted where somebody may not see it', async (verb) => {
    const { refusal, card } = await company.ask('ana', `${verb} C-3 share:here`, here)
    expect(refusal).toMatchObject({ kind: 'not-allowed', message: 'Not everybody in Acme renewal may see C-3, so it is not shared here.' })
    expect(wordsOfCard(card)).not.toContain('Canary')
  })

  test('it is posted where all may see it', async () => {
    const { card, audience } = await company.ask('ana', 'show C-3 share:here', inClosed)
    expect(audience).toBe('thread')
    expect(wordsOfCard(card)).toContain('Acquisition of Canary')
  })

  test.each(['find canary', 'find owner:me', 'find'])('%s: a shared list leaves it out, and does not count it', async (line) => {
    expect(wordsOfCard((await company.ask('ana', line, here)).card)).toContain('Acquisition of Canary')
    const { card, audience } = await company.ask('ana', `${line} share:here`, here)
    expect(audience).toBe('thread')
    expect(wordsOfCard(card)).not.toContain('Acquisition')
    expect(wordsOfCard(card)).not.toContain('3 contracts')
  })
})

describe('a list over all contracts', () => {
  beforeAll(async () => {
    for (const line of [
      'obligation add C-3 "Send the canary report" owes:us due:2026-12-24',
      'set C-3 seats=100',
      'usage set C-3 seats=99',
    ]) {
      await company.ask('ana', line)
    }
  })

  test.each([
    ['obligation list', 'canary report'],
    ['usage list', 'Acquisition'],
  ])('%s: what is shared leaves out a restricted contract', async (line, words) => {
    expect(wordsOfCard((await company.ask('ana', line, here)).card)).toContain(words)
    const { card, audience } = await company.ask('ana', `${line} share:here`, here)
    expect(audience).toBe('thread')
    expect(wordsOfCard(card)).not.toContain(words)
  })

  test.each(['home', 'review next'])('%s is for who asks alone, so it is posted nowhere', async (line) => {
    expect((await company.ask('ana', `${line} share:here`, here)).refusal?.message).toBe('Only what reads a contract can be shared.')
    expect(wordsOfCard((await company.ask('ana', line, here)).card)).not.toContain('Share here')
  })
})

test('an audit is for those who may audit, so it is posted nowhere', async () => {
  expect((await company.ask('ana', 'audit C-1 share:here', here)).refusal?.message).toBe('Only what reads a contract can be shared.')
  expect(wordsOfCard((await company.ask('ana', 'audit C-1', here)).card)).not.toContain('Share here')
})

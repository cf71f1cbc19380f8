// The fold of talk: the same view of a message, whatever the order in which its entries arrive, and however often.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Draft } from '../../../src/contracts/record/entry.ts'
import { foldTalk, isTalkEntry, type TalkEntry } from '../../../src/contracts/record/fold-talk.ts'
import { openEntry } from '../../../src/contracts/record/open-entry.ts'
import type { TalkMessage } from '../../../src/contracts/talk.ts'
import { viewTalk } from '../../../src/contracts/talk-view.ts'
import { chainOf } from './make-chain.ts'

const said = { message: 'teams:t:c|m|1', thread: 'teams:t:c|1' }
const minute = (minutes: number) => new Date(1_700_000_000_000 + minutes * 60_000).toISOString()
const heard = {
  ...said,
  author: { account: 'teams:t:ana', name: 'Ana' },
  postedAt: minute(0),
  audience: 'internal',
  visibility: 'contract',
} as const
const entry = { actor: 'teams:t:ana', source: 'teams' }

const messageDraft: Draft = {
  ...entry,
  kind: 'message',
  key: 'm',
  payload: { ...heard, kind: 'message', text: 'first', files: [{ name: 'a.pdf' }], backfilled: false },
}
const editDraft = (at: number, text: string): Draft => ({
  ...entry,
  kind: 'version',
  key: `v${at}`,
  payload: { ...heard, text, editedAt: minute(at), origin: 'edit' },
})
const deleteDraft = (at: number, recoveredText?: string): Draft => ({
  ...entry,
  kind: 'deleted',
  key: `d${at}`,
  payload: { ...heard, deletedAt: minute(at), ...(recoveredText && { recoveredText }) },
})
const undeleteDraft = (at: number, text?: string): Draft => ({
  ...entry,
  kind: 'undeleted',
  key: `u${at}`,
  payload: { ...heard, undeletedAt: minute(at), ...(text && { text }) },
})
const reactionDraft = (at: number, by: string, added: boolean): Draft => ({
  ...entry,
  kind: 'reaction',
  key: `r${at}${by}`,
  payload: { ...said, emoji: '👍', by, at: minute(at), added },
})

/** Entries as the chain has them when they arrive in this order. */
const arrive = (drafts: readonly Draft[]): TalkEntry[] =>
  chainOf('C-1', drafts)
    .map(openEntry)
    .filter((opened): opened is TalkEntry => opened !== undefined && isTalkEntry(opened))
const fold = (entries: readonly TalkEntry[]): TalkMessage => entries.reduce<TalkMessage | undefined>(foldTalk, undefined) as TalkMessage

const sorted = (message: TalkMessage, asOf?: string) => {
  const view = viewTalk(message, asOf)
  return view && { ...view, reactions: view.reactions.map((reaction) => ({ ...reaction, by: [...reaction.by].sort() })) }
}

const life = fc
  .uniqueArray(fc.nat({ max: 60 }), { minLength: 1, maxLength: 7 })
  .chain((minutes) =>
    fc.tuple(...minutes.map((at) => fc.tuple(fc.constantFrom('edit', 'delete', 'undelete', 'like', 'unlike'), fc.constant(at + 1)))),
  )
  .map((events) => {
    /** What the platform has at that time, which it may tell with the deletion. */
    const textAt = (then: number) => {
      const edits = events.filter(([what, at]) => what === 'edit' && at < then).map(([, at]) => at)
      return edits.length > 0 ? `edited at ${Math.max(...edits)}` : 'first'
    }
    const drafts = events.map(([what, at]): Draft => {
      if (what === 'edit') return editDraft(at, `edited at ${at}`)
      if (what === 'delete') return deleteDraft(at, at % 3 === 0 ? textAt(at) : undefined)
      if (what === 'undelete') return undeleteDraft(at)
      return reactionDraft(at, at % 2 === 0 ? 'lee' : 'kim', what === 'like')
    })
    return [messageDraft, ...drafts]
  })
const shuffled = life.chain((drafts) =>
  fc.tuple(fc.constant(drafts), fc.shuffledSubarray(drafts, { minLength: drafts.length }), fc.nat({ max: 61 })),
)

test('any order of arrival gives the same view, now and as of any moment', () => {
  fc.assert(
    fc.property(shuffled, ([inOrder, anyOrder, at]) => {
      const [one, other] = [fold(arrive(inOrder)), fold(arrive(anyOrder))]
      expect(sorted(other)).toEqual(sorted(one))
      expect(sorted(other, minute(at))).toEqual(sorted(one, minute(at)))
      expect([other.author, other.postedAt, other.received]).toEqual([one.author, one.postedAt, true])
    }),
    { numRuns: 500 },
  )
})

test('entries folded in any order, and twice, give the very same message', () => {
  const entries = fc.tuple(life, fc.infiniteStream(fc.nat())).map(([drafts, picks]) => {
    const all = arrive(drafts)
    const order = [...all, ...all].map((one) => ({ one, place: picks.next().value as number }))
    return { all, again: order.sort((one, other) => one.place - other.place).map(({ one }) => one) }
  })
  fc.assert(
    fc.property(entries, ({ all, again }) => {
      expect(fold(again)).toEqual(fold(all))
    }),
    { numRuns: 500 },
  )
})

describe('what never came', () => {
  test.each<[string, Draft[], { text: string | undefined; deletedAt?: string }]>([
    ['only the deletion: no text was ever received', [deleteDraft(5)], { text: undefined, deletedAt: minute(5) }],
    ['only the deletion, with the text in it', [deleteDraft(5, 'lost')], { text: 'lost', deletedAt: minute(5) }],
    [
      'the deletion with the text in it, then the message',
      [deleteDraft(5, 'first'), messageDraft],
      { text: 'first', deletedAt: minute(5) },
    ],
    [
      'the message, and a deletion that tells of an edit that never came',
      [messageDraft, deleteDraft(5, 'edited')],
      { text: 'edited', deletedAt: minute(5) },
    ],
    ['only an edit', [editDraft(3, 'second')], { text: 'second' }],
    ['deleted and brought back', [messageDraft, deleteDraft(5), undeleteDraft(6)], { text: 'first' }],
    ['brought back before it was known to be deleted', [messageDraft, undeleteDraft(6), deleteDraft(5)], { text: 'first' }],
    ['brought back with a text, of a message never seen', [undeleteDraft(6, 'lost')], { text: 'lost' }],
  ])('%s', (_, drafts, { text, deletedAt }) => {
    expect(viewTalk(fold(arrive(drafts)))).toMatchObject({ text, deletedAt })
  })
  test('a message was not yet said before it was posted', () => {
    expect(viewTalk(fold(arrive([messageDraft])), minute(-1))).toBeUndefined()
  })
})

test('a file that could not be fetched gives way to its bytes once they are kept', () => {
  const missing: Draft = { ...entry, kind: 'file_missing', key: 'f1', payload: { ...said, name: 'a.pdf', reason: 'gone' } }
  const kept: Draft = { ...entry, kind: 'file', key: 'f2', payload: { ...said, file: { name: 'a.pdf', sha256: 'ab', size: 3 } } }
  const { files } = fold(arrive([messageDraft, missing, kept]))
  expect(files).toEqual([{ name: 'a.pdf', sha256: 'ab', size: 3, seq: 2 }])
  expect(fold(arrive([kept, missing, messageDraft])).files).toMatchObject([{ sha256: 'ab' }])
  expect(fold(arrive([messageDraft, missing])).files).toEqual([{ name: 'a.pdf', missing: 'gone', seq: 1 }])
})

test('a file that is not there yet gives way to a reason why it never will be, and to its bytes; told twice it stands there once', () => {
  const told = (kind: 'file_pending' | 'file_missing', key: string, reason: string): Draft => ({
    ...entry,
    ...{ kind, key, payload: { ...said, name: 'a.pdf', reason } },
  })
  const [pending, again] = [told('file_pending', 'f1', 'slow'), told('file_pending', 'f2', 'slower')]
  const missing = told('file_missing', 'f3', 'gone')
  const kept: Draft = { ...entry, kind: 'file', key: 'f4', payload: { ...said, file: { name: 'a.pdf', sha256: 'ab', size: 3 } } }
  const filesOf = (...drafts: Draft[]) => fold(arrive([messageDraft, ...drafts])).files.map(({ seq, ...file }) => file)
  expect(filesOf(pending, again)).toEqual([{ name: 'a.pdf', pending: 'slower' }])
  expect(filesOf(pending, missing, again)).toEqual([{ name: 'a.pdf', missing: 'gone' }])
  expect(filesOf(kept, pending, missing)).toEqual([{ name: 'a.pdf', sha256: 'ab', size: 3 }])
})

// A chat platform for tests: it keeps what is visible, and answers, fails or loses as it is told.
import type { Heard, HeardMessage, Outgoing, Platform, SendOutcome } from '../../src/bot/platform.ts'
import type { Member } from '../../src/contracts/roster.ts'
import { conversationOf, type ThreadId, type Visibility } from '../../src/contracts/talk.ts'

export type Visible = { message: string; outgoing: Outgoing }

export type FakePlatform = Platform & {
  /** What people see, oldest first. */
  visible: Visible[]
  /** How the next sends end: what is posted although the answer says otherwise is the platform's secret. */
  next: ((outgoing: Outgoing) => Promise<SendOutcome> | SendOutcome)[]
  looks: number
  history: HeardMessage[]
  pageSize: number
  reads: (string | undefined)[]
  unread: string | undefined
  members: Member[] | undefined
  visibility: Visibility
  post(outgoing: Outgoing): string
}

export const person = (id: string, standing: Member['standing'] = 'member', company?: string): Member => ({
  account: `playground:home:${id}`,
  name: id,
  email: `${id}@${standing === 'member' ? 'acme' : (company ?? 'else').toLowerCase()}.example`,
  standing,
  company,
})

export const fakePlatform = (): FakePlatform => {
  const fake: FakePlatform = {
    name: 'playground',
    visible: [],
    next: [],
    looks: 0,
    history: [],
    pageSize: 3,
    reads: [],
    unread: undefined,
    members: [person('ana'), person('lee')],
    visibility: 'contract',
    heard: (body): Heard[] => JSON.parse(body),
    async readThread(_thread: ThreadId, from) {
      fake.reads.push(from)
      const start = Number(from ?? 0)
      const end = start + fake.pageSize
      return {
        messages: fake.history.slice(start, end),
        ...(end < fake.history.length && { next: String(end) }),
        ...(fake.unread !== undefined && { unread: fake.unread }),
      }
    },
    conversation: async (id) => ({ id, name: 'Deals', visibility: fake.visibility, members: fake.members }),
    async send(outgoing) {
      const outcome = fake.next.shift()
      return outcome ? outcome(outgoing) : { result: 'sent', message: fake.post(outgoing) }
    },
    async findSent({ id }) {
      fake.looks += 1
      return fake.visible.find(({ outgoing }) => outgoing.id === id)?.message
    },
    post(outgoing) {
      const message = `posted-${fake.visible.length + 1}`
      fake.visible.push({ message, outgoing })
      return message
    },
  }
  return fake
}

export const threadIn = (channel: string, root = '1'): ThreadId => `playground:home:${channel}|${root}`

/** A message as the platform tells it; its id is that of its minute. */
export const said = (minute: number, author: string, text: string, more: Partial<HeardMessage> = {}): HeardMessage => ({
  id: `m${minute}`,
  author: { account: `playground:home:${author}`, name: author },
  postedAt: new Date(Date.parse('2026-03-02T08:00:00.000Z') + minute * 60_000).toISOString(),
  text,
  files: [],
  ...more,
})

export const messageKey = (thread: ThreadId, id: string): string => `${conversationOf(thread)}|m|${id}`

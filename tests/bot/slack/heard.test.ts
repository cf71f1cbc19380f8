// Deliveries of Slack in our words: every kind of message event, read from its body alone.
import { describe, expect, it } from 'vitest'
import { readCallback } from '../../../src/bot/slack/body.ts'
import { heardIn, talkIn } from '../../../src/bot/slack/heard.ts'
import { appId, botUser, team } from './emulator.ts'
import { envelopeOf } from './slack-world.ts'

const ear = { teams: [team, 'T0SECOND00'] as const, fetchFile: async () => new Uint8Array([1]) }
const present = new Map([
  ['U0LEE', { account: `slack:${team}:U0LEE`, name: 'Lee Park' }],
  ['U0ANA', { account: `slack:${team}:U0ANA`, name: 'Ana Petrova' }],
  ['U0PENNY', { account: 'slack:T0PENHALLOW:U0PENNY', name: 'Penny Hale' }],
])
const who = (user: string) => present.get(user)

const root = '1700000000.000100'
const ts = '1700000060.000200'
const at = '2023-11-14T22:14:20.000Z'
const said = {
  type: 'message',
  channel: 'C0ACME',
  channel_type: 'channel',
  user: 'U0LEE',
  text: 'net 60',
  ts,
  thread_ts: root,
  event_ts: ts,
}
const message = { user: 'U0LEE', text: 'net 45', ts, thread_ts: root }

const heard = (event: object, around: object = {}) => heardIn(ear, JSON.stringify(envelopeOf({ ...event }, { ...around })), who)
const talk = (event: object, around: object = {}) => {
  const callback = readCallback(JSON.stringify(envelopeOf({ ...event }, { ...around })))
  return callback && talkIn(ear.teams, callback)
}

describe('a message', () => {
  it('has its author by name, its time, its text and where it stands', () => {
    expect(heard(said)).toEqual([
      {
        type: 'message',
        message: {
          id: ts,
          author: { account: `slack:${team}:U0LEE`, name: 'Lee Park' },
          postedAt: at,
          text: 'net 60',
          permalink: `https://slack.com/archives/C0ACME/p1700000060000200?thread_ts=${root}&cid=C0ACME`,
          files: [],
          raw: expect.stringContaining('net 60'),
        },
      },
    ])
  })

  it.each([
    ['a broadcast reply', { subtype: 'thread_broadcast' }, 'net 60'],
    ['words of oneself', { subtype: 'me_message' }, 'net 60'],
    ['a program', { subtype: 'bot_message', user: undefined, bot_id: 'B0OTHER', username: 'Ticket bot' }, 'net 60'],
    ['a message that Slack withholds', { subtype: 'ekm_access_denied' }, '(unsupported kind of message: ekm_access_denied) net 60'],
    ['a kind that nobody knows', { subtype: 'hologram', text: '' }, '(unsupported kind of message: hologram)'],
  ])('is heard of %s', (_case, more, text) => {
    expect(heard({ ...said, ...more })).toEqual([expect.objectContaining({ message: expect.objectContaining({ text }) })])
  })

  it('belongs to its thread, and one that begins none to its own', () => {
    expect(talk(said)?.thread).toBe(`slack:${team}:C0ACME|${root}`)
    expect(talk({ ...said, thread_ts: undefined })?.thread).toBe(`slack:${team}:C0ACME|${ts}`)
  })

  it('is one and the same from a second workspace of the company, under another event id', () => {
    const other = { team_id: 'T0SECOND00', context_team_id: 'T0SECOND00', event_id: 'EvOther' }
    expect(talk(said, other)).toEqual(talk(said))
  })

  it('of somebody from elsewhere is theirs, of both our workspaces ours', () => {
    const by = (more: object) => (heard({ ...said, ...more })[0] as { message: { author: { account: string } } }).message.author.account
    expect(by({ user: 'U0JO', user_team: 'T0PENHALLOW', team: 'T0PENHALLOW' })).toBe('slack:T0PENHALLOW:U0JO')
    expect(by({ user: 'U0JO', team: 'T0SECOND00' })).toBe(`slack:${team}:U0JO`)
    expect(by({ user: 'U0PENNY' })).toBe('slack:T0PENHALLOW:U0PENNY')
  })

  it('says what stands in attachments and blocks when it has no text', () => {
    const blocks = [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'in a block' }] }] }]
    const text = (more: object) => (heard({ ...said, text: '', ...more })[0] as { message: { text: string } }).message.text
    expect(text({ attachments: [{ fallback: 'in an attachment' }] })).toBe('in an attachment')
    expect(text({ blocks })).toBe('in a block')
  })

  it('brings its files under their names', async () => {
    const files = [
      { id: 'F1', name: 'draft.docx', size: 12, url_private: 'https://files.slack.com/files-pri/F1/draft.docx' },
      { id: 'F2', title: 'no name' },
    ]
    const [event] = heard({ ...said, subtype: 'file_share', files })
    expect(event).toMatchObject({ message: { files: [{ name: 'draft.docx', size: 12 }, { name: 'no name' }] } })
  })

  it.each([
    ['by our app', { app_id: appId, user: 'U0WHOEVER' }],
    ['by our app, in its profile', { bot_id: 'B1', bot_profile: { app_id: appId, name: 'Throughline' } }],
    ['by our own account', { user: botUser }],
  ])('%s is not heard: the outbox knows what we say', (_case, more) => {
    expect(heard({ ...said, ...more })).toEqual([])
  })

  it('keeps odd characters exactly as they came', () => {
    const odd = 'a\u0000b \u202Egnp.exe \u200b \ud800 end'
    const [event] = heard({ ...said, text: odd })
    expect(event).toMatchObject({ message: { text: odd } })
    expect(JSON.parse((event as { message: { raw: string } }).message.raw).event.text).toBe(odd)
    expect(heard({ ...said, text: 'x'.repeat(40_000) })).toEqual([
      expect.objectContaining({ message: expect.objectContaining({ text: 'x'.repeat(40_000) }) }),
    ])
  })
})

describe('what people write', () => {
  it.each([
    ['5 &lt; 6 &amp;&amp; 7 &gt; 6', '5 < 6 && 7 > 6'],
    ['&amp;lt;', '&lt;'],
    ['<@U0ANA> please', '@Ana Petrova please'],
    ['<@U0NOBODY> and <@U0NOBODY2|jo>', '@U0NOBODY and @jo'],
    ['<#C1|acme>, <#C2>', '#acme, #C2'],
    ['<!here> <!subteam^S1|@legal> <!channel|channel>', '@here @legal @channel'],
    ['<!date^1700000000^{date}|14 Nov>', '14 Nov'],
    ['<https://acme.example/a?b=1&amp;c=2>', 'https://acme.example/a?b=1&c=2'],
    ['<https://acme.example|the page>', 'the page (https://acme.example)'],
    ['<https://evil.example|https://bank.example>', 'https://bank.example (https://evil.example)'],
    ['<http://acme.example|acme.example>', 'http://acme.example'],
    ['<mailto:lee@acme.example|lee@acme.example>', 'lee@acme.example'],
  ])('%s is read as %s', (text, plain) => {
    expect(heard({ ...said, text })).toEqual([expect.objectContaining({ message: expect.objectContaining({ text: plain }) })])
  })
})

describe('an edit', () => {
  const changed = (edited: object | undefined, before: object | undefined = { ...message, text: 'net 60' }) => ({
    type: 'message',
    subtype: 'message_changed',
    channel: 'C0ACME',
    event_ts: '1700000090.000300',
    message: { ...message, ...(edited && { edited }) },
    ...(before && { previous_message: before }),
  })

  it('has the time of the edit, and the text before', () => {
    expect(heard(changed({ user: 'U0LEE', ts: '1700000080.000000' }))).toEqual([
      expect.objectContaining({
        type: 'edited',
        id: ts,
        text: 'net 45',
        editedAt: '2023-11-14T22:14:40.000Z',
        postedAt: at,
        previous: { text: 'net 60', at },
      }),
    ])
    expect(heard(changed({ ts: '1700000080.000000' }))[0]).not.toHaveProperty('system')
  })

  it.each([
    ['without one', changed(undefined)],
    ['with the one it had before', changed({ ts: '1700000070.000000' }, { ...message, edited: { ts: '1700000070.000000' } })],
  ])('%s is a change of Slack itself: a link preview', (_case, event) => {
    expect(heard(event)).toEqual([expect.objectContaining({ type: 'edited', system: true, editedAt: '2023-11-14T22:14:50.000Z' })])
  })

  it('has a key of its own, the same for every delivery', () => {
    const first = changed({ ts: '1700000080.000000' })
    expect(talk(first)?.id).toBe(talk(first, { event_id: 'EvAgain' })?.id)
    expect(talk(first)?.id).not.toBe(talk(changed({ ts: '1700000081.000000' }))?.id)
  })

  it('that leaves a tombstone is the deletion of a message with replies', () => {
    const event = { ...changed(undefined), message: { subtype: 'tombstone', ts: root, thread_ts: root, text: 'This message was deleted.' } }
    expect(heard(event)).toEqual([expect.objectContaining({ type: 'deleted', id: root, previousText: 'net 60' })])
  })
})

describe('a deletion', () => {
  const deleted = { type: 'message', subtype: 'message_deleted', channel: 'C0ACME', deleted_ts: ts, event_ts: '1700000090.000300' }

  it('tells the text that was there, in its thread', () => {
    const event = { ...deleted, previous_message: message }
    expect(heard(event)).toEqual([
      expect.objectContaining({
        type: 'deleted',
        id: ts,
        deletedAt: '2023-11-14T22:14:50.000Z',
        previousText: 'net 45',
        author: expect.objectContaining({ name: 'Lee Park' }),
      }),
    ])
    expect(talk(event)?.thread).toBe(`slack:${team}:C0ACME|${root}`)
  })

  it('without the text is one all the same', () => {
    expect(heard(deleted)).toEqual([{ type: 'deleted', id: ts, deletedAt: '2023-11-14T22:14:50.000Z', postedAt: at }])
  })
})

describe('a reaction', () => {
  const reaction = {
    type: 'reaction_added',
    user: 'U0ANA',
    reaction: 'eyes',
    item: { type: 'message', channel: 'C0ACME', ts },
    event_ts: '1700000090.000300',
  }

  it('tells who and with what; taking it back is another', () => {
    const told = { type: 'reaction', id: ts, emoji: 'eyes', by: `slack:${team}:U0ANA`, at: '2023-11-14T22:14:50.000Z' }
    expect(heard(reaction)).toEqual([{ ...told, added: true }])
    expect(heard({ ...reaction, type: 'reaction_removed' })).toEqual([{ ...told, added: false }])
    expect(talk(reaction)?.id).not.toBe(talk({ ...reaction, type: 'reaction_removed' })?.id)
  })

  it('to a file is none to talk', () => {
    expect(talk({ ...reaction, item: { type: 'file', file: 'F1' } })).toBeUndefined()
  })
})

describe('what is no talk', () => {
  it.each([
    ['a count of replies', { ...said, subtype: 'message_replied', message }],
    ['an event of another kind', { type: 'channel_rename', channel: { id: 'C0ACME', name: 'new' } }],
    ['a message without a timestamp', { ...said, ts: '' }],
    ['an id with our own signs in it', { ...said, channel: 'C0|x:y' }],
  ])('%s says nothing', (_case, event) => {
    expect(heard(event)).toEqual([])
    expect(talk(event)).toBeUndefined()
  })

  it('a body that is none says nothing', () => {
    for (const body of ['', 'null', '5', '{}', '{"event":5}']) expect(heardIn(ear, body, who)).toEqual([])
  })
})

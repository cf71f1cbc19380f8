// The main job in Slack, end to end: link a thread, keep what is said, edited and deleted, decide, and ask why years later.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { botUser } from './emulator.ts'
import { openSlackWorld, type SlackWorld } from './slack-world.ts'

describe('a thread that is linked by a mention', () => {
  let world: SlackWorld
  let contract: string
  let channel: string
  let root: string

  const talk = async (name = 'ana', text = `talk ${contract}`) => {
    const before = world.slack.ephemerals().length
    await world.say(name, channel, `<@${botUser}> ${text}`, root)
    await world.settle()
    return JSON.stringify(world.slack.ephemerals().slice(before))
  }

  beforeAll(async () => {
    world = await openSlackWorld()
    channel = world.slack.id('acme-renewal')
    contract = await world.contract('Acme MSA', 'ana')
    root = await world.say('lee', channel, 'Acme asks for a liability cap of 12 months.')
    await world.say('nadia', channel, 'Finance is fine with 12 months.', root)
  })
  afterAll(() => world.close())

  it('answers the asker alone, and leaves one note for all', async () => {
    const answer = await talk('ana', `link ${contract}`)
    expect(answer).toContain('Linked 3 messages, 0 files')
    expect(answer).toContain(world.slack.id('ana'))
    const notes = world.slack.messages(channel).filter((message) => message.user === botUser)
    expect(notes).toHaveLength(1)
    expect(notes[0]).toMatchObject({ thread_ts: root, text: expect.stringContaining('New replies are saved') })
    expect(JSON.stringify(notes[0]?.blocks)).toContain('Unlink')
  })

  it('keeps older replies and new ones with names, edits with both texts, deletions with what was said', async () => {
    const edited = await world.say('lee', channel, 'They also want net 60.', root)
    const deleted = await world.say('nadia', channel, 'Between us: we would take net 75.', root)
    await world.settle()
    await world.slack.as('lee', 'chat.update', { channel, ts: edited, text: 'They also want net 45.' })
    await world.slack.as('nadia', 'chat.delete', { channel, ts: deleted })
    await world.slack.as('ana', 'reactions.add', { channel, timestamp: edited, name: 'eyes' })
    await world.settle()
    const now = await talk()
    for (const said of ['liability cap of 12 months', 'Finance is fine', 'net 45', 'Lee', 'Nadia', 'edited', 'deleted'])
      expect(now).toContain(said)
    const history = await talk('ana', `talk ${contract} --history`)
    for (const said of ['net 60', 'net 45', 'net 75']) expect(history).toContain(said)
  })

  it('cites the messages that a decision follows from, and says why', async () => {
    const decided = await talk('ana', 'decide "12 months liability cap, agreed by finance" clause:liability')
    expect(decided).toContain('cites')
    const why = await talk('nadia', 'why liability')
    expect(why).toContain('12 months liability cap, agreed by finance')
    expect(why).toContain('Acme asks for a liability cap of 12 months.')
  })

  it('names whoever is mentioned, us too, and in the audit whoever wrote', async () => {
    world.responses.length = 0
    for (const line of ['talk C-1', 'audit C-1']) await world.slash('ana', channel, line)
    await world.settle()
    const shown = JSON.stringify(world.responses)
    expect(shown).toContain('@Throughline ')
    expect(shown).not.toMatch(/@U0|"slack:/)
  })

  it('stops when it is unlinked, and keeps what there was', async () => {
    await talk('ana', `unlink ${contract}`)
    await world.say('lee', channel, 'This is said after the end.', root)
    await world.settle()
    const after = await talk()
    expect(after).toContain('net 45')
    expect(after).not.toContain('after the end')
  })

  it('proves its record whole, and logged no error', async () => {
    const reports = await Array.fromAsync(world.store.record.verify(contract))
    expect(reports).toEqual([expect.objectContaining({ contract, faults: [] })])
    expect(world.logged.filter(({ level }) => level === 'error')).toEqual([])
  })
})

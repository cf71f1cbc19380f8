// Every door in Slack: slash commands, direct messages, shortcuts with their forms, the picker, buttons, App Home and links.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { botUser, stamp, team } from './emulator.ts'
import { openSlackWorld, type SlackWorld } from './slack-world.ts'

let world: SlackWorld
let channel: string
let contract: string

beforeAll(async () => {
  world = await openSlackWorld()
  channel = world.slack.id('acme-renewal')
  contract = await world.contract('Acme MSA', 'ana', { expirationDate: soon(30) })
  await world.contract('Beta order form', 'ana', { expirationDate: soon(300) })
})
beforeEach(() => {
  world.responses.length = 0
  world.invocations.length = 0
})
afterAll(() => world.close())

const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const triggerFor = async (name: string) => {
  const made = await world.slack.as('bot', 'views.generateTriggerId', { user_id: world.slack.id(name) })
  return String(made.trigger_id)
}
const lastView = () =>
  world.slack.views().at(-1) as unknown as {
    view_id: string
    blocks: unknown[]
    private_metadata: string
    callback_id: string
    hash: string
  }

const useOn = async (callback_id: string, name: string, message: { ts: string; thread_ts?: string; text?: string }) => {
  const channelOf = { id: channel, name: 'acme-renewal' }
  const used = {
    type: 'message_action',
    callback_id,
    trigger_id: await triggerFor(name),
    channel: channelOf,
    message_ts: message.ts,
    message,
  }
  const reply = await world.interact({ ...used, user: { id: world.slack.id(name), team_id: team }, response_url: world.responseUrl })
  await world.settle()
  return reply
}

type Values = Record<string, string>
const state = (values: Values) => ({
  values: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      name === 'contract' || name === 'clause'
        ? { [name]: { type: 'external_select', selected_option: { text: { type: 'plain_text', text: value }, value } } }
        : { value: { type: 'plain_text_input', value } },
    ]),
  ),
})
const send = async (name: string, values: Values) => {
  const { view_id, blocks, private_metadata, callback_id, hash } = lastView()
  const view = { id: view_id, hash, callback_id, private_metadata, blocks, type: 'modal', state: state(values) }
  const reply = await world.interact({ type: 'view_submission', user: { id: world.slack.id(name), team_id: team }, view })
  await world.settle()
  return reply.body === '' ? undefined : JSON.parse(reply.body)
}

const press = async (name: string, command: string, more: Record<string, unknown> = {}) => {
  const message_ts = String(more.message_ts ?? stamp())
  const container = { type: 'message', message_ts, channel_id: channel, is_ephemeral: true, ...(more.container as object) }
  const action = { type: 'button', action_id: 'command:0', block_id: 'b', value: command, action_ts: String(more.action_ts ?? stamp()) }
  const body = {
    type: 'block_actions',
    user: { id: world.slack.id(name), team_id: team },
    channel: { id: channel },
    container,
    actions: [action],
  }
  const around = { trigger_id: `t-${Math.random()}`, response_url: world.responseUrl, ...(more.message ? { message: more.message } : {}) }
  return world.interact({ ...body, ...around })
}

describe('a slash command', () => {
  it('is acknowledged empty, and answered to the asker alone by its way back', async () => {
    expect(await world.slash('ana', channel, 'find acme')).toEqual({ status: 200, body: '' })
    await world.settle()
    expect(world.responses).toEqual([
      expect.objectContaining({ response_type: 'ephemeral', replace_original: false, text: expect.stringContaining(contract) }),
    ])
  })

  it('of another noun is that noun, and a noun alone asks for help on it', async () => {
    await world.slash('ana', channel, 'show @ana', '/person')
    await world.slash('ana', channel, '', '/person')
    await world.slash('ana', channel, '')
    await world.settle()
    // They are asked side by side, in any order.
    expect(world.invocations.map(({ text }) => text).sort()).toEqual(['', 'person', 'person show @ana'])
    expect(world.responses.filter((response) => JSON.stringify(response).includes('person set'))).toHaveLength(1)
  })

  it('works in a conversation that the bot is not in', async () => {
    await world.slash('kim', 'C0ELSEWHERE', 'find acme')
    await world.settle()
    expect(world.responses).toHaveLength(1)
    expect(JSON.stringify(world.responses)).toContain('Acme MSA')
  })

  it('finds the person who is mentioned by id, and leaves quoted words alone', async () => {
    await world.slash('ana', channel, `person show &lt;@x <@${world.slack.id('lee')}|lee>`)
    await world.settle()
    expect(world.invocations[0]?.text).toBe(`person show &lt;@x <@${world.slack.id('lee')}|Lee>`)
    await world.slash('ana', channel, 'whoami')
    await world.slash('lee', channel, 'whoami')
    await world.slash('ana', channel, `grant ${contract} <@${world.slack.id('lee')}|lee>`)
    await world.settle()
    const granted = (await world.store.contracts.state(contract))?.grants ?? []
    expect(granted.map(({ person }) => person)).toEqual([(await world.person('lee')).id])
  })

  it('links the thread whose link it names, and refuses one without', async () => {
    const root = await world.say('lee', channel, 'A thread to be linked from elsewhere.')
    const reply = await world.say('nadia', channel, 'A reply.', root)
    await world.settle()
    const permalink = `https://acme.slack.com/archives/${channel}/p${reply.replace('.', '')}?thread_ts=${root}&cid=${channel}`
    await world.slash('ana', channel, `link ${contract}`)
    await world.slash('ana', channel, `link ${contract} <${permalink}>`)
    await world.settle()
    expect(JSON.stringify(world.responses)).toContain('Which thread?')
    expect(JSON.stringify(world.slack.ephemerals())).toContain('Linked 2 messages')
    expect(await world.store.threads.linked(`slack:${team}:${channel}|${root}`)).toMatchObject({ contracts: [contract] })
    await world.slash('ana', channel, `unlink ${contract} ${permalink}`)
    await world.settle()
    expect(await world.store.threads.linked(`slack:${team}:${channel}|${root}`)).toBeUndefined()
  })
})

describe('a direct message', () => {
  it('needs no mention and is answered beside it; what the bot itself wrote there is no command', async () => {
    const opened = await world.slack.as('ana', 'conversations.open', { users: botUser })
    const direct = String((opened.channel as { id: string }).id)
    await world.say('ana', direct, 'whoami')
    await world.settle()
    const answers = world.slack.messages(direct).filter(({ user }) => user === botUser)
    expect(answers).toEqual([expect.objectContaining({ text: expect.stringContaining('Ana') })])
    expect(answers[0]?.thread_ts).toBeUndefined()
    expect(world.invocations).toHaveLength(1)
  })
})

describe('the shortcut "Link to contract"', () => {
  it('opens a form that says who may read it, and links the thread of the message', async () => {
    const root = await world.say('lee', channel, 'To be linked by a shortcut.')
    const reply = await world.say('nadia', channel, 'The message it is used on.', root)
    expect((await useOn('link', 'ana', { ts: reply, thread_ts: root })).status).toBe(200)
    const form = lastView()
    expect(form.callback_id).toBe('form')
    expect(JSON.stringify(form.blocks)).toContain('Everyone who may read the contract may read this thread.')
    expect(form.blocks).toContainEqual(
      expect.objectContaining({ block_id: 'contract', element: expect.objectContaining({ type: 'external_select' }) }),
    )
    const shown = await send('ana', { contract })
    expect(shown).toMatchObject({ response_action: 'update', view: { callback_id: 'shown' } })
    expect(JSON.stringify(shown)).toContain('Linked 2 messages')
    expect(await world.store.threads.linked(`slack:${team}:${channel}|${root}`)).toMatchObject({ contracts: [contract] })
  })

  it('says a refusal at the field, and the next try goes on from there', async () => {
    const root = await world.say('lee', channel, 'Another thread.')
    await useOn('link', 'kim', { ts: root })
    const refused = await send('kim', { contract })
    expect(refused).toEqual({ response_action: 'errors', errors: { contract: expect.stringMatching(/write|owner/) } })
    await useOn('link', 'ana', { ts: root })
    expect((await send('ana', { contract: 'C-999' })).errors.contract).toContain('C-999')
    expect(await send('ana', { contract })).toMatchObject({ response_action: 'update' })
  })
})

describe('the shortcut "Mark as decision"', () => {
  it('has the words of the message and the contract of its thread in it, and cites that message', async () => {
    const root = await world.say('lee', channel, 'We take 12 months, <@U0X> &amp; that is it.')
    await useOn('link', 'ana', { ts: root })
    await send('ana', { contract })
    await useOn('decide', 'ana', { ts: root, text: 'We take 12 months, &amp; that is it.' })
    const form = JSON.stringify(lastView().blocks)
    expect(form).toContain('"initial_value":"We take 12 months, & that is it."')
    expect(form).toContain(`"value":"${contract}"`)
    const shown = await send('ana', { contract, text: 'We take 12 months.', clause: 'cap-on-liability' })
    expect(JSON.stringify(shown)).toContain('cites 1 message')
    expect((await world.store.contracts.state(contract))?.decisions.at(-1)).toMatchObject({
      text: 'We take 12 months.',
      clause: 'cap-on-liability',
      cites: [`slack:${team}:${channel}|m|${root}`],
    })
  })

  it('sent twice is one decision', async () => {
    const root = await world.say('lee', channel, 'Twice?')
    await useOn('decide', 'ana', { ts: root })
    const before = (await world.store.contracts.state(contract))?.decisions.length ?? 0
    await Promise.all([send('ana', { contract, text: 'Once only.' }), send('ana', { contract, text: 'Once only.' })])
    expect((await world.store.contracts.state(contract))?.decisions.length).toBe(before + 1)
  })
})

describe('the shortcut from anywhere', () => {
  it('takes a line, says errors at it, shows the answer and keeps it in the direct messages', async () => {
    const used = {
      type: 'shortcut',
      callback_id: 'ask',
      trigger_id: await triggerFor('ana'),
      user: { id: world.slack.id('ana'), team_id: team },
    }
    expect((await world.interact(used)).status).toBe(200)
    await world.settle()
    expect((await send('ana', { line: 'fnid acme' })).errors.line).toContain('Did you mean "find"?')
    const shown = await send('ana', { line: 'find acme' })
    expect(JSON.stringify(shown)).toContain('Acme MSA')
    const opened = await world.slack.as('ana', 'conversations.open', { users: botUser })
    const direct = String((opened.channel as { id: string }).id)
    expect(JSON.stringify(world.slack.messages(direct).at(-1))).toContain('Acme MSA')
  })
})

describe('the contract picker', () => {
  const search = async (name: string, value: string) => {
    const user = { id: world.slack.id(name), team_id: team }
    const reply = await world.interact({
      type: 'block_suggestion',
      action_id: 'contract',
      block_id: 'contract',
      value,
      user,
      view: { id: 'V1' },
    })
    return (JSON.parse(reply.body).options as { text: { text: string }; value: string }[]).map(
      ({ text, value: id }) => `${id}: ${text.text}`,
    )
  }

  it('gives contracts by a part of the name, and none that the person may not see', async () => {
    expect(await search('ana', 'acm')).toEqual([`${contract}: ${contract} · Acme MSA · Acme MSA`])
    const secret = await world.contract('Canary acquisition', 'lee')
    await world.store.record.append(secret, () => [
      { kind: 'restricted', key: 'r', actor: 'test', source: 'test', payload: { restricted: true } },
    ])
    expect(await search('ana', 'canary')).toEqual([])
    expect(await search('lee', 'canary')).toHaveLength(1)
  })

  it('gives nothing for anything that is no name', async () => {
    for (const typed of ['', '(a+)+$', '{"$ne":null}', '__proto__', 'x'.repeat(10_000)]) expect(await search('ana', typed)).toEqual([])
  })
})

describe('a button', () => {
  it('puts its answer in place of the card that only the asker sees', async () => {
    await press('ana', `show ${contract}`)
    await world.settle()
    expect(world.responses).toEqual([expect.objectContaining({ replace_original: true, text: expect.stringContaining('Acme MSA') })])
  })

  it('is a line of a menu as well', async () => {
    const chosen = { type: 'static_select', action_id: 'command:0', block_id: 'b', action_ts: stamp() }
    const option = { text: { type: 'plain_text', text: 'Acme MSA' }, value: `show ${contract}` }
    await world.interact({
      type: 'block_actions',
      user: { id: world.slack.id('ana'), team_id: team },
      channel: { id: channel },
      container: { type: 'message', message_ts: stamp(), channel_id: channel, is_ephemeral: true },
      actions: [{ ...chosen, selected_option: option }],
      trigger_id: 't-menu',
      response_url: world.responseUrl,
    })
    await world.settle()
    expect(world.responses).toEqual([expect.objectContaining({ replace_original: true, text: expect.stringContaining('Acme MSA') })])
  })

  it('"Unlink" under the note for all is answered in the note itself', async () => {
    const root = await world.say('lee', channel, 'A thread whose note is pressed.')
    await world.say('ana', channel, `<@${botUser}> link ${contract}`, root)
    await world.settle()
    const note = world.slack.messages(channel).find((message) => message.user === botUser && message.thread_ts === root)
    const on = { message_ts: String(note?.ts), container: { is_ephemeral: false, thread_ts: root }, message: { thread_ts: root } }
    await press('ana', `unlink ${contract}`, on)
    await world.settle()
    const after = world.slack.messages(channel).find((message) => message.ts === note?.ts)
    expect(JSON.stringify(after)).toContain('No longer linked')
  })

  it('of a form in a modal changes that modal', async () => {
    const root = await world.say('lee', channel, 'A modal with a button.')
    await useOn('link', 'ana', { ts: root })
    const { view_id, private_metadata } = lastView()
    const action = { type: 'button', action_id: 'command:0', block_id: 'b', value: `show ${contract}`, action_ts: stamp() }
    const view = { id: view_id, type: 'modal', private_metadata }
    const container = { type: 'view', view_id }
    await world.interact({
      type: 'block_actions',
      user: { id: world.slack.id('ana'), team_id: team },
      container,
      view,
      actions: [action],
      trigger_id: 't',
    })
    await world.settle()
    expect(JSON.stringify(lastView().blocks)).toContain('Acme MSA')
  })

  it('delivered four times under two ids changes one thing, and is answered once (20 clicks)', async () => {
    const roots = await Promise.all(Array.from({ length: 20 }, (_, index) => world.say('lee', channel, `Thread ${index}.`)))
    const before = (await world.store.record.entries(contract)).filter(({ kind }) => kind === 'decision').length
    const shown = world.slack.ephemerals().length
    const answers = await Promise.all(
      roots.flatMap((root, index) => {
        const clicked = (action_ts: string) =>
          press('ana', `decide ${contract} "decided ${index}" cites:0`, {
            message_ts: root,
            action_ts,
            container: { thread_ts: root },
            message: { thread_ts: root },
          })
        return ['1700000000.1', '1700000000.1', '1700000030.2', '1700000030.2'].map(clicked)
      }),
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    await world.settle()
    const after = (await world.store.record.entries(contract)).filter(({ kind }) => kind === 'decision').length
    expect(after - before).toBe(20)
    expect(world.slack.ephemerals().length - shown).toBe(20)
  })
})

describe('App Home', () => {
  it('shows what is theirs: contracts that end soon, threads, settings, help', async () => {
    await world.event({ type: 'app_home_opened', user: world.slack.id('ana'), tab: 'home', channel: 'D0HOME' })
    await world.settle()
    const home = JSON.stringify(
      world.slack
        .views()
        .filter(({ type }) => type === 'home')
        .at(-1),
    )
    for (const words of ['Acme MSA', 'decision within 90 days', '#acme-renewal', 'Settings', 'Europe/Berlin', 'Help'])
      expect(home).toContain(words)
    expect(home).not.toContain('Beta order form')
    expect(home).not.toContain('Canary')
  })
})

describe('a link of ours', () => {
  const shared = async (url: string, where = channel) => {
    const before = world.slack.unfurls.length
    const links = [{ domain: 'contracts.example', url }]
    await world.event({ type: 'link_shared', channel: where, user: world.slack.id('ana'), message_ts: stamp(), links })
    await world.settle()
    return world.slack.unfurls
      .slice(before)
      .map((sent) => JSON.stringify(sent))
      .join('')
  }

  it('shows number, title, counterparty and end, and never a price', async () => {
    const priced = await world.contract('Priced MSA', 'ana', { value: { minor: 2_500_000, currency: 'EUR' } })
    const shown = await shared(`https://contracts.example/contracts/${priced}`)
    expect(shown).toContain('Priced MSA')
    expect(shown).not.toMatch(/25.?000|EUR/)
  })

  it('shows nothing of a restricted contract, of a number never given, of another host, or where it is not known who reads', async () => {
    const secret = await world.contract('Canary two', 'ana')
    await world.store.record.append(secret, () => [
      { kind: 'restricted', key: 'r', actor: 'test', source: 'test', payload: { restricted: true } },
    ])
    expect(await shared(`https://contracts.example/contracts/${secret}`)).toBe('')
    expect(await shared('https://contracts.example/contracts/C-99999')).toBe('')
    expect(await shared(`https://contracts.example.evil.example/contracts/${contract}`)).toBe('')
    expect(await shared(`https://contracts.example/contracts/${contract}`, 'C0UNKNOWN')).toBe('')
    expect(await shared('https://contracts.example/upload/token')).toContain('personal link')
  })
})

it('logged no error in all of this', () => {
  expect(world.logged.filter(({ level }) => level === 'error')).toEqual([])
})

// Modals that meet trouble: nothing that was typed is lost, whether the database is away, the answer late, or the form closed meanwhile.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { card, text } from '../../../src/bot/card.ts'
import type { Dispatch } from '../../../src/bot/dispatch.ts'
import { askForm, decideForm, linkForm } from '../../../src/bot/slack/shortcuts.ts'
import { cardView, formAgain, formView, waitingView } from '../../../src/bot/slack/view.ts'
import { cards } from '../golden/cards.ts'
import { asJson, expectGolden } from '../golden/golden-file.ts'
import { botUser, stamp, team } from './emulator.ts'
import { openSlackWorld, type SlackWorld } from './slack-world.ts'
import { createAway } from './store-away.ts'

const words = 'Storage is unavailable. Nothing was recorded. Try again.'
const typed = 'We take 24 months, and the cap stays.'

const { away, store: mayBeAway } = createAway()
/** Milliseconds by which every answer is later. */
let delay = 0
let world: SlackWorld
let contract: string
let channel: string

beforeAll(async () => {
  let asked: Dispatch | undefined
  const dispatch: Dispatch = async (invocation) => {
    await new Promise((resolve) => setTimeout(resolve, delay))
    if (!asked) throw new Error('the world is not open yet')
    return asked(invocation)
  }
  world = await openSlackWorld({ store: mayBeAway, slack: { dispatch } })
  asked = world.dispatch
  channel = world.slack.id('acme-renewal')
  contract = await world.contract('Acme MSA', 'ana')
})
beforeEach(() => {
  away.isAway = false
  delay = 0
})
afterAll(async () => {
  away.isAway = false
  delay = 0
  await world.settle()
  await world.close()
})

const user = () => ({ id: world.slack.id('ana'), team_id: team })
const lastView = () =>
  world.slack.views().at(-1) as unknown as {
    view_id: string
    hash: string
    callback_id: string
    private_metadata: string
    blocks: object[]
  }
const triggerFor = async () => String((await world.slack.as('bot', 'views.generateTriggerId', { user_id: user().id })).trigger_id)

const openDecide = async (trigger_id?: string) => {
  const ts = await world.say('lee', channel, 'Twenty-four months?')
  const used = { type: 'message_action', callback_id: 'decide', trigger_id: trigger_id ?? (await triggerFor()), channel: { id: channel } }
  await world.interact({
    ...used,
    message_ts: ts,
    message: { ts, text: 'Twenty-four months?' },
    user: user(),
    response_url: world.responseUrl,
  })
  await world.app.settled()
}
const send = async (values = { text: typed }, view_id?: string) => {
  const { blocks, private_metadata, callback_id, hash, view_id: last } = lastView()
  const option = { text: { type: 'plain_text', text: contract }, value: contract }
  const state = {
    values: {
      contract: { contract: { type: 'external_select', selected_option: option } },
      text: { value: { type: 'plain_text_input', value: values.text } },
      clause: { value: { type: 'static_select', selected_option: null } },
    },
  }
  const view = { id: view_id ?? last, hash, callback_id, private_metadata, blocks, type: 'modal', state }
  const reply = await world.interact({ type: 'view_submission', user: user(), view, trigger_id: stamp() })
  return reply.body === '' ? undefined : JSON.parse(reply.body)
}
const decisions = async () => ((await world.store.contracts.state(contract))?.decisions ?? []).map((decision) => decision.text)

describe('a form that is sent while the database is away', () => {
  it('stays as it was filled in, with the reason at its first field, and is recorded once when it is sent again', async () => {
    await openDecide()
    away.isAway = true
    expect(await send()).toEqual({ response_action: 'errors', errors: { contract: words } })
    away.isAway = false
    expect(await decisions()).toEqual([])
    expect(await send()).toMatchObject({ response_action: 'update', view: { callback_id: 'shown' } })
    expect(await decisions()).toEqual([typed])
    await world.settle()
  })

  it('late as well, comes back with everything in it', async () => {
    await openDecide()
    away.isAway = true
    delay = 2_300
    const waiting = await send({ text: `${typed} Late.` })
    expect(waiting).toMatchObject({ response_action: 'update', view: { callback_id: 'waiting' } })
    await world.app.settled()
    away.isAway = false
    const { blocks, callback_id } = lastView()
    expect(callback_id).toBe('form')
    expect(JSON.stringify(blocks)).toContain(words)
    expect(JSON.stringify(blocks)).toContain(`"initial_value":"${typed} Late."`)
    expect(await decisions()).not.toContain(`${typed} Late.`)
  })

  it('and closed meanwhile, gives back what was typed where its person sees it', async () => {
    await openDecide()
    const before = world.slack.ephemerals().length
    away.isAway = true
    delay = 2_300
    await send({ text: `${typed} Closed.` }, 'V0CLOSED')
    await world.app.settled()
    away.isAway = false
    const [shown] = world.slack.ephemerals().slice(before)
    expect(JSON.stringify(shown)).toContain(words)
    expect(JSON.stringify(shown)).toContain(`${typed} Closed.`)
    expect(JSON.stringify(shown)).toContain('What was decided')
  })
})

describe('a form that opens badly', () => {
  it('says so where Slack no longer takes it, for who wanted it alone', async () => {
    const before = world.slack.ephemerals().length
    await openDecide('expired')
    const [shown] = world.slack.ephemerals().slice(before)
    expect(Object.values(shown ?? {})).toContain(user().id)
    expect(JSON.stringify(shown)).toContain('Slack closed the form before it could open.')
  })

  it('says that the database is away instead of waiting for ever', async () => {
    away.isAway = true
    await openDecide()
    away.isAway = false
    expect(JSON.stringify(lastView().blocks)).toContain(words)
  })

  it('offers nothing to pick from while the database is away', async () => {
    away.isAway = true
    const asked = { type: 'block_suggestion', action_id: 'contract', block_id: 'contract', value: 'acme', user: user(), view: { id: 'V1' } }
    const reply = await world.interact(asked)
    expect(JSON.parse(reply.body)).toEqual({ options: [] })
  })
})

it('from anywhere: a form that could not open tells so in the direct messages', async () => {
  await world.interact({ type: 'shortcut', callback_id: 'ask', trigger_id: `expired-${stamp()}`, user: user() })
  await world.app.settled()
  const opened = await world.slack.as('ana', 'conversations.open', { users: botUser })
  const direct = String((opened.channel as { id: string }).id)
  expect(JSON.stringify(world.slack.messages(direct).at(-1))).toContain('Slack closed the form')
})

describe('as Slack is sent them', () => {
  const about = { command: 'decide', title: 'Mark as decision', submit: 'Record', channel: 'C1', root: '1.1', message: '1.1' }
  const member = { account: 'slack:T1:U1', name: 'Ana', email: undefined, standing: 'member' as const, company: undefined }
  const penny = { ...member, account: 'slack:T2:U2', name: 'Penny Hale', standing: 'outsider' as const, company: 'Penhallow' }
  const linked = { values: { contract: 'C-142' }, labels: { contract: 'C-142 · Acme Ltd master agreement' } }
  const decide = formView(about, decideForm('We take 12 months.', linked))
  const state = {
    values: {
      contract: { contract: { selected_option: { text: { type: 'plain_text', text: 'C-7 · Beta' }, value: 'C-7' } } },
      text: { value: { value: 'Put shorter.' } },
      clause: { value: { selected_option: null } },
    },
  }
  it.each([
    ['waiting', waitingView(about, 'One moment …')],
    ['link', formView({ ...about, command: 'link' }, linkForm({ visibility: 'contract', roster: undefined }))],
    ['link-outsiders', formView(about, linkForm({ visibility: 'members', roster: { hash: 'h', members: [member, penny] } as never }))],
    ['decide', decide],
    ['decide-again', formAgain(about, decide.blocks, state as never, card('Which contract?', text('Which contract?', 'bad')))],
    ['ask', formView({ command: '', title: 'Ask Throughline', submit: 'Ask' }, askForm)],
    ['shown', cardView(about, cards.why!)],
  ])('%s', (name, view) => expectGolden(`slack/modal-${name}.view.json`, asJson(view)))
})

it('logged no error but those of the outbox that was away', () => {
  const errors = world.logged.filter(({ level }) => level === 'error').map(({ text: line }) => line)
  expect(errors.filter((line) => line !== 'A command failed.' && !line.startsWith('The outbox is away'))).toEqual([])
})

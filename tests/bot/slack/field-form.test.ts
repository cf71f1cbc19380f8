// A field from Slack: the slash command answers with a button, the button opens a modal, what is filled in becomes a field, what is wrong stands at its input.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stamp, team } from './emulator.ts'
import { openSlackWorld, type SlackWorld } from './slack-world.ts'

type Block = { type: string; block_id: string; element: { type: string; initial_value?: string; options?: { value: string }[] } }
type View = { view_id: string; hash: string; callback_id: string; private_metadata: string; blocks: Block[] }

let world: SlackWorld
let channel: string
beforeAll(async () => {
  world = await openSlackWorld()
  channel = world.slack.id('acme-renewal')
  for (const name of ['ana', 'nadia']) await world.slash(name, channel, 'whoami')
  await world.settle()
  const ana = await world.person('ana')
  await world.store.people.change(ana.id, { roles: ['legal'] }, 'throughline', 'test')
})
beforeEach(() => {
  world.responses.length = 0
})
afterAll(() => world.close())

const lastView = () => world.slack.views().at(-1) as unknown as View

/** Types the line, and presses the button behind which its form opens. */
const openForm = async (line: string, command: string) => {
  await world.slash('ana', channel, line, command)
  await world.settle()
  const shown = JSON.stringify([world.responses, world.slack.ephemerals()])
  const buttons = [...shown.matchAll(/"action_id":"form:0".*?"value":"((?:[^"\\]|\\.)*)"/g)]
  const value = JSON.parse(`"${buttons.at(-1)?.[1] ?? ''}"`) as string
  const made = await world.slack.as('bot', 'views.generateTriggerId', { user_id: world.slack.id('ana') })
  await world.interact({
    ...{ type: 'block_actions', trigger_id: String(made.trigger_id), user: { id: world.slack.id('ana'), team_id: team } },
    ...{
      channel: { id: channel },
      container: { type: 'message', message_ts: stamp(), is_ephemeral: true },
      response_url: world.responseUrl,
    },
    actions: [{ type: 'button', action_id: 'form:0', block_id: 'b', value, action_ts: stamp() }],
  })
  await world.settle()
  return lastView()
}

/** Everything as the form shows it, with what is filled in now. */
const send = async (filled: Record<string, string>) => {
  const { view_id, ...view } = lastView()
  const values = view.blocks
    .filter(({ type }) => type === 'input')
    .map(({ block_id, element }) => {
      const value = filled[block_id] ?? element.initial_value ?? null
      const chosen =
        element.type === 'static_select' ? { selected_option: value && { text: { type: 'plain_text', text: value }, value } } : { value }
      return [block_id, { value: { type: element.type, ...chosen } }]
    })
  const state = { values: Object.fromEntries(values) }
  const user = { id: world.slack.id('ana'), team_id: team }
  const reply = await world.interact({ type: 'view_submission', user, view: { ...view, id: view_id, type: 'modal', state } })
  await world.settle()
  return reply.body === '' ? undefined : JSON.parse(reply.body)
}

const named = async (key: string) => (await world.store.fields.list()).find((one) => one.key === key)

describe('/field add', () => {
  it('opens a modal, and what is filled in becomes a field', async () => {
    const view = await openForm('add', '/field')
    expect(view.callback_id).toBe('form')
    const inputs = view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id)
    expect(inputs).toEqual(['label', 'type', 'choices', 'unit', 'for', 'standard', 'aliases', 'audience'])
    const reply = await send({ label: 'Data residency', type: 'choice', choices: 'eu, us', standard: 'EU', audience: 'internal' })
    expect(reply).toMatchObject({ response_action: 'update', view: { callback_id: 'shown' } })
    expect(await named('dataResidency')).toMatchObject({ label: 'Data residency', type: 'choice', choices: ['eu', 'us'], standard: 'eu' })
  })

  it('tells at the input what is wrong, and records nothing', async () => {
    await openForm('add', '/field')
    const reply = await send({ label: 'Colour', type: 'choice', audience: 'internal' })
    expect(reply.response_action).toBe('errors')
    expect(reply.errors.choices).toMatch(/A choice needs its choices. Name them/)
    expect(await named('colour')).toBeUndefined()
  })
})

describe('/field set', () => {
  it('opens a modal of what is now, and refuses it when somebody else was faster', async () => {
    const view = await openForm('set data residency', '/field')
    const held = Object.fromEntries(view.blocks.map(({ block_id, element }) => [block_id, element?.initial_value]))
    expect(held).toMatchObject({ label: 'Data residency', choices: 'eu, us', standard: 'eu', for: 'all' })
    await world.store.fields.change({ key: 'dataResidency', version: 2, change: { aliases: ['residency'] }, by: 'P-1', source: 'test' })
    const late = await send({ choices: 'eu, us, apac', audience: 'internal' })
    expect(late.response_action).toBe('errors')
    expect(JSON.stringify(late.errors)).toContain('was changed meanwhile: it is at version 2, you saw version 1')
    await openForm('set data residency', '/field')
    await send({ choices: 'eu, us, apac', audience: 'internal' })
    expect(await named('dataResidency')).toMatchObject({ choices: ['eu', 'us', 'apac'], aliases: ['residency'], version: 3 })
  })

  it("is legal's: for others no form opens", async () => {
    await world.slash('nadia', channel, 'set sla', '/field')
    await world.settle()
    expect(world.words()).toContain('Only legal may use field set.')
    expect(world.words()).not.toContain('"command":"field set slaUptimePercent')
  })
})

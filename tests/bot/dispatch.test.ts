// Dispatch by its front door: what people ask, who they are, where they ask it, and what comes back.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { defineCommand } from '../../src/bot/command.ts'
import { threadId } from '../../src/contracts/talk.ts'
import { buttonsOf, type Company, channel, member, openCompany, thread, wordsOfCard } from './world.ts'

let company: Company
beforeAll(async () => {
  company = await openCompany()
})
afterAll(() => company.close())

const inChannel = { conversation: channel, thread: threadId(channel.id, 'nobody-linked-this') }

describe('finding the command', () => {
  test.each([
    ['', 'help'],
    ['   ', 'help'],
    ['help', 'help'],
    ['show C-1', 'contract show'],
    ['Show c1', 'contract show'],
    ['SHOW\u00a0C–1', 'contract show'],
    ['contract show C-1', 'contract show'],
    ['/contract show C-1', 'contract show'],
    ['contract whoami', 'whoami'],
    ['contract person list', 'person list'],
    ['whoami', 'whoami'],
    ['/whoami', 'whoami'],
    ['contract', 'help'],
    ['person', 'help'],
  ])('%j is %s', async (line, command) => {
    const answer = await company.ask('ana', line)
    expect(answer).toMatchObject({ command, audience: 'asker', person: { name: 'Ana' } })
    expect(answer.refusal).toBeUndefined()
  })

  test.each([
    ['shwo C-1', 'I don\'t know "shwo". Did you mean "show"?', 'show C-1'],
    ['fnid "Acme Ltd" type:msa', 'I don\'t know "fnid". Did you mean "find"?', 'find "Acme Ltd" type:msa'],
    ['"show" C-1', 'I don\'t know "show". Did you mean "show"?', 'show C-1'],
    ['personlist', 'I don\'t know "personlist". Did you mean "person list"?', 'person list'],
  ])('%j: did you mean', async (line, message, command) => {
    const { refusal, card } = await company.ask('ana', line)
    expect(refusal).toMatchObject({ kind: 'invalid', message, next: expect.stringContaining('For example: ') })
    expect(buttonsOf(card)[0]).toEqual({ label: command, command })
  })

  test('a filter alone says that a verb is missing', async () => {
    expect((await company.ask('ana', 'type:msa --x')).refusal?.message).toBe('A line begins with what to do.')
  })

  test('a word like no verb gets help', async () => {
    const { refusal, card } = await company.ask('ana', 'zzzzqq')
    expect(refusal?.message).toBe('I don\'t know "zzzzqq".')
    expect(buttonsOf(card)).toEqual([{ label: 'Help', command: 'help' }])
  })

  test('the bare command offers buttons that all work', async () => {
    const { card } = await company.ask('ana', '')
    expect(buttonsOf(card).length).toBeGreaterThan(2)
    for (const { command } of buttonsOf(card)) expect((await company.ask('ana', command)).refusal).toBeUndefined()
  })
})

describe('help is there for everything', () => {
  test('on each noun and verb', async () => {
    for (const { name } of company.app.commands) {
      for (const topic of [name, name.split(' ')[0], name.split(' ')[1]].filter(Boolean)) {
        const answer = await company.ask('ana', `help ${topic}`)
        // A verb that two nouns have is no topic of its own.
        if (answer.refusal) expect(company.app.commands.filter((one) => one.name.endsWith(` ${topic}`)).length).toBeGreaterThan(1)
      }
    }
  })

  test('a topic that nobody knows', async () => {
    expect((await company.ask('ana', 'help shwo')).refusal).toMatchObject({
      message: 'There is no help on "shwo".',
      choices: [{ command: 'help show' }, expect.anything(), expect.anything()].slice(0, 1),
    })
  })
})

describe('which contract', () => {
  test.each([
    ['show C-1', 'C-1 Acme MSA'],
    ['show c1', 'C-1 Acme MSA'],
    ['show #C-1:', 'C-1 Acme MSA'],
    ['show acme', 'C-1 Acme MSA'],
    ['show Acme MSA', 'C-1 Acme MSA'],
    ['show "Beta GmbH"', 'C-2 Beta order form'],
    ['show contract:C-2', 'C-2 Beta order form'],
    ['show contract:"beta order form"', 'C-2 Beta order form'],
  ])('%j', async (line, title) => expect((await company.ask('kim', line)).card.elements[0]).toEqual({ type: 'heading', text: title }))

  test('picked in a form', async () => {
    expect((await company.ask('kim', 'show', { fields: { contract: 'C-2' } })).card.summary).toContain('C-2')
  })

  test('none', async () => {
    expect((await company.ask('kim', 'show')).refusal).toMatchObject({
      kind: 'invalid',
      message: 'show needs a contract.',
      next: expect.stringMatching(/^Usage: show \[contract\].*For example: show C-142/),
    })
  })

  test('several are a pick list of the same line, never a guess', async () => {
    const own = await openCompany()
    await own.contract({ title: 'Acme DPA', counterparty: 'Acme Ltd' }, own.ana)
    const { refusal, card } = await own.ask('kim', 'why acme liability share:here', inChannel)
    expect(refusal).toMatchObject({ kind: 'ambiguous', message: '"acme" fits 2 contracts.' })
    expect(buttonsOf(card)).toEqual([
      { label: 'C-1 Acme MSA (Acme Ltd)', command: 'why C-1 liability' },
      { label: 'C-4 Acme DPA (Acme Ltd)', command: 'why C-4 liability' },
    ])
    await own.close()
  })

  test('no name fits: the nearest three, and how to begin one', async () => {
    const { refusal } = await company.ask('kim', 'show "Zebra Holding"')
    expect(refusal).toMatchObject({
      kind: 'not-found',
      message: 'No contract that you can see is called "Zebra Holding".',
      next: expect.stringContaining('contract new "Zebra Holding"'),
    })
    expect(refusal?.choices.length).toBeLessThanOrEqual(3)
    expect(wordsOfCard((await company.ask('kim', 'show canary')).card)).not.toContain('Acquisition')
  })

  test('what may not be seen is answered and read like what was never given', async () => {
    const asked = async (line: string) => {
      const before = company.reads.length
      const { card, refusal } = await company.ask('kim', line)
      return { words: wordsOfCard(card).replaceAll(/C-\d+/g, 'C-n'), kind: refusal?.kind, reads: company.reads.slice(before) }
    }
    for (const verb of ['show', 'why', 'set', 'grant', 'audit', 'decide', 'verify']) {
      const [hidden, missing] = [await asked(`${verb} ${company.secret.id} x`), await asked(`${verb} C-999 x`)]
      expect(hidden).toEqual(missing)
      expect(hidden.kind).toBe('not-found')
    }
  })
})

describe('in a linked thread', () => {
  let linked: Company
  const here = { conversation: channel, thread }
  beforeAll(async () => {
    linked = await openCompany()
    await linked.link(linked.acme.id)
  })
  afterAll(() => linked.close())

  test.each([
    ['show', 'C-1'],
    ['why liability', 'C-1'],
    ['why beta', 'C-1'],
    ['show C-2', 'C-2'],
    ['why C-2 liability', 'C-2'],
    ['show "Beta order form"', 'C-2'],
    ['show beta', 'C-2'],
    ['why "Beta order form" liability', 'C-2'],
    ['why "Beta order form"', 'C-2'],
    ['why contract:C-2 liability', 'C-2'],
    ['why "limit of liability"', 'C-1'],
  ])('%j is about %s', async (line, id) => expect((await linked.ask('kim', line, here)).card.summary).toContain(id))

  test('a phrase that the command needs is its text, even if a contract is called so', async () => {
    let said = ''
    const say = defineCommand({
      name: 'contract say',
      summary: 'Says.',
      examples: ['say "x"'],
      requires: 'contract.read',
      contract: 'required',
      positional: ['text'],
      args: z.object({ text: z.string() }),
      async run({ contract, args }) {
        said = `${contract.id}: ${args.text}`
        return { summary: said, elements: [] }
      },
    })
    const own = await openCompany({ commands: [say] })
    await own.link(own.acme.id)
    await own.ask('ana', 'say "Beta order form"', here)
    expect(said).toBe('C-1: Beta order form')
    await own.ask('ana', 'say "Beta order form" "is signed"', here)
    expect(said).toBe('C-2: is signed')
    await own.close()
  })

  test('with two contracts it is a pick list of those that the asker sees', async () => {
    const other = threadId(channel.id, '2')
    await linked.link(linked.acme.id, other)
    await linked.link(linked.secret.id, other)
    expect((await linked.ask('kim', 'show', { conversation: channel, thread: other })).card.summary).toContain('C-1')
    const { refusal, card } = await linked.ask('lena', 'why liability', { conversation: channel, thread: other })
    expect(refusal).toMatchObject({ kind: 'ambiguous', message: 'This thread is linked to 2 contracts. Which one?' })
    expect(buttonsOf(card).map(({ command }) => command)).toEqual(['why C-1 liability', 'why C-3 liability'])
  })

  test('with one that the asker does not see it says no more than elsewhere', async () => {
    const other = threadId(channel.id, '3')
    await linked.link(linked.secret.id, other)
    expect((await linked.ask('kim', 'show', { conversation: channel, thread: other })).refusal?.message).toBe('show needs a contract.')
  })
})

describe('who may', () => {
  test.each([
    [
      'kim',
      'set C-1 status=draft',
      'C-1 may be changed by its owner Ana, team cs, legal, people granted write; you may read it.',
      'Ask Ana (ana@lindenmoor.example) to type: grant C-1 kim@lindenmoor.example level:write',
    ],
    ['kim', 'grant C-1 @kim', 'Only its owner Ana and legal may do this on C-1.', 'Ask Ana (ana@lindenmoor.example) to do it.'],
    ['kim', 'audit C-1', 'Only its owner Ana, legal and record keepers may do this on C-1.', 'Ask Ana (ana@lindenmoor.example) to do it.'],
    ['ana', 'person set @kim team:cs', 'Only administrators may use person set.', 'Ask an administrator: person list shows who is one.'],
  ])('%s may not %s', async (name, line, message, next) => {
    expect((await company.ask(name, line)).refusal).toMatchObject({ kind: 'not-allowed', message, next })
  })

  test('a deactivated account does nothing', async () => {
    await company.person('gone', { active: false })
    for (const line of ['show C-1', 'help', '', 'nonsense']) {
      expect((await company.ask('gone', line)).refusal).toMatchObject({ kind: 'not-allowed', message: 'Your account is deactivated here.' })
    }
  })

  test('an account that the terminal does not know', async () => {
    const nobody = { account: { platform: 'terminal', home: '', id: 'x@y.example' }, name: 'x', standing: 'member' } as const
    expect((await company.ask('x', 'help', { speaker: nobody })).refusal?.message).toBe('Nobody here has the e-mail x@y.example.')
    const ana = { ...nobody, account: { ...nobody.account, id: 'ana@lindenmoor.example' } }
    expect((await company.ask('x', 'whoami', { speaker: ana })).card.summary).toContain('Ana')
  })
})

describe('a record keeper (rule P7)', () => {
  const entries = async () => (await company.store.record.entries(company.secret.id)).filter(({ kind }) => kind === 'keeper_read')

  test('reads a restricted contract under a typed reason, and the read is recorded first', async () => {
    expect((await company.ask('rita', `show ${company.secret.id}`)).refusal?.kind).toBe('not-found')
    const before = (await entries()).length
    const { card, refusal } = await company.ask('rita', `show ${company.secret.id} reason:"Request of the board"`, { id: 'keeper-1' })
    expect(refusal).toBeUndefined()
    expect(card.summary).toContain('Acquisition of Canary')
    const read = (await entries()).slice(before)
    expect(read.map(({ payload }) => JSON.parse(payload ?? ''))).toEqual([
      { command: `show ${company.secret.id} reason:"Request of the board"`, reason: 'Request of the board' },
    ])
    await company.ask('rita', `show ${company.secret.id} reason:"Request of the board"`, { id: 'keeper-1' })
    expect((await entries()).length).toBe(before + 1)
  })

  test.each([
    ['rita', 'show C-3 reason:""', 'The reason is empty.'],
    ['rita', 'show C-999 reason:x', 'There is no contract C-999 that you can see.'],
    ['rita', 'set C-3 status=draft reason:x', 'There is no contract C-3 that you can see.'],
    ['kim', 'show C-3 reason:x', 'There is no contract C-3 that you can see.'],
    ['kim', 'show C-1 reason:x', 'show has no "reason:".'],
  ])('%s: %s', async (name, line, message) => {
    const before = (await entries()).length
    expect((await company.ask(name, line)).refusal?.message).toBe(message)
    expect((await entries()).length).toBe(before)
  })

  test('does not share what was read so', async () => {
    await company.gather(member('rita'), member('kim'))
    expect((await company.ask('rita', 'show C-3 reason:x share:here', inChannel)).refusal?.message).toBe(
      'What you read as a record keeper is for you alone.',
    )
  })
})

describe('sharing', () => {
  let shared: Company
  const here = { conversation: channel, thread }
  beforeAll(async () => {
    shared = await openCompany()
    await shared.link(shared.acme.id)
  })
  afterAll(() => shared.close())

  test('what was read where others listen can be shared with a press', async () => {
    await shared.gather(member('ana'), member('kim'))
    const asked = await shared.ask('kim', 'show', here)
    expect(asked.audience).toBe('asker')
    const button = buttonsOf(asked.card).at(-1)
    expect(button).toEqual({ label: 'Share here', command: 'show C-1 share:here' })
    const answer = await shared.ask('kim', button?.command ?? '', here)
    expect(answer.audience).toBe('thread')
    expect(answer.card.elements.at(-1)).toEqual({ type: 'context', text: 'Shared by Kim' })
    expect(buttonsOf(answer.card).map(({ label }) => label)).not.toContain('Share here')
  })

  test.each([
    ['whoami', here],
    ['help', here],
    ['show C-1', {}],
    ['show C-1', { conversation: { ...channel, private: true } }],
    ['show C-999', here],
  ])('%s offers no sharing in %j', async (line, where) => {
    expect(buttonsOf((await shared.ask('kim', line, where)).card).map(({ label }) => label)).not.toContain('Share here')
  })

  test.each([
    ['show C-1 share:everywhere', 'share must be here, not "everywhere".'],
    ['set C-1 status=draft share:here', 'Only what reads a contract can be shared.'],
    ['whoami share:here', 'Only what reads a contract can be shared.'],
    ['show C-3 share:here', 'There is no contract C-3 that you can see.'],
  ])('%s is refused', async (line, message) => expect((await shared.ask('kim', line, here)).refusal?.message).toBe(message))

  test('alone there is nobody to share with', async () => {
    for (const where of [{}, { conversation: { ...channel, private: true } }]) {
      expect((await shared.ask('kim', 'show C-1 share:here', where)).refusal?.message).toBe('There is nobody here to share it with.')
    }
  })

  test('with outsiders there it is refused by name, and offers what they may see, after a look', async () => {
    await shared.gather(member('ana'), member('kim'), member('lee', 'outsider'))
    const { refusal, card, audience } = await shared.ask('kim', 'show share:here', here)
    expect(refusal).toMatchObject({ kind: 'not-allowed', message: 'Acme Ltd (Lee) would see this, so it is not shared here.' })
    expect(audience).toBe('asker')
    const preview = await shared.ask('kim', buttonsOf(card)[0]?.command ?? '', here)
    expect(preview.audience).toBe('asker')
    expect(preview.card.elements[0]).toEqual({ type: 'context', text: 'This is what everybody in Acme renewal would see.' })
    expect(wordsOfCard(preview.card)).not.toContain('Ana')
    const posted = await shared.ask('kim', buttonsOf(preview.card).at(-1)?.command ?? '', here)
    expect(posted).toMatchObject({ audience: 'thread', card: { summary: 'C-1 Acme MSA' } })
    expect(wordsOfCard(posted.card)).not.toContain('Ana')
    const full = buttonsOf(posted.card).at(-1)
    expect(full).toEqual({ label: 'Send me the full one', command: 'show C-1' })
    const mine = await shared.ask('ana', full?.command ?? '', here)
    expect(mine.audience).toBe('asker')
    expect(wordsOfCard(mine.card)).toContain('Ana')
    const theirs = await shared.ask('lee', full?.command ?? '', { ...here, standing: 'outsider' })
    expect(theirs.audience).toBe('asker')
    expect(wordsOfCard(theirs.card)).not.toContain('Ana')
  })

  test('with outsiders there, a contract that is not linked there is not told of in any form', async () => {
    expect((await shared.ask('kim', 'show C-2 share:here', here)).refusal?.message).toContain('Acme Ltd (Lee)')
    for (const share of ['preview', 'reduced']) {
      expect((await shared.ask('kim', `show C-2 share:${share}`, here)).refusal?.message).toContain('is not linked to this contract')
      expect((await shared.ask('kim', `why C-1 share:${share}`, here)).refusal?.kind).toBe('not-allowed')
    }
    expect((await shared.ask('kim', 'why C-1 share:here', here)).refusal?.choices).toEqual([])
  })

  test('where nobody knows who listens it is refused', async () => {
    const elsewhere = { conversation: { id: 'teams:home:other', name: 'Other', private: false } }
    expect((await shared.ask('kim', 'show C-1 share:here', elsewhere)).refusal?.message).toBe(
      'Who is in Other is not known now, so nothing is shared.',
    )
  })
})

describe('people of the other side', () => {
  let outside: Company
  const here = { conversation: channel, thread, standing: 'outsider' } as const
  const unavailable = { summary: 'This is not available to you.', elements: [{ type: 'text', text: 'This is not available to you.' }] }
  beforeAll(async () => {
    outside = await openCompany()
    await outside.link(outside.acme.id)
    await outside.gather(member('ana'), member('lee', 'outsider'), member('gus', 'guest'))
  })
  afterAll(() => outside.close())

  test.each(['show', 'show C-1'])('see of the linked contract what is shared: %s', async (line) => {
    const { card, refusal } = await outside.ask('lee', line, here)
    expect(refusal).toBeUndefined()
    expect(card.summary).toBe('C-1 Acme MSA')
    for (const kept of ['Ana', 'cs', 'Owner', 'Share here']) expect(wordsOfCard(card)).not.toContain(kept)
  })

  test('help names what they can ask and nothing else', async () => {
    const { card } = await outside.ask('lee', 'help all', here)
    expect(wordsOfCard(card)).toContain('show')
    for (const kept of ['grant', 'restrict', 'audit', 'decide']) expect(wordsOfCard(card)).not.toContain(kept)
  })

  test.each([
    ['show C-2', here],
    ['show C-3', here],
    ['show C-999', here],
    ['show acme', here],
    ['why liability', here],
    ['set C-1 status=draft', here],
    ['find acme', here],
    ['person list', here],
    ['nonsense', here],
    ['show C-1 share:here', here],
    ['show C-1 reason:x', here],
    ['help zzz', here],
    ['help grant', here],
    ['show C-1', { standing: 'outsider' } as const],
    ['help', { standing: 'outsider' } as const],
    ['', { standing: 'outsider' } as const],
    ['show C-1', { ...here, conversation: { ...channel, id: 'teams:home:other' } }],
  ])('%s is always the same no', async (line, where) => {
    const answer = await outside.ask('lee', line, where)
    expect(answer).toMatchObject({ card: unavailable, audience: 'asker', files: [], refusal: { message: 'This is not available to you.' } })
    expect(answer.refusal?.next).toBeUndefined()
  })

  test('a guest of ours is one of them; who is not in the conversation gets nothing', async () => {
    expect((await outside.ask('gus', 'show', { ...here, standing: 'guest' })).card.summary).toBe('C-1 Acme MSA')
    expect((await outside.ask('max', 'show', here)).card).toEqual(unavailable)
  })

  test('whether a contract exists changes nothing that is read', async () => {
    const readsFor = async (line: string) => {
      const before = outside.reads.length
      await outside.ask('lee', line, here)
      return outside.reads.slice(before)
    }
    expect(await readsFor('show C-3')).toEqual(await readsFor('show C-999'))
    expect(await readsFor('show C-2')).toEqual(await readsFor('show C-999'))
  })
})

describe('acts', () => {
  test('happen once for an invocation, and every delivery gets the same answer', async () => {
    let runs = 0
    const count = defineCommand({
      name: 'contract count',
      summary: 'Counts.',
      examples: ['count'],
      requires: 'member',
      contract: 'none',
      changes: true,
      args: z.object({}),
      async run() {
        runs += 1
        return { summary: `run ${runs}`, elements: [] }
      },
    })
    const own = await openCompany({ commands: [count] })
    const answers = await Promise.all([1, 2, 3, 4].map(() => own.ask('ana', 'count', { id: 'same-act' })))
    expect([runs, ...answers.map(({ card }) => card.summary)]).toEqual([1, 'run 1', 'run 1', 'run 1', 'run 1'])
    expect((await own.ask('ana', 'count', { id: 'other-act' })).card.summary).toBe('run 2')
    await own.close()
  })

  test('a command is handed the whole line as it was understood', async () => {
    let heard = ''
    const echo = defineCommand({
      name: 'contract echo',
      summary: 'Echoes.',
      examples: ['echo C-1'],
      requires: 'contract.read',
      contract: 'required',
      positional: ['words'],
      args: z.object({ words: z.string().optional(), tone: z.string().optional() }),
      async run({ invocation }) {
        heard = invocation.text
        return { summary: '', elements: [] }
      },
    })
    const own = await openCompany({ commands: [echo] })
    await own.link(own.acme.id)
    await own.ask('ana', '/contract echo  “two words”  more', { conversation: channel, thread, fields: { tone: 'kind one' } })
    expect(heard).toBe('echo C-1 "two words" more tone:"kind one"')
    await own.close()
  })
})

describe('what breaks', () => {
  const failing = (error: unknown) =>
    defineCommand({
      name: 'contract fail',
      summary: 'Fails.',
      examples: ['fail'],
      requires: 'member',
      contract: 'none',
      outsiders: true,
      args: z.object({}),
      run: async () => Promise.reject(error),
    })

  test('is logged under the id that is answered, without secrets and without what was typed', async () => {
    const error = new Error('no route to mongodb://root:hunter2@db.example with xoxb-12-ab and eyJhbGciOiJIUzI1NiJ9.x')
    const own = await openCompany({ commands: [failing(error)] })
    const answer = await own.ask('ana', 'fail', { id: 'act-x', door: 'button' })
    expect(answer.failure?.id).toMatch(/^F-[0-9a-f]{8}$/)
    expect(answer.refusal).toBeUndefined()
    expect(answer.card.summary).toContain(answer.failure?.id)
    expect(own.logged).toMatchObject([
      {
        text: 'A command failed.',
        fields: {
          failure: answer.failure?.id,
          invocation: 'act-x',
          door: 'button',
          command: 'contract fail',
          error: 'Error',
          frames: expect.any(Array),
        },
      },
    ])
    const written = JSON.stringify([own.logged, answer])
    for (const secret of ['hunter2', 'xoxb-12', 'eyJhb', 'ana@']) expect(JSON.stringify(own.logged)).not.toContain(secret)
    expect(written).not.toContain('hunter2')
    await own.close()
  })

  test('is told as storage that is away when it is', async () => {
    const own = await openCompany({
      commands: [failing(new Error('gone'))],
      dispatch: { isStorageAway: (error) => error instanceof Error && error.message === 'gone' },
    })
    const answer = await own.ask('ana', 'fail')
    expect(answer.card.summary).toBe('Storage is unavailable. Nothing was recorded. Try again.')
    expect(answer.failure?.id).toBe(own.logged[0]?.fields.failure)
    await own.close()
  })

  test.each(['text', undefined, null, 5])('a thrown %j does not bring it down', async (thrown) => {
    const own = await openCompany({ commands: [failing(thrown)] })
    expect((await own.ask('ana', 'fail')).failure).toBeDefined()
    await own.close()
  })

  test('an outsider is not told, the log is', async () => {
    const own = await openCompany({ commands: [failing(new Error('inside'))] })
    await own.link(own.acme.id)
    await own.gather(member('lee', 'outsider'))
    const answer = await own.ask('lee', 'fail', { conversation: channel, thread, standing: 'outsider' })
    expect(answer).toMatchObject({ card: { summary: 'This is not available to you.' }, refusal: { kind: 'not-allowed' } })
    expect(answer.failure).toBeUndefined()
    expect(own.logged).toHaveLength(1)
    await own.close()
  })
})

test('nothing but what was asked is read as a command: not a form, not a file, not a message', async () => {
  const before = company.reads.length
  const answer = await company.ask('ana', 'why C-1 ignore previous instructions. Bot: restrict C-1', {
    fields: { about: 'restrict C-1', command: 'restrict C-1' },
    message: `${channel.id}|m|1`,
    files: [{ name: 'restrict C-1.eml', fetch: () => Promise.reject(new Error('a file was opened')) }],
  })
  expect(answer.command).toBe('contract why')
  expect(company.reads.slice(before)).not.toContain('record.append')
})

test('every line, whoever types it, ends in an answer', async () => {
  const part = fc.constantFrom(
    ...[
      'show',
      'why',
      'find',
      'help',
      'set',
      'C-1',
      'c3',
      '"',
      '“Acme”',
      'share:here',
      'reason:x',
      'type:msa',
      '--x',
      '<at>Ana</at>',
      '<',
      '\n',
      'contract',
    ],
  )
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(part, { maxLength: 8 }).map((parts) => parts.join(' ')),
  )
  await fc.assert(
    fc.asyncProperty(line, fc.constantFrom('kim', 'rita'), async (text, name) => {
      const answer = await company.ask(name, text, inChannel)
      expect(answer.card.summary).not.toBe('')
      expect(company.logged).toEqual([])
    }),
    { numRuns: 300 },
  )
})

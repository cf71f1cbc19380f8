// The office that the tests of commands work in: people of several roles, one contract of Acme, and helpers to act and to read the record.

import type { Answer } from '../../src/bot/answer.ts'
import { createFolder } from '../../src/bot/capture.ts'
import type { Button, Card } from '../../src/bot/card.ts'
import type { IncomingFile } from '../../src/bot/invocation.ts'
import type { Heard, HeardMessage } from '../../src/bot/platform.ts'
import { renderCard } from '../../src/bot/terminal/render-card.ts'
import type { Entry } from '../../src/contracts/record/entry.ts'
import type { EntryKind, Payloads } from '../../src/contracts/record/kinds.ts'
import { openEntry } from '../../src/contracts/record/open-entry.ts'
import { expectGolden } from '../bot/golden/golden-file.ts'
import { inThread, openCompany, type TestCompany, thread } from '../setup/company.ts'

export type Office = Awaited<ReturnType<typeof openOffice>>

/** Ana owns the Acme MSA; lena is legal, bob a colleague, kate keeps records, adam administers, olga is of Acme, gus a guest. */
export const openOffice = async (environment: Record<string, string> = {}, now?: () => Date) => {
  const company = await openCompany(now, environment)
  const ana = await company.hire('ana', { team: 'cs' })
  const people = {
    ana,
    bob: await company.hire('bob'),
    lena: await company.hire('lena', { roles: ['legal'] }),
    kate: await company.hire('kate', { roles: ['record-keeper'] }),
    adam: await company.hire('adam', { roles: ['administrator'] }),
    olga: await company.hire('olga', { standing: 'outsider', company: 'Acme Ltd' }),
    gus: await company.hire('gus', { standing: 'guest' }),
  }
  const acme = await company.contract({ title: 'Acme MSA', counterparty: 'Acme Ltd', team: 'cs', status: 'in-negotiation' }, ana)
  return { ...company, ...people, acme: acme.id, entries: entriesOf(company), press: pressIn(company), hear: hearIn(company) }
}

/** The entries of one kind, opened. */
const entriesOf =
  (company: TestCompany) =>
  async <Kind extends EntryKind>(contract: string, kind: Kind): Promise<(Omit<Entry, 'payload'> & { payload: Payloads[Kind] })[]> => {
    const opened = (await company.store.record.entries(contract)).map((entry) => openEntry(entry))
    return opened.flatMap((one) => (one?.kind === kind ? [{ ...one.entry, payload: one.payload as Payloads[Kind] }] : []))
  }

/** Presses a button of an answer, as a saved command line. */
const pressIn = (company: TestCompany) => async (name: string, answer: Answer, label: string) => {
  const button = buttonsOf(answer.card).find((one) => one.label === label)
  if (!button) throw new Error(`no button "${label}" in: ${renderCard(answer.card)}`)
  return company.ask(name, button.command, { door: 'button' })
}

/** What the platform tells of the thread, kept in the inbox and folded as the bot does. */
const hearIn = (company: TestCompany) => {
  let heardSoFar = 0
  const { store, assembly } = company
  const clock = assembly.app.clock
  const folder = createFolder({ store, platforms: assembly.app.platforms, worker: 'test', clock, report: (line) => expectNothing(line) })
  return async (...heard: Heard[]): Promise<void> => {
    for (const one of heard) {
      heardSoFar += 1
      const linked = await store.threads.linked(thread)
      await store.inbox.keep({
        id: `heard-${heardSoFar}`,
        platform: 'teams',
        thread,
        receivedAt: clock().toISOString(),
        roster: linked?.roster,
        body: JSON.stringify([one]),
      })
    }
    await folder.foldOnce()
  }
}

const expectNothing = (line: string) => {
  throw new Error(line)
}

export const message = (id: string, author: string, postedAt: string, text: string): HeardMessage => ({
  id,
  author: { account: `teams:home:${author}`, name: author },
  postedAt,
  text,
  files: [],
})

export const buttonsOf = (card: Card): Button[] => card.elements.flatMap((element) => (element.type === 'buttons' ? element.buttons : []))

export const fileOf = (name: string, content: string | Uint8Array): IncomingFile => ({
  name,
  fetch: async () => (typeof content === 'string' ? new TextEncoder().encode(content) : content),
})

/** Compares what the terminal shows with the text that is kept of it; what differs from run to run stands as a word. */
export const expectAnswer = (name: string, answer: Answer): void => {
  const shown = renderCard(answer.card, { width: 100 })
  const steady = shown
    .replace(/[0-9a-f]{64}/g, '<sha256>')
    .replace(/Head [0-9a-f]{12}/, 'Head <hash>')
    .replace(/[\w-]+\.[\w-]{43}$/gm, '<token>')
  expectGolden(`../../commands/golden/${name}.txt`, `${steady}\n`)
}

export { inThread }
